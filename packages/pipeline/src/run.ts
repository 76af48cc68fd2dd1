import type { SubmittedDocument } from '@counterclaim/model'
import type { AnyStage, Pipeline } from './pipeline.ts'
import type { Runner } from './runner.ts'

/** A run of stages that one process serves: from one stage up to, not including, another; without one, to the end. */
export interface Run {
  readonly from: string
  readonly until?: string
}

/** A run of stages in the parts in which a process runs them. */
export interface Plan {
  /** Where its tasks come from, and where they go; null at the end of the pipeline. */
  readonly topic: string
  readonly next: string | null
  /** Every stage of the pipeline, those of other runs included. */
  readonly pipeline: readonly AnyStage[]
  /** First: the pipeline's first stage, after which it is known whether the bytes are. Empty where another run has done it. */
  readonly opening: readonly AnyStage[]
  /** Then those that run on this thread, any number of documents at once. */
  readonly before: readonly AnyStage[]
  /** Last, after the runner's: those that write, on this thread. */
  readonly after: readonly AnyStage[]
}

/**
 * Divides a run, by default the whole pipeline, around the stages that the runner runs.
 * @throws {TypeError} when a stage it names is not in the pipeline, or the runner's are not in the run
 */
export function planRun<Doc extends SubmittedDocument, Needs>(
  pipeline: Pipeline<SubmittedDocument, Doc, Needs>,
  run: Run | undefined,
  runner: Runner | undefined,
): Plan {
  const first = pipeline.stages[0]
  const topic = run?.from ?? first?.name
  if (first === undefined || topic === undefined) throw new TypeError(`Pipeline ${pipeline.name} has no stages`)
  const stages = pipeline.between(topic, run?.until)
  const opening = stages[0] === first ? [first] : []
  const rest = stages.slice(opening.length)
  const at = (name: string): number =>
    name === run?.until ? rest.length : rest.findIndex((stage) => stage.name === name)
  const [start, end] = runner === undefined ? [rest.length, rest.length] : [at(runner.from), at(runner.until)]
  if (start < 0 || end < start) throw new TypeError(`The runner's stages are not among those from ${topic}`)
  return {
    topic,
    next: run?.until ?? null,
    pipeline: pipeline.stages,
    opening,
    before: rest.slice(0, start),
    after: rest.slice(end),
  }
}
