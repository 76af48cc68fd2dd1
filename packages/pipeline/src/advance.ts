import { type Document, stageVersion } from '@counterclaim/model'
import type { AnyStage } from './pipeline.ts'
import { step } from './step.ts'

/** Where a stage failed, and with what. */
export interface Failure {
  readonly stage: string
  readonly version: string
  readonly error: unknown
}

/** When a stage ran on a document. */
export interface StageTime {
  readonly stage: string
  /** When it began, ms since 1970. */
  readonly at: number
  readonly ms: number
}

/** How far a document came: with a failure, `doc` is what the stages before it made. */
export interface Progress<D extends Document = Document> {
  readonly doc: D
  readonly failure: Failure | null
  /** Of the stages that ran, the one that failed included. */
  readonly times: readonly StageTime[]
}

/** Runs stages one after the other until the end, a drop or a failure. Never throws; `onStage` is told before each. */
export async function advance<D extends Document>(
  doc: D,
  stages: readonly AnyStage[],
  ports: unknown,
  onStage?: (name: string) => void,
): Promise<Progress<D>> {
  let current = doc
  const times: StageTime[] = []
  for (const stage of stages) {
    onStage?.(stage.name)
    const [at, start, before] = [Date.now(), performance.now(), current]
    const end = (): void => void times.push({ stage: stage.name, at, ms: performance.now() - start })
    try {
      current = await step(current, stage, ports)
      // The same document: it had gone through this stage before.
      if (current !== before) end()
    } catch (error) {
      end()
      return { doc: current, failure: { stage: stage.name, version: stageVersion(stage), error }, times }
    }
  }
  return { doc: current, failure: null, times }
}
