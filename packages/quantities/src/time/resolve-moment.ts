import { addDays, addMonths, type Day, daysBetween, isDay, isoDay, isoMonth, isoYear, weekdayOf } from './calendar.ts'
import type { Moment, Step, YearRef } from './moment.ts'
import { quarterIso, STEP_DAYS, STEP_MONTHS, sameInYear, shiftIso, weekIso } from './resolve-shift.ts'

/** What a moment is placed by. */
export interface Anchor {
  /** The document's day, null when it is not known. */
  readonly day: Day | null
  /** The year that a month or day without one belongs to, where the text says it; else null. */
  readonly year: number | null
  /** Where the words before the moment look: ahead ("will"), back ("opened"), or nowhere for sure. */
  readonly look: 'ahead' | 'back' | null
  /** ISO 8601 of the time spoken of before, and whether the same sentence speaks of it; null without any. */
  readonly before: { readonly iso: string; readonly near: boolean } | null
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
    case 'weekend':
      return weekendIso(moment, anchor)
    case 'ending':
      return endingIso(moment, anchor)
    case 'shift':
      return shiftIso(
        moment,
        moment.near === true && anchor.before?.near !== true ? null : (anchor.before?.iso ?? null),
        anchor.day,
      )
    case 'sameIn':
      return sameInYear(anchor.before?.iso ?? null, yearNumber(moment.year, anchor))
    case 'fullYear':
      return fullYearIso(anchor)
    case 'season':
      return seasonIso(moment, anchor)
    case 'relative':
    case 'ago':
      return relativeIso(moment, anchor)
    case 'past':
      return stretchIso(moment.step, -moment.steps, anchor)
    case 'coming':
      return stretchIso(moment.step, moment.steps, anchor)
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
function nearestYear(month: number, day: number, { day: today, look }: Anchor): number | null {
  if (today === null) return null
  const ahead = daysBetween(today, { year: today.year, month, day: Math.min(day, 28) })
  if (look === 'ahead') return ahead < -AHEAD_DAYS ? today.year + 1 : today.year
  if (look === 'back') return ahead > 0 ? today.year - 1 : today.year
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
  const year = yearNumber(moment.year, anchor) ?? (moment.year === null ? spanYear(moment, anchor) : null)
  if (year === null) return null
  if (moment.first === moment.last) return isoMonth(year, moment.first)
  const end = moment.last < moment.first ? year + 1 : year
  return `${isoMonth(year, moment.first)}/${isoMonth(end, moment.last)}`
}

/** The year of "the second quarter": the last that has ended, or the next to end where the words look ahead. */
function spanYear(moment: Moment & { kind: 'months' }, { day, year, look }: Anchor): number | null {
  if (year !== null || day === null) return year
  if (look === 'ahead') return moment.last >= day.month ? day.year : day.year + 1
  return moment.last < day.month ? day.year : day.year - 1
}

/** Saturday and Sunday, of the document's week or the one before. */
function weekendIso(moment: Moment & { kind: 'weekend' }, { day, look }: Anchor): string | null {
  if (day === null) return null
  const sunday = addDays(day, -weekdayOf(day))
  const ahead = moment.which === 1 || ((moment.which === 0 || moment.which === null) && look === 'ahead')
  const last = ahead ? addDays(sunday, 7) : sunday
  return `${isoDay(addDays(last, -1))}/${isoDay(last)}`
}

function endingIso(moment: Moment & { kind: 'ending' }, anchor: Anchor): string | null {
  const end = resolveMoment(moment.last, anchor)
  if (end === null) return null
  const [year = 0, month = 1] = end.split('-').map(Number)
  const first = addMonths({ year, month, day: 1 }, 1 - moment.months)
  return moment.months === 1 ? end.slice(0, 7) : `${isoMonth(first.year, first.month)}/${end.slice(0, 7)}`
}

/** Until when results of the year before are told: most firms' are out by the end of April. */
const RESULTS_MONTH = 4

function fullYearIso({ day, look }: Anchor): string | null {
  if (day === null) return null
  return isoYear(look !== 'ahead' && day.month <= RESULTS_MONTH ? day.year - 1 : day.year)
}

/** "that summer" of the year spoken of before. */
function seasonIso(moment: Moment & { kind: 'season' }, anchor: Anchor): string | null {
  const year = Number(anchor.before?.iso.slice(0, 4) ?? anchor.day?.year ?? Number.NaN)
  if (!Number.isInteger(year)) return null
  const end = moment.last < moment.first ? year + 1 : year
  return `${isoMonth(year, moment.first)}/${isoMonth(end, moment.last)}`
}

function weekdayIso(moment: Moment & { kind: 'weekday' }, anchor: Anchor): string | null {
  const { day, look } = anchor
  if (day === null) return null
  const back = (weekdayOf(day) - moment.weekday + 7) % 7
  const ahead = (7 - back) % 7
  if (moment.which === 1) return isoDay(addDays(day, ahead === 0 ? 7 : ahead))
  if (moment.which === -1) return isoDay(addDays(day, -(back === 0 ? 7 : back)))
  return isoDay(addDays(day, look === 'ahead' ? ahead : -back))
}

function relativeIso(moment: Moment & { kind: 'relative' | 'ago' }, anchor: Anchor): string | null {
  if (anchor.day === null) return undatedIso(moment, anchor)
  const steps = moment.kind === 'ago' ? -moment.steps : moment.steps
  const days = STEP_DAYS.get(moment.step)
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

/** "Next year" in a tale without a date goes on from the time before it. */
function undatedIso(moment: Moment & { kind: 'relative' | 'ago' }, { before }: Anchor): string | null {
  if (moment.kind === 'ago' || moment.steps !== 1 || before === null) return null
  return shiftIso({ kind: 'shift', step: moment.step, steps: 1, whole: true }, before.iso, null)
}

/** From the document's day so many steps on, or back where they are below zero. */
function stretchIso(step: Step, steps: number, anchor: Anchor): string | null {
  if (anchor.day === null) return null
  const days = STEP_DAYS.get(step)
  const months = STEP_MONTHS[step] * steps
  if (days === undefined && !Number.isInteger(months)) return null
  const other = days === undefined ? addMonths(anchor.day, months) : addDays(anchor.day, days * steps)
  const [from, to] = steps < 0 ? [other, anchor.day] : [anchor.day, other]
  return `${isoDay(from)}/${isoDay(to)}`
}

/** The start takes the end's year where it has none: "March to May 2024". */
function intervalIso(first: Moment, last: Moment, anchor: Anchor): string | null {
  const end = resolveMoment(last, anchor)
  if (end === null) return null
  const endYear = Number(end.slice(0, 4))
  const ahead = last.kind === 'year' && anchor.day !== null && endYear > anchor.day.year
  const borrowed = { ...anchor, year: hasYear(last) && !ahead ? endYear : anchor.year }
  let start = resolveMoment(first, borrowed)
  if (start !== null && start.slice(0, end.length) > end && !hasYear(first))
    start = resolveMoment(first, { ...anchor, year: endYear - 1 })
  if (start === null) return null
  const from = start.split('/')[0] ?? start
  const to = end.split('/').at(-1) ?? end
  if (from.slice(0, to.length) <= to) return `${from}/${to}`
  const later = hasYear(last) ? null : resolveMoment(last, { ...anchor, year: Number(from.slice(0, 4)) })
  return later === null || later < from ? null : `${from}/${later}`
}

function hasYear(moment: Moment): boolean {
  return !('year' in moment) || moment.year !== null
}

function openIso(side: 'start' | 'end', moment: Moment, anchor: Anchor): string | null {
  const iso = resolveMoment(
    moment,
    side === 'end' ? { ...anchor, look: anchor.look === 'ahead' ? null : anchor.look } : anchor,
  )
  if (iso === null) return null
  return side === 'end' ? `${iso.split('/')[0]}/` : `/${iso.split('/').at(-1)}`
}
