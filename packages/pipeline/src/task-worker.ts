import {
  type Archive,
  type ConfigError,
  type Ledger,
  type Outcome,
  type Queue,
  type SubmittedDocument,
  stageVersion,
  type Task,
} from '@counterclaim/model'
import { advance, type Failure, type Progress, type StageTime } from './advance.ts'
import { fateOf, isToBlame } from './fate.ts'
import { lookUp } from './known.ts'
import type { Observe, TaskResult } from './observe.ts'
import { crashed, outcomeOf, quarantineOf } from './outcome.ts'
import type { Plan, Run } from './run.ts'
import type { Runner } from './runner.ts'

/** How an input ended; `outcome` is null when nothing had changed. */
export interface Finished {
  readonly input: string
  readonly outcome: Outcome | null
}

/** What a task is worked with. */
export interface TaskOptions<Needs> {
  readonly queue: Queue
  readonly ledger: Ledger
  readonly ports: Needs & { readonly archive: Archive }
  /** The stages this process serves; all of them unless given. */
  readonly run?: Run
  /** Runs those stages that cost processor time; without one, all run on this thread. */
  readonly runner?: Runner
  /**
   * Whether the stages after the runner's take one document at a time, as they do unless told otherwise: right for an archive
   * in this process, which gains nothing from more. One on a server is waited for, and meanwhile others go on.
   */
  readonly inTurns?: boolean
  /** Told of every input whose work ended here, in order of ending. */
  readonly onOutcome?: (finished: Finished) => void
  /** Sees work on every task, whatever its end. */
  readonly observe?: Observe
}

/** Takes a task through the stages of a run: to the next topic or to its end. Gives the error that must stop the process, if any. */
export function taskWorker<Needs>(
  plan: Plan,
  options: TaskOptions<Needs>,
): (task: Task) => Promise<ConfigError | null> {
  const { queue, ledger, ports, runner } = options
  const inTurn = options.inTurns === false ? <T>(body: () => Promise<T>): Promise<T> => body() : turns()
  const end = async (task: Task, outcome: Outcome | null): Promise<Ended> => {
    const { input } = task
    if (outcome !== null) await ledger.record(input, outcome)
    await queue.finish(task, outcome?.state === 'quarantined' ? `${outcome.code}: ${outcome.reason}` : null)
    options.onOutcome?.({ input, outcome })
    return { result: outcome?.state ?? 'unchanged', code: outcome?.code ?? null, error: null }
  }
  const fail = async (task: Task, doc: SubmittedDocument | null, failure: Failure): Promise<Ended> => {
    const fate = fateOf(failure.error, task.attempts)
    if (fate.kind === 'quarantine') return end(task, quarantineOf(doc, failure, fate))
    await queue.retry(task, fate.kind === 'retry' ? fate.afterMs : 0, `${failure.stage}: ${String(failure.error)}`)
    const isStop = fate.kind === 'stop'
    return { result: isStop ? 'stopped' : 'retried', code: codeOf(failure.error), error: isStop ? fate.error : null }
  }
  const process = async (task: Task, times: StageTime[]): Promise<Ended> => {
    if (isToBlame(task)) return end(task, await crashed(task))
    const begun = await begin(task, plan)
    if (begun.doc === null) return fail(task, null, begun.failure)
    const opened = await advance(begun.doc, plan.opening, ports)
    times.push(...opened.times)
    if (opened.failure !== null) return fail(task, opened.doc, opened.failure)
    let doc = opened.doc
    if (plan.opening.length > 0) {
      // The first stage has added what `lookUp` reads: that is what makes it the first.
      const known = await lookUp(task, doc as Parameters<typeof lookUp>[1], plan.pipeline, {
        archive: ports.archive,
        ledger,
      })
      if (known.finished) return end(task, null)
      if (known.archived !== null) doc = { ...doc, ...known.archived }
    }
    const done = await through(doc)
    times.push(...done.times)
    if (done.failure !== null) return fail(task, done.doc, done.failure)
    if (plan.next === null || done.doc.dropped !== undefined) return end(task, outcomeOf(done.doc))
    await queue.pass(task, plan.next, done.doc)
    return { result: 'passed', code: null, error: null }
  }
  return async (task) => {
    const { input, attempts } = task
    const tell = options.observe?.({ topic: plan.topic, input, attempts })
    const times: StageTime[] = []
    const { error, ...result } = await process(task, times)
    tell?.({ ...result, times })
    return error
  }

  async function through(doc: SubmittedDocument): Promise<Progress<SubmittedDocument>> {
    const before = await advance(doc, plan.before, ports)
    if (before.failure !== null || runner === undefined) return before
    const ran = await runner.run(before.doc)
    const times = [...before.times, ...ran.times]
    if (ran.failure !== null) return { ...ran, times }
    const after = await inTurn(() => advance(ran.doc, plan.after, ports))
    return { ...after, times: [...times, ...after.times] }
  }
}

/** How work on a task ended here, with what must stop the process, if anything. */
interface Ended extends Omit<TaskResult, 'times'> {
  readonly error: ConfigError | null
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'stage.failed'
}

type Begun = { readonly doc: SubmittedDocument } | { readonly doc: null; readonly failure: Failure }

/** Reads the task's document; when it cannot be read, that is a failure of the first stage that needs it. */
async function begin(task: Task, { topic, pipeline }: Plan): Promise<Begun> {
  try {
    return { doc: await task.read() }
  } catch (error) {
    const stage = pipeline.find(({ name }) => name === topic)
    return { doc: null, failure: { stage: topic, version: stage === undefined ? '' : stageVersion(stage), error } }
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
