import type { Span, TimeExpression } from '@counterclaim/model'
import closed from '../data/phrase-words.json' with { type: 'json' }
import { isPreterite } from '../time/time-words.ts'
import type { Frame } from './quantity-frame.ts'
import { isAside, isBaseline, isOfRecord, isOfSaying } from './time-reach.ts'

const REPORTING = new Set(closed.reporting)

/** When a figure holds, and the rule that found it. */
export interface ClaimTime {
  readonly time: string | null
  readonly by: string
}

/**
 * The time of a figure: the nearest in its own evidence (one after the figure before one ahead of it), else in its clause, else
 * before it in the sentence; where its verb tells the past, that of the sentence before (`told`); else the month in which the
 * document was published. Times of speaking, and what a figure is compared with, are none of these.
 */
export function timeOf(
  frame: Frame,
  evidence: Span,
  times: readonly TimeExpression[],
  told: string | null,
  publishedAt: string | null,
): ClaimTime {
  const { parse, quantity } = frame
  const usable = times.filter(
    (t) =>
      !(t.by === 'time.after' && t.start > quantity.start) &&
      !isOfSaying(parse, t) &&
      !isOfRecord(parse, t) &&
      !isBaseline(parse, t, quantity) &&
      !isAside(parse, t, quantity),
  )
  const own = nearest(usable, evidence, quantity)
  if (own !== undefined) return { time: own.iso, by: 'time:evidence' }
  const inClause = nearest(usable, clauseSpan(frame, frame.clauseAt), quantity)
  if (inClause !== undefined && !isReporting(frame, frame.clauseAt)) return { time: inClause.iso, by: 'time:clause' }
  const spans = parse.clauses.flatMap((_, k) =>
    isReporting(frame, k) || (k !== frame.clauseAt && parse.clauses[k]?.opening === 'relative')
      ? []
      : [clauseSpan(frame, k)],
  )
  const before = usable.findLast((t) => t.end <= quantity.start && spans.some((span) => within(t, span)))
  if (before !== undefined) return { time: before.iso, by: 'time:sentence' }
  if (told !== null && tellsPast(frame)) return { time: told, by: 'time:told' }
  return publishedAt === null ? { time: null, by: 'time:none' } : { time: publishedAt.slice(0, 7), by: 'time:document' }
}

const within = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

function nearest(times: readonly TimeExpression[], span: Span, to: Span): TimeExpression | undefined {
  const inside = times.filter((t) => within(t, span))
  return inside.find((t) => t.start >= to.end) ?? inside.findLast((t) => t.end <= to.start)
}

/** A figure's clause, or the one that a fragment goes on with, has its verb in the simple past. */
function tellsPast({ parse, clause }: Frame): boolean {
  let own: typeof clause | undefined = clause
  for (let hops = 0; own !== undefined && own.verb === -1 && hops < 3; hops++) own = parse.clauses[own.parent]
  const verb = parse.phrases[own?.verb ?? -1]
  if (verb === undefined) return false
  const first = parse.words.slice(verb.from, verb.to).find((w) => w.pos === 'VERB' || w.pos === 'AUX')
  return isPreterite(first?.lower ?? '')
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
