import { ConfigError, type ErrorCode, RetryLater, Unprocessable } from '@counterclaim/model'

/** What becomes of a task whose stage failed. */
export type Fate =
  | { readonly kind: 'retry'; readonly afterMs: number }
  | { readonly kind: 'quarantine'; readonly code: ErrorCode; readonly reason: string }
  | { readonly kind: 'stop'; readonly error: ConfigError }

/** How often a task may ask to be tried later. */
const MAX_LATER = 5
/**
 * The same where a server asked for a pause: it lets some through after each, and those behind have not even been tried. At
 * ten requests a minute, which is strict, that is enough for two hundred pages of one host at once.
 */
const MAX_BUSY = 20
/** How often a defect is tried again: once may be bad luck, a third failure is not. */
const MAX_DEFECT = 2

/** Causes that lie with a server and not with the document: it is tried until the server is back. */
const OUTAGES: readonly ErrorCode[] = ['archive.unreachable', 'archive.busy']

/** A task that took this many processes with it is to blame for it. */
const MAX_CRASHES = 3

/** Whether a task is not to be tried again: the processes that tried it died. */
export function isToBlame(task: { readonly crashes: number }): boolean {
  return task.crashes >= MAX_CRASHES
}

/** How often a document that ran a thread out of memory is tried on a new one, which holds nothing of others. */
const MAX_MEMORY = 1

/** A thread that worked on a document died: out of memory (`worker.memory`), or by a crash in native code. */
export class ThreadDied extends Error {
  override readonly name = 'ThreadDied'
  readonly code: 'worker.memory' | 'worker.crashed'
  constructor(code: 'worker.memory' | 'worker.crashed', message: string, options: { readonly cause?: unknown } = {}) {
    super(message, options)
    this.code = code
  }
}

/** Decides by the error's class and by how often the task was tried before. */
export function fateOf(error: unknown, attempts: number): Fate {
  if (error instanceof ConfigError) return { kind: 'stop', error }
  if (error instanceof Unprocessable) return { kind: 'quarantine', code: error.code, reason: error.message }
  if (error instanceof RetryLater) {
    const most = error.code === 'fetch.busy' ? MAX_BUSY : MAX_LATER
    if (attempts < most || OUTAGES.includes(error.code)) return { kind: 'retry', afterMs: error.afterMs }
    return { kind: 'quarantine', code: error.code, reason: error.message }
  }
  const code = error instanceof ThreadDied ? error.code : 'stage.failed'
  if (attempts < (code === 'worker.memory' ? MAX_MEMORY : MAX_DEFECT)) return { kind: 'retry', afterMs: 0 }
  return { kind: 'quarantine', code, reason: error instanceof Error ? error.message : String(error) }
}
