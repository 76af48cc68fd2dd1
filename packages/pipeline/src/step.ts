import { type Document, stageVersion } from '@counterclaim/model'
import type { AnyStage } from './pipeline.ts'

/**
 * Runs one stage on a document: gives the document with what the stage adds and one more trace entry.
 * The only caller of `run`. A dropped document passes through. A stage that is in the trace at its version is skipped;
 * at another version it runs again, and it and all later entries are cut, so every later stage runs again too.
 */
export async function step<D extends Document>(doc: D, stage: AnyStage, ports: unknown): Promise<D> {
  if (doc.dropped !== undefined) return doc
  const version = stageVersion(stage)
  const at = doc.trace.findIndex((entry) => entry.stage === stage.name)
  if (at >= 0 && doc.trace[at]?.version === version) return doc
  const before = at < 0 ? doc.trace : doc.trace.slice(0, at)
  const added = await stage.run(doc, ports)
  return { ...doc, ...added, trace: [...before, { stage: stage.name, version }] }
}

/** Runs stages one after the other, until the end or until one drops the document. */
export async function runStages<D extends Document>(doc: D, stages: readonly AnyStage[], ports: unknown): Promise<D> {
  let current = doc
  for (const stage of stages) current = await step(current, stage, ports)
  return current
}

/** True when every stage has run on the document at its present version. */
export function isCurrent(doc: Document, stages: readonly AnyStage[]): boolean {
  return (
    doc.trace.length === stages.length &&
    stages.every((stage, i) => doc.trace[i]?.stage === stage.name && doc.trace[i]?.version === stageVersion(stage))
  )
}
