import type { Document } from '@counterclaim/model'
import { advance, type Progress } from './advance.ts'
import type { AnyStage } from './pipeline.ts'

/** Runs the stages that cost processor time, here or on other threads. */
export interface Runner {
  /** The first stage it runs, and the first it does not. */
  readonly from: string
  readonly until: string
  /** How many documents it works on at once. */
  readonly size: number
  run<D extends Document>(doc: D): Promise<Progress<D>>
  close(): Promise<void>
}

/** Runs the stages on the calling thread. */
export function inlineRunner(stages: readonly AnyStage[], until: string, ports: unknown): Runner {
  const from = stages[0]?.name ?? until
  return { from, until, size: 1, run: (doc) => advance(doc, stages, ports), close: async () => {} }
}
