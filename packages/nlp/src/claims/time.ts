import type { Span, TimeExpression } from '@counterclaim/model'
import closed from '../data/phrase-words.json' with { type: 'json' }
import type { Frame } from './quantity-frame.ts'

const REPORTING = new Set(closed.reporting)

/** When a figure holds, and the rule that found it. */
export interface ClaimTime {
  readonly time: string | null
  readonly by: string
}

/**
 * The time of a figure: the nearest in its own evidence (one after the figure before one ahead of it), else in its clause,
 * else in any clause of the sentence that does not only say when somebody spoke; else the month the document was published.
 */
export function timeOf(
  frame: Frame,
  evidence: Span,
  times: readonly TimeExpression[],
  publishedAt: string | null,
): ClaimTime {
  const { parse, clause, quantity } = frame
  const own = nearest(
    times.filter((t) => within(t, evidence)),
    quantity,
  )
  if (own !== undefined) return { time: own.iso, by: 'time:evidence' }
  const inClause = nearest(
    times.filter((t) => within(t, clauseSpan(frame, frame.clauseAt))),
    quantity,
  )
  if (inClause !== undefined && !isReporting(frame, frame.clauseAt)) return { time: inClause.iso, by: 'time:clause' }
  const told = parse.clauses.flatMap((_, k) => (isReporting(frame, k) ? [] : [clauseSpan(frame, k)]))
  const elsewhere = times.filter((t) => told.some((span) => within(t, span)) && t.end <= quantity.start)
  const before = elsewhere.at(-1)
  if (before !== undefined && clause.opening !== 'link') return { time: before.iso, by: 'time:sentence' }
  return publishedAt === null ? { time: null, by: 'time:none' } : { time: publishedAt.slice(0, 7), by: 'time:document' }
}

const within = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

function nearest(times: readonly TimeExpression[], to: Span): TimeExpression | undefined {
  const after = times.find((t) => t.start >= to.end)
  return after ?? times.filter((t) => t.end <= to.start).at(-1)
}

function clauseSpan({ parse }: Frame, at: number): Span {
  const clause = parse.clauses[at]
  const first = parse.phrases[clause?.from ?? -1]
  const last = parse.phrases[(clause?.to ?? 0) - 1]
  return { start: parse.words[first?.from ?? -1]?.start ?? 0, end: parse.words[(last?.to ?? 0) - 1]?.end ?? 0 }
}

/** "On Monday she said": its time is that of the words, not of what they say. */
function isReporting({ parse }: Frame, at: number): boolean {
  const clause = parse.clauses[at]
  const verb = parse.phrases[clause?.verb ?? -1]
  const next = parse.clauses[at + 1]
  return (
    clause?.opening === 'aside' ||
    (REPORTING.has(parse.words[verb?.head ?? -1]?.lower ?? '') && next?.opening === 'link')
  )
}
