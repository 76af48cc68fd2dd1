import type { Span, TimeExpression } from '@counterclaim/model'
import type { Parse } from '../syntax/clauses.ts'
import { explainedTime } from './explained-time.ts'
import { lastingTime } from './lasting-time.ts'
import type { Frame } from './quantity-frame.ts'
import { isLongAgo, isReporting } from './said-time.ts'
import { surveyTime } from './survey-time.ts'
import { hasBeenLong, isEstimate, looksAhead, tellsPast, tellsPresent } from './tense.ts'
import { isAside, isBaseline, isOfRecord, isOfSaying } from './time-reach.ts'

/** When a figure holds, and the rule that found it. */
export interface ClaimTime {
  readonly time: string | null
  readonly by: string
}

/**
 * The time of a figure: the nearest in its own evidence (one after the figure before one ahead of it), else in its clause or
 * the one that its clause explains, else before it in the sentence. Else that of long ago when it was said; where
 * its verb tells the past, or estimates, that of the sentence before (`told`). Else the month in which the document was
 * published, or its year for what has long been so. Times of speaking just now, and what a figure is compared with, are none of these.
 */
export function timeOf(
  frame: Frame,
  evidence: Span,
  times: readonly TimeExpression[],
  told: string | null,
  publishedAt: string | null,
): ClaimTime {
  const { parse, quantity } = frame
  const usable = times.filter((t) => isUsable(frame, t))
  const own = nearest(usable, evidence, quantity)
  if (own !== undefined) return lasting(frame, own) ?? { time: own.iso, by: 'time:evidence' }
  const inClause = nearest(usable, spanOf(parse, frame.clauseAt), quantity)
  if (inClause !== undefined && !isReporting(parse, frame.clauseAt)) return { time: inClause.iso, by: 'time:clause' }
  const explained = explainedTime(parse, frame.clause, times)
  if (explained !== null) return { time: explained, by: 'time:explained' }
  const spans = tellingSpans(frame)
  const before = usable.findLast(
    (t) => t.end <= quantity.start && spans.some((span) => within(t, span)) && !isOver(frame, t),
  )
  if (before !== undefined) return { time: before.iso, by: 'time:sentence' }
  const stretch = stretchAfter(frame, usable)
  if (stretch !== undefined) return { time: stretch.iso, by: 'time:stretch' }
  const said = looksAhead(parse, frame.clause) ? undefined : saidTime(frame, times, publishedAt)
  if (said !== undefined) return { time: said.iso, by: 'time:said' }
  const isTold = tellsPast(parse, frame.clause) || (isEstimate(parse, frame.clause) && covers(told, publishedAt))
  if (told !== null && isTold) return { time: told, by: 'time:told' }
  const asked = surveyTime(parse, times)
  if (asked !== null) return { time: asked, by: 'time:survey' }
  if (publishedAt === null) return { time: null, by: 'time:none' }
  return hasBeenLong(parse, frame.clauseAt)
    ? { time: publishedAt.slice(0, 4), by: 'time:long' }
    : { time: publishedAt.slice(0, 7), by: 'time:document' }
}

function lasting(frame: Frame, start: TimeExpression): ClaimTime | null {
  const iso = lastingTime(frame, start)
  return iso === null ? null : { time: iso, by: 'time:lasting' }
}

function isUsable({ parse, quantity }: Frame, t: TimeExpression): boolean {
  return (
    !(t.by === 'time.after' && t.start > quantity.start) &&
    !isOfSaying(parse, t) &&
    !isOfRecord(parse, t) &&
    !isBaseline(parse, t, quantity) &&
    !isAside(parse, t, quantity)
  )
}

/** How far behind its comma a stretch of time may begin. */
const STRETCH_REACH = 10

/** "will cut 1,100 jobs, a fifth of its staff, over the next six months as sales fall": a clause of its own for its verb alone. */
function stretchAfter(
  { parse, clauseAt, quantity }: Frame,
  times: readonly TimeExpression[],
): TimeExpression | undefined {
  const next = spanOf(parse, clauseAt + 1)
  const opens = (t: TimeExpression): boolean => t.start >= next.start && t.start - next.start <= STRETCH_REACH
  return times.find((t) => /^time\.(?:coming|past)$/.test(t.by) && t.start >= quantity.end && opens(t))
}

/** "179 died on Wednesday, while 145 are still missing": a day that another clause tells of is over in one that tells of now. */
function isOver({ parse, clause, clauseAt }: Frame, t: TimeExpression): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(t.iso) || !tellsPresent(parse, clause)) return false
  const of = parse.clauses.find((_, k) => within(t, spanOf(parse, k)))
  return of !== undefined && of !== parse.clauses[clauseAt] && tellsPast(parse, of)
}

/** Whether a day lies in a period; false where one is not known. */
function covers(iso: string | null, day: string | null): boolean {
  if (iso === null || day === null) return false
  const [from = '', to = from] = iso.split('/')
  return from <= day && day.slice(0, to.length) <= to
}

/** The clauses of a sentence whose times a figure of another clause may have: not those of speaking, nor what only describes. */
function tellingSpans(frame: Frame): Span[] {
  const { parse, clauseAt } = frame
  const { clauses } = parse
  const spoken = clauses.map((_, k) => isReporting(parse, k))
  return clauses.flatMap((clause, k) => {
    return spoken[k] === true || (k !== clauseAt && clause.opening === 'relative') ? [] : [spanOf(parse, k)]
  })
}

/** The time at which it was said that something was so, where that was long before the report. */
function saidTime(
  frame: Frame,
  times: readonly TimeExpression[],
  publishedAt: string | null,
): TimeExpression | undefined {
  const { parse, quantity } = frame
  const spans = parse.clauses.flatMap((_, k) => (isReporting(parse, k) ? [spanOf(parse, k)] : []))
  return times.findLast(
    (t) =>
      t.end <= quantity.start &&
      !t.iso.includes('/') &&
      (isOfSaying(parse, t) || spans.some((span) => within(t, span))) &&
      isLongAgo(t, publishedAt),
  )
}

const within = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

function nearest(times: readonly TimeExpression[], span: Span, to: Span): TimeExpression | undefined {
  const inside = times.filter((t) => within(t, span))
  return inside.find((t) => t.start >= to.end) ?? inside.findLast((t) => t.end <= to.start)
}

function spanOf(parse: Parse, at: number): Span {
  const clause = parse.clauses[at]
  const first = parse.phrases[clause?.from ?? -1]
  const last = parse.phrases[(clause?.to ?? 0) - 1]
  return { start: parse.words[first?.from ?? -1]?.start ?? 0, end: parse.words[(last?.to ?? 0) - 1]?.end ?? 0 }
}
