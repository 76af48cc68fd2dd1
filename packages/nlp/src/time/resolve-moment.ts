import { addDays, addMonths, type Day, daysBetween, isDay, isoDay, isoMonth, isoYear, weekdayOf } from './calendar.ts'
import type { Moment, Step, YearRef } from './moment.ts'

/** What a moment is placed by. */
export interface Anchor {
  /** The document's day, null when it is not known. */
  readonly day: Day | null
  /** The year that a month or day without one belongs to, where the text says it; else null. */
  readonly year: number | null
  /** True where the words around the moment look ahead ("will", "by"). */
  readonly future: boolean
}

const STEP_MONTHS: Readonly<Record<Step, number>> = {
  day: 0,
  week: 0,
  fortnight: 0,
  month: 1,
  quarter: 3,
  year: 12,
  decade: 120,
  century: 1200,
}
/** A month or day without a year lies in the past unless that is more than eleven months away. */
const AHEAD_DAYS = 31

/** ISO 8601 of a moment, an interval as `start/end`; null when nothing says where it lies. */
export function resolveMoment(moment: Moment, anchor: Anchor): string | null {
  switch (moment.kind) {
    case 'day':
      return dayIso(moment, anchor)
    case 'month':
      return monthIso(moment, anchor)
    case 'months':
      return monthsIso(moment, anchor)
    case 'year':
      return isoYear(moment.year)
    case 'years':
      return `${isoYear(moment.first)}/${isoYear(moment.last)}`
    case 'weekday':
      return weekdayIso(moment, anchor)
    case 'relative':
    case 'ago':
      return relativeIso(moment, anchor)
    case 'past':
      return pastIso(moment, anchor)
    case 'interval':
      return intervalIso(moment.first, moment.last, anchor)
    case 'open':
      return openIso(moment.side, moment.moment, anchor)
    case 'clock':
      return null
  }
}

function yearNumber(year: YearRef, anchor: Anchor): number | null {
  if (typeof year === 'number') return year
  if (year === null || anchor.day === null) return null
  return anchor.day.year + year.which
}

function dayIso(moment: Moment & { kind: 'day' }, anchor: Anchor): string | null {
  const year = yearNumber(moment.year, anchor) ?? anchor.year ?? nearestYear(moment.month, moment.day, anchor)
  if (year === null) return null
  const day = { year, month: moment.month, day: moment.day }
  return isDay(day) ? isoDay(day) : null
}

/** The year that puts a month and day nearest before the document, or after it where the words look ahead. */
function nearestYear(month: number, day: number, { day: today, future }: Anchor): number | null {
  if (today === null) return null
  const ahead = daysBetween(today, { year: today.year, month, day: Math.min(day, 28) })
  if (future) return ahead < -AHEAD_DAYS ? today.year + 1 : today.year
  return ahead > AHEAD_DAYS ? today.year - 1 : today.year
}

function monthIso(moment: Moment & { kind: 'month' }, anchor: Anchor): string | null {
  const written = yearNumber(moment.year, anchor)
  if (written !== null) return isoMonth(written, moment.month)
  const { day } = anchor
  if (day === null) return anchor.year === null ? null : isoMonth(anchor.year, moment.month)
  if (moment.which === -1) return isoMonth(moment.month < day.month ? day.year : day.year - 1, moment.month)
  if (moment.which === 1) return isoMonth(moment.month > day.month ? day.year : day.year + 1, moment.month)
  if (moment.which === 0) return isoMonth(day.year, moment.month)
  const year = anchor.year ?? nearestYear(moment.month, moment.month === day.month ? day.day : 15, anchor)
  return year === null ? null : isoMonth(year, moment.month)
}

function monthsIso(moment: Moment & { kind: 'months' }, anchor: Anchor): string | null {
  const year = yearNumber(moment.year, anchor)
  if (year === null) return null
  if (moment.first === moment.last) return isoMonth(year, moment.first)
  const end = moment.last < moment.first ? year + 1 : year
  return `${isoMonth(year, moment.first)}/${isoMonth(end, moment.last)}`
}

function weekdayIso(moment: Moment & { kind: 'weekday' }, anchor: Anchor): string | null {
  const { day, future } = anchor
  if (day === null) return null
  const back = (weekdayOf(day) - moment.weekday + 7) % 7
  const ahead = (7 - back) % 7
  if (moment.which === 1) return isoDay(addDays(day, ahead === 0 ? 7 : ahead))
  if (moment.which === -1) return isoDay(addDays(day, -(back === 0 ? 7 : back)))
  return isoDay(addDays(day, future ? ahead : -back))
}

function relativeIso(moment: Moment & { kind: 'relative' | 'ago' }, anchor: Anchor): string | null {
  if (anchor.day === null) return null
  const steps = moment.kind === 'ago' ? -moment.steps : moment.steps
  const days = { day: 1, week: 7, fortnight: 14 }[moment.step as 'day' | 'week' | 'fortnight']
  if (days !== undefined) {
    const day = addDays(anchor.day, steps * days)
    return moment.step === 'day' || moment.kind === 'ago' ? isoDay(day) : weekIso(day)
  }
  if (!Number.isInteger(steps * STEP_MONTHS[moment.step])) return null
  const day = addMonths(anchor.day, steps * STEP_MONTHS[moment.step])
  if (moment.step === 'month') return isoMonth(day.year, day.month)
  if (moment.step === 'quarter') return quarterIso(day)
  if (moment.step === 'decade' && moment.kind === 'relative') {
    const first = Math.floor(day.year / 10) * 10
    return `${isoYear(first)}/${isoYear(first + 9)}`
  }
  return moment.step === 'century' && moment.kind === 'relative' ? null : isoYear(day.year)
}

/** Monday to Sunday. */
function weekIso(day: Day): string {
  const monday = addDays(day, -((weekdayOf(day) + 6) % 7))
  return `${isoDay(monday)}/${isoDay(addDays(monday, 6))}`
}

function quarterIso(day: Day): string {
  const first = Math.floor((day.month - 1) / 3) * 3 + 1
  return `${isoMonth(day.year, first)}/${isoMonth(day.year, first + 2)}`
}

function pastIso(moment: Moment & { kind: 'past' }, anchor: Anchor): string | null {
  if (anchor.day === null) return null
  const days = { day: 1, week: 7, fortnight: 14 }[moment.step as 'day' | 'week' | 'fortnight']
  const months = STEP_MONTHS[moment.step] * moment.steps
  if (days === undefined && !Number.isInteger(months)) return null
  const start = days === undefined ? addMonths(anchor.day, -months) : addDays(anchor.day, -days * moment.steps)
  return `${isoDay(start)}/${isoDay(anchor.day)}`
}

/** The start takes the end's year where it has none: "March to May 2024". */
function intervalIso(first: Moment, last: Moment, anchor: Anchor): string | null {
  const end = resolveMoment(last, anchor)
  if (end === null) return null
  const endYear = Number(end.slice(0, 4))
  const borrowed = { ...anchor, year: hasYear(last) ? endYear : anchor.year }
  let start = resolveMoment(first, borrowed)
  if (start !== null && start > end && !hasYear(first)) start = resolveMoment(first, { ...anchor, year: endYear - 1 })
  if (start === null) return null
  const from = start.split('/')[0] ?? start
  const to = end.split('/').at(-1) ?? end
  if (from <= to) return `${from}/${to}`
  const later = hasYear(last) ? null : resolveMoment(last, { ...anchor, year: Number(from.slice(0, 4)) })
  return later === null || later < from ? null : `${from}/${later}`
}

function hasYear(moment: Moment): boolean {
  return !('year' in moment) || moment.year !== null
}

function openIso(side: 'start' | 'end', moment: Moment, anchor: Anchor): string | null {
  const iso = resolveMoment(moment, side === 'end' ? { ...anchor, future: false } : anchor)
  if (iso === null) return null
  return side === 'end' ? `${iso.split('/')[0]}/` : `/${iso.split('/').at(-1)}`
}
