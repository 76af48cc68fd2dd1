import { addDays, addMonths, type Day, isoDay, isoMonth, isoYear, parseDay, weekdayOf } from './calendar.ts'
import type { Moment, Step } from './moment.ts'

type Shift = Moment & { kind: 'shift' }

/** How many days or months a step takes. */
export const STEP_DAYS: ReadonlyMap<Step, number> = new Map([
  ['day', 1],
  ['week', 7],
  ['fortnight', 14],
])
export const STEP_MONTHS: Readonly<Record<Step, number>> = {
  day: 0,
  week: 0,
  fortnight: 0,
  month: 1,
  quarter: 3,
  year: 12,
  decade: 120,
  century: 1200,
}

/**
 * A time moved from the one spoken of before (`from`, ISO 8601), else from the document's day. Null where the step is finer than
 * what it is moved from ("in 2020 … two days later") or nothing says where it lies.
 */
export function shiftIso(moment: Shift, from: string | null, day: Day | null): string | null {
  const days = STEP_DAYS.get(moment.step)
  const base = from ?? (day === null ? null : isoDay(day))
  if (base === null || base.startsWith('/') || base.endsWith('/')) return null
  if (days !== undefined) return shiftDays(base, moment, days)
  const months = STEP_MONTHS[moment.step] * moment.steps
  if (!Number.isInteger(months)) return null
  if (moment.whole) return wholeIso(base, moment.step, months)
  const moved = base.split('/').map((end) => shiftMonths(end, months))
  return moved.includes(null) ? null : moved.join('/')
}

function shiftDays(base: string, moment: Shift, days: number): string | null {
  const day = parseDay(base.split('/').at(-1) ?? '')
  if (day === null) return null
  const moved = addDays(day, moment.steps * days)
  return moment.step === 'day' || !moment.whole ? isoDay(moved) : weekIso(moved)
}

/** Months and years have no exact day: "a year after May 5, 2020" is May 2021. */
function shiftMonths(iso: string, months: number): string | null {
  const [year = 0, month] = iso.split('-').map(Number)
  if (month === undefined) return months % 12 === 0 ? isoYear(year + months / 12) : null
  const moved = addMonths({ year, month, day: 1 }, months)
  return isoMonth(moved.year, moved.month)
}

/** The whole month, quarter or year around the time before, moved. */
function wholeIso(base: string, step: Step, months: number): string | null {
  const [year = 0, month] = (base.split('/').at(-1) ?? '').split('-').map(Number)
  if (step === 'year') return isoYear(year + months / 12)
  if (month === undefined || (step !== 'month' && step !== 'quarter')) return null
  const moved = addMonths({ year, month, day: 1 }, months)
  return step === 'month' ? isoMonth(moved.year, moved.month) : quarterIso(moved)
}

/** The time before, in another year. */
export function sameInYear(from: string | null, year: number | null): string | null {
  if (year === null || from === null) return year === null ? null : isoYear(year)
  const ends = from.split('/')
  const shift = year - Number((ends.at(-1) ?? '').slice(0, 4))
  return ends.map((end) => `${isoYear(Number(end.slice(0, 4)) + shift)}${end.slice(4, 7)}`).join('/')
}

/** Monday to Sunday. */
export function weekIso(day: Day): string {
  const monday = addDays(day, -((weekdayOf(day) + 6) % 7))
  return `${isoDay(monday)}/${isoDay(addDays(monday, 6))}`
}

/** The quarter of the year that a day lies in. */
export function quarterIso(day: Day): string {
  const first = Math.floor((day.month - 1) / 3) * 3 + 1
  return `${isoMonth(day.year, first)}/${isoMonth(day.year, first + 2)}`
}
