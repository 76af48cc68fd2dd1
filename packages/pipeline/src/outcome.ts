import type { Document, Outcome, Step, Task } from '@counterclaim/model'
import type { Failure } from './advance.ts'
import type { Fate } from './fate.ts'

/** How work on a document ended that went through all stages, or was dropped by one. */
export function outcomeOf(doc: Document): Outcome {
  const steps = stepsOf(doc)
  if (doc.dropped === undefined) return { state: 'indexed', code: null, reason: null, document: doc.id, steps }
  const reason = doc.droppedBecause ?? null
  return { state: 'dropped', code: doc.dropped, reason, document: doc.id, steps: markLast(steps, doc.dropped) }
}

/** How work ended that no further attempt will mend. A defect keeps its stack, to be reported. */
export function quarantineOf(
  doc: Pick<Document, 'trace'>,
  failure: Failure,
  fate: Fate & { readonly kind: 'quarantine' },
): Outcome {
  const { error, stage, version } = failure
  const stack = fate.code === 'stage.failed' && error instanceof Error ? `\n${error.stack}` : ''
  const last = { stage, version, outcome: `${fate.code}: ${fate.reason}${stack}` }
  return { state: 'quarantined', code: fate.code, reason: fate.reason, document: null, steps: [...stepsOf(doc), last] }
}

/** How work ended on a task that took processes with it. */
export function crashed({ crashes }: Task): Outcome {
  const reason = `${crashes} processes died while they worked on it`
  return { state: 'quarantined', code: 'worker.crashed', reason, document: null, steps: [] }
}

function stepsOf(doc: Pick<Document, 'trace'>): Step[] {
  return doc.trace.map(({ stage, version }) => ({ stage, version, outcome: 'done' }))
}

function markLast(steps: readonly Step[], outcome: string): Step[] {
  return steps.map((step, i) => (i === steps.length - 1 ? { ...step, outcome } : step))
}
