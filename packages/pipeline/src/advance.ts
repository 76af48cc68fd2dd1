import { type Document, stageVersion } from '@counterclaim/model'
import type { AnyStage } from './pipeline.ts'
import { step } from './step.ts'

/** Where a stage failed, and with what. */
export interface Failure {
  readonly stage: string
  readonly version: string
  readonly error: unknown
}

/** How far a document came: with a failure, `doc` is what the stages before it made. */
export interface Progress<D extends Document = Document> {
  readonly doc: D
  readonly failure: Failure | null
}

/** Runs stages one after the other until the end, a drop or a failure. Never throws; `onStage` is told before each. */
export async function advance<D extends Document>(
  doc: D,
  stages: readonly AnyStage[],
  ports: unknown,
  onStage?: (name: string) => void,
): Promise<Progress<D>> {
  let current = doc
  for (const stage of stages) {
    onStage?.(stage.name)
    try {
      current = await step(current, stage, ports)
    } catch (error) {
      return { doc: current, failure: { stage: stage.name, version: stageVersion(stage), error } }
    }
  }
  return { doc: current, failure: null }
}
