import { resolve } from 'node:path'
import type { Counts } from '@counterclaim/model'
import { type Embedded, openEmbedded, type Progressing } from '@counterclaim/workers/embedded'
import { adviceOf } from './commands/why.ts'
import { EXIT } from './failure.ts'
import { inputName } from './inputs.ts'
import { startProgress } from './progress.ts'
import { outJson, type Shell } from './shell.ts'
import { plain } from './text/plain.ts'
import { count } from './text/wrap.ts'

/** What became of the inputs of one run. */
export interface Added {
  /** Inputs that were finished in this run, those left over from an earlier one included. */
  readonly inputs: number
  /** How they ended: state → count. Whether one is a copy shows only later: see `archive`. */
  readonly states: Readonly<Record<string, number>>
  readonly quarantined: readonly {
    readonly input: string
    readonly code: string | null
    readonly reason: string | null
  }[]
  /** Inputs of the whole archive by state. */
  readonly archive: Counts['byState']
  /** True when a signal ended the run before everything was done. */
  readonly stopped: boolean
}

/** Exit code of a run that a signal ended, by the convention of shells. */
const INTERRUPTED = 130

/** Adds to the archive in `dir` what `start` begins, with progress on standard error. The first interrupt ends what is running and stops. */
export async function workEmbedded(
  shell: Shell,
  dir: string,
  start: (archive: Embedded, progressing: Progressing) => Promise<number>,
): Promise<Added> {
  const archive = openEmbedded(resolve(shell.cwd, dir))
  const progress = startProgress(shell, 'Read')
  const interrupt = new AbortController()
  const stop = (): void => interrupt.abort()
  process.once('SIGINT', stop)
  const states: Record<string, number> = {}
  const quarantined: Added['quarantined'][number][] = []
  let done = 0
  try {
    await start(archive, {
      signal: interrupt.signal,
      onOutcome: ({ input, outcome }) => {
        progress.update(++done)
        const state = outcome?.state ?? 'unchanged'
        states[state] = (states[state] ?? 0) + 1
        if (outcome?.state === 'quarantined') quarantined.push({ input, code: outcome.code, reason: outcome.reason })
      },
    })
    const { byState } = await archive.search.counts()
    return { inputs: done, states, quarantined, archive: byState, stopped: interrupt.signal.aborted }
  } finally {
    progress.end()
    process.off('SIGINT', stop)
    await archive.close()
  }
}

/** Prints what became of the inputs; gives the exit code. */
export async function reportAdded(shell: Shell, added: Added, json: boolean | undefined): Promise<number> {
  if (json === true) await outJson(shell, added)
  else await shell.out(addedLines(shell, added))
  if (added.stopped) return INTERRUPTED
  return added.quarantined.length > 0 ? EXIT.quarantined : EXIT.done
}

function addedLines({ style, cwd }: Shell, added: Added): string {
  const lines = [style.bold(count(added.inputs, 'input'))]
  for (const [state, n] of Object.entries(added.states).sort(([a], [b]) => (a < b ? -1 : 1)))
    lines.push(`${`${n}`.padStart(7)}  ${state}`)
  for (const entry of added.quarantined) {
    lines.push(`${style.bad('quarantined')}  ${plain(inputName(entry.input, cwd))}`)
    lines.push(`  ${entry.code}: ${plain(entry.reason ?? '')}`)
    const advice = adviceOf({ code: entry.code as Parameters<typeof adviceOf>[0]['code'] })
    if (advice !== null) lines.push(style.dim(`  ${advice}`))
  }
  const all = Object.entries(added.archive).map(([state, n]) => `${n} ${state}`)
  lines.push(style.dim(`In the archive: ${all.length === 0 ? 'nothing' : all.join(', ')}`))
  if (added.stopped) lines.push('Stopped. The same command goes on where this one ended.')
  return `${lines.join('\n')}\n`
}
