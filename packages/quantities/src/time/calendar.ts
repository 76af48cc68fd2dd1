/** A day of the Gregorian calendar; `month` 1 to 12. */
export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

const DAY_MS = 86_400_000
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})/

/** The day that an ISO 8601 date or date-time begins with; null for anything else. */
export function parseDay(iso: string): Day | null {
  const match = ISO_DAY.exec(iso)
  if (match === null) return null
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
  return isDay(day) ? day : null
}

/** True for a day that exists. */
export function isDay(day: Day): boolean {
  return day.month >= 1 && day.month <= 12 && day.day >= 1 && day.day <= daysIn(day.year, day.month)
}

/** Days of a month. */
export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** The day some days later, or earlier. */
export function addDays(day: Day, days: number): Day {
  return fromTime(toTime(day) + days * DAY_MS)
}

/** The day some months later or earlier; the last of the month where the day does not exist there. */
export function addMonths(day: Day, months: number): Day {
  const index = day.year * 12 + day.month - 1 + months
  const year = Math.floor(index / 12)
  const month = index - year * 12 + 1
  return { year, month, day: Math.min(day.day, daysIn(year, month)) }
}

/** 0 for Sunday to 6. */
export function weekdayOf(day: Day): number {
  return new Date(toTime(day)).getUTCDay()
}

/** Days from one day to another, negative when it lies before. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((toTime(to) - toTime(from)) / DAY_MS)
}

/** ISO 8601 forms. */
export function isoDay(day: Day): string {
  return `${isoMonth(day.year, day.month)}-${String(day.day).padStart(2, '0')}`
}

/** `2024-08`. */
export function isoMonth(year: number, month: number): string {
  return `${isoYear(year)}-${String(month).padStart(2, '0')}`
}

/** `2024`. */
export function isoYear(year: number): string {
  return String(year).padStart(4, '0')
}

function toTime(day: Day): number {
  return Date.UTC(day.year, day.month - 1, day.day)
}

function fromTime(time: number): Day {
  const date = new Date(time)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}
