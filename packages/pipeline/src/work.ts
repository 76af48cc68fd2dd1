import type { Archive, ConfigError, Ledger, Outcome, SubmittedDocument, Task } from '@counterclaim/model'
import { advance, type Failure } from './advance.ts'
import { fateOf } from './fate.ts'
import { lookUp } from './known.ts'
import { outcomeOf, quarantineOf } from './outcome.ts'
import type { Pipeline } from './pipeline.ts'
import type { Runner } from './runner.ts'

/** How an input ended; `outcome` is null when nothing had changed. */
export interface Finished {
  readonly input: string
  readonly outcome: Outcome | null
}

/** What the loop works with. */
export interface WorkOptions<Needs> {
  readonly ledger: Ledger
  readonly ports: Needs & { readonly archive: Archive }
  readonly runner: Runner
  /** Told of every input whose work ended, in order of ending. */
  readonly onOutcome?: (finished: Finished) => void
  /** Stops taking tasks; those in work are ended first. */
  readonly signal?: AbortSignal
  /** While true, an empty queue is waited on: more is being submitted. */
  readonly expectMore?: () => boolean
}

/** Waits between looks at an empty queue: soon at first, then at most this long. */
const MAX_WAIT_MS = 200
/** Tasks in work per place of the runner: one running, one fetched and ready. */
const PER_PLACE = 2

/**
 * Works until no task is left, those on loan to other processes included, or until told to stop.
 * Stages before the runner's and after it run here, the latter one document at a time: they write.
 * Memory is bounded: at most `PER_PLACE` documents per place of the runner are in work.
 * @throws {ConfigError} when a stage cannot go on until a person mends a setting; its task is back in the queue
 */
export async function work<Doc extends SubmittedDocument, Needs>(
  pipeline: Pipeline<SubmittedDocument, Doc, Needs>,
  options: WorkOptions<Needs>,
): Promise<void> {
  const { ledger, runner, signal } = options
  const running = new Set<Promise<void>>()
  const process = worker(pipeline, options)
  let stop: ConfigError | null = null
  let defect: { readonly error: unknown } | null = null
  let waitMs = 5
  const start = (task: Task): void => {
    const job = process(task)
      .then((error) => {
        stop ??= error
      })
      .catch((error: unknown) => {
        defect ??= { error }
      })
      .finally(() => running.delete(job))
    running.add(job)
  }
  while (signal?.aborted !== true && stop === null && defect === null) {
    const tasks = await ledger.take(runner.size * PER_PLACE - running.size)
    for (const task of tasks) start(task)
    if (running.size >= runner.size * PER_PLACE) await Promise.race(running)
    else if (tasks.length > 0) waitMs = 5
    else {
      if (running.size === 0 && options.expectMore?.() !== true && (await ledger.pending()) === 0) break
      waitMs = Math.min(waitMs * 2, MAX_WAIT_MS)
      await Promise.race([pause(waitMs), ...running])
    }
  }
  await Promise.all(running)
  if (stop !== null) throw stop as ConfigError
  if (defect !== null) throw (defect as { error: unknown }).error
}

/** Takes one task to its end; gives the error that must stop the process, if any. */
function worker<Doc extends SubmittedDocument, Needs>(
  pipeline: Pipeline<SubmittedDocument, Doc, Needs>,
  options: WorkOptions<Needs>,
): (task: Task) => Promise<ConfigError | null> {
  const { ledger, ports, runner } = options
  const head = pipeline.between(pipeline.stages[0]?.name ?? runner.from, runner.from)
  const tail = pipeline.between(runner.until)
  const oneByOne = turns()
  const end = async (input: string, outcome: Outcome | null): Promise<null> => {
    await ledger.finish(input, outcome)
    options.onOutcome?.({ input, outcome })
    return null
  }
  const fail = async (task: Task, doc: SubmittedDocument, failure: Failure): Promise<ConfigError | null> => {
    const { input } = task.document
    const fate = fateOf(failure.error, task.attempts)
    if (fate.kind === 'quarantine') return end(input, quarantineOf(doc, failure, fate))
    await ledger.retry(input, fate.kind === 'retry' ? fate.afterMs : 0)
    return fate.kind === 'stop' ? fate.error : null
  }
  return async (task) => {
    const fetched = await advance(task.document, head, ports)
    if (fetched.failure !== null) return fail(task, fetched.doc, fetched.failure)
    const doc = fetched.doc as Doc & Parameters<typeof lookUp>[1]
    const known = await lookUp(task, doc, pipeline.stages, { archive: ports.archive, ledger })
    if (known.finished) return end(task.document.input, null)
    const ran = await runner.run(known.archived === null ? doc : { ...doc, ...known.archived })
    if (ran.failure !== null) return fail(task, ran.doc, ran.failure)
    const done = await oneByOne(() => advance(ran.doc, tail, ports))
    return done.failure === null ? end(task.document.input, outcomeOf(done.doc)) : fail(task, done.doc, done.failure)
  }
}

/** Lets callers in one after the other, in order of arrival. */
function turns(): <T>(body: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (body) => {
    const turn = last.then(body)
    last = turn.catch(() => {})
    return turn
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
