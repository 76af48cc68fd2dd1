import type { Document, Outcome, Step, SubmittedDocument, Task } from '@counterclaim/model'
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
  doc: SubmittedDocument | null,
  failure: Failure,
  fate: Fate & { readonly kind: 'quarantine' },
): Outcome {
  const { error, stage, version } = failure
  const stack = fate.code === 'stage.failed' && error instanceof Error ? `\n${error.stack}` : ''
  const last = { stage, version, outcome: `${fate.code}: ${fate.reason}${stack}` }
  const steps = [...stepsOf(doc ?? { trace: [] }), last]
  return { state: 'quarantined', code: fate.code, reason: fate.reason, document: null, steps, ...again(doc) }
}

/** How work ended on a task that took processes with it. */
export async function crashed({ crashes, read }: Task): Promise<Outcome> {
  const reason = `${crashes} processes died while they worked on it`
  const doc = await read().catch(() => null)
  return { state: 'quarantined', code: 'worker.crashed', reason, document: null, steps: [], ...again(doc) }
}

/** How the outcome of a step begins that left something out. */
const CUT = 'done, cut: '

/** What was submitted, without what stages made of it. */
function again(doc: SubmittedDocument | null): Pick<Outcome, 'submission'> {
  if (doc === null) return {}
  const { id, url, key, input, content, given } = doc
  return { submission: { id, url, key, input, content, given, trace: [] } }
}

function stepsOf({ trace, cuts = [] }: Pick<Document, 'trace' | 'cuts'>): Step[] {
  return trace.map(({ stage, version }) => {
    const left = cuts.filter((cut) => cut.stage === stage).map(({ what }) => what)
    return { stage, version, outcome: left.length === 0 ? 'done' : `${CUT}${left.join('; ')}` }
  })
}

function markLast(steps: readonly Step[], outcome: string): Step[] {
  return steps.map((step, i) => (i === steps.length - 1 ? { ...step, outcome } : step))
}
