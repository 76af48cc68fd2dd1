import type { Figure } from './figures.ts'
import { scopeDifference } from './measure.ts'
import { type DaySpan, daysApart, daysLong } from './time-span.ts'

/** Untimed figures of reports further apart than this are not taken to be of one time. */
const SAME_TIME_DAYS = 30
/** From four weeks on a time is a period, over which things are counted; below it is a day on which they happened. */
const PERIOD_DAYS = 28
/** Of one report a figure without a time is not of a period that ended longer ago: "17 million, up from 14.9 million in 2018". */
const LONG_AGO_DAYS = 400

/** Why two figures of the same thing cannot be compared, in words; null when they can: scope, place and time agree. */
export function frameDifference(p: Figure, q: Figure): string | null {
  if (p.norm !== q.norm) return 'one is a limit or a target, the other what was'
  return scopeDifference(p.measure, q.measure) ?? placeDifference(p, q) ?? timeDifference(p, q)
}

function placeDifference(p: Figure, q: Figure): string | null {
  const [a, b] = [p.claim.placeEntity ?? p.claim.place, q.claim.placeEntity ?? q.claim.place]
  if (a === null || b === null || a.toLowerCase() === b.toLowerCase()) return null
  return `different place: ${[p.claim.place ?? a, q.claim.place ?? b].sort().join(' and ')}`
}

function timeDifference(p: Figure, q: Figure): string | null {
  if (p.unit === 'date') return null
  const differs = `different time: ${[p.claim.time ?? 'not said', q.claim.time ?? 'not said'].sort().join(' and ')}`
  if (p.time !== null && q.time !== null) return sameTime(p.time, q.time) ? null : differs
  const [timed, other] = p.time === null ? [q.time, p] : [p.time, q]
  if (timed === null) return publishedApart(p, q)
  if (daysLong(timed) >= PERIOD_DAYS) {
    const now = other.published
    if (p.document === q.document) return now !== null && daysApart(timed, now) > LONG_AGO_DAYS ? differs : null
    return now !== null && daysApart(timed, now) <= SAME_TIME_DAYS ? null : differs
  }
  return other.published !== null && daysApart(timed, other.published) > SAME_TIME_DAYS ? differs : null
}

function sameTime(a: DaySpan, b: DaySpan): boolean {
  if (daysApart(a, b) > 0) return false
  const [short, long] = [daysLong(a), daysLong(b)].sort((x, y) => x - y) as [number, number]
  return short < PERIOD_DAYS || long === Number.POSITIVE_INFINITY || long <= 1.5 * short
}

function publishedApart(p: Figure, q: Figure): string | null {
  if (p.published === null || q.published === null || daysApart(p.published, q.published) <= SAME_TIME_DAYS) return null
  return `different time: reports ${daysApart(p.published, q.published)} days apart`
}
