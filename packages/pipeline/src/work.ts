import type { ConfigError, SubmittedDocument, Task } from '@counterclaim/model'
import type { Pipeline } from './pipeline.ts'
import { planRun } from './run.ts'
import type { Runner } from './runner.ts'
import { type TaskOptions, taskWorker } from './task-worker.ts'

/** What the loop works with. */
export interface WorkOptions<Needs> extends TaskOptions<Needs> {
  /** Tasks in work at once; unless given, what keeps every place of the runner busy. */
  readonly size?: number
  /** Stops taking tasks; those in work are ended first. */
  readonly signal?: AbortSignal
  /** While true, an empty queue is waited on: more is being submitted. */
  readonly expectMore?: () => boolean
}

/** Waits between looks at an empty queue: soon at first, then at most this long. */
const MAX_WAIT_MS = 200
/** Tasks in work per place of the runner: one running, one sent ahead, two before or behind it on this thread. */
const PER_PLACE = 4

/** Tasks in work at once that keep every place of a runner busy. */
export function sizeFor(runner: Runner | undefined): number {
  return (runner?.size ?? 1) * PER_PLACE
}

/**
 * Serves a run of stages until no task is left in the whole queue, those on loan to other processes included, or until told
 * to stop. Memory is bounded: at most `size` documents are in work.
 * @throws {ConfigError} when a stage cannot go on until a person mends a setting; its task is back in the queue
 */
export async function work<Doc extends SubmittedDocument, Needs>(
  pipeline: Pipeline<SubmittedDocument, Doc, Needs>,
  options: WorkOptions<Needs>,
): Promise<void> {
  const { queue, signal } = options
  const plan = planRun(pipeline, options.run, options.runner)
  const size = options.size ?? sizeFor(options.runner)
  const process = taskWorker(plan, options)
  const running = new Set<Promise<void>>()
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
  const turn = async (): Promise<boolean> => {
    const tasks = await queue.take(plan.topic, size - running.size)
    for (const task of tasks) start(task)
    if (running.size >= size) await Promise.race(running)
    else if (tasks.length > 0) waitMs = 5
    else {
      if (running.size === 0 && options.expectMore?.() !== true && (await queue.pending()) === 0) return false
      waitMs = Math.min(waitMs * 2, MAX_WAIT_MS)
      await Promise.race([pause(waitMs), ...running])
    }
    return true
  }
  try {
    while (signal?.aborted !== true && stop === null && defect === null && (await turn()));
  } finally {
    await Promise.all(running)
  }
  if (stop !== null) throw stop as ConfigError
  if (defect !== null) throw (defect as { error: unknown }).error
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
