/** First and last day, as days since 1970-01-01; ±Infinity where open. */
export interface DaySpan {
  readonly first: number
  readonly last: number
}

const MS_PER_DAY = 86_400_000

/**
 * The days that an ISO 8601 year, month, day, date-time or interval covers; an empty end is open. Null when it is none of these.
 * A date-time counts as its printed day, whatever its zone: papers date by the day.
 */
export function daySpan(iso: string | null): DaySpan | null {
  if (iso === null || iso === '') return null
  const [start = '', end] = iso.split('/')
  const from = start === '' ? { first: Number.NEGATIVE_INFINITY, last: 0 } : days(start)
  if (end === undefined) return from
  const to = end === '' ? { first: 0, last: Number.POSITIVE_INFINITY } : days(end)
  return from === null || to === null || from.first > to.last ? null : { first: from.first, last: to.last }
}

/** Days between two spans, 0 when they share a day. */
export function daysApart(a: DaySpan, b: DaySpan): number {
  return Math.max(0, a.first - b.last, b.first - a.last)
}

/** Number of days, Infinity when open. */
export function daysLong(span: DaySpan): number {
  return span.last - span.first + 1
}

function days(iso: string): DaySpan | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:$|T)/.exec(iso)
  if (match === null) return null
  const year = Number(match[1])
  const month = match[2] === undefined ? null : Number(match[2])
  const day = match[3] === undefined ? null : Number(match[3])
  if (month !== null && (month < 1 || month > 12)) return null
  const first = Date.UTC(year, (month ?? 1) - 1, day ?? 1)
  const next = Date.UTC(
    month === null ? year + 1 : year,
    day === null ? (month ?? 1) - (month === null ? 1 : 0) : (month ?? 1) - 1,
    day === null ? 1 : day + 1,
  )
  return { first: first / MS_PER_DAY, last: next / MS_PER_DAY - 1 }
}
