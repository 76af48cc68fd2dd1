import calendar from './data/calendar.json' with { type: 'json' }

const MONTHS: ReadonlyMap<string, number> = new Map(
  calendar.months.flatMap((names, i) => names.map((name) => [name, i + 1] as const)),
)
const MONTH = [...MONTHS.keys()].toSorted((a, b) => b.length - a.length).join('|')
const DATE_WORDS: ReadonlySet<string> = new Set([...MONTHS.keys(), ...calendar.weekdays, ...calendar.fill])

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?$/i
const MONTH_FIRST = new RegExp(`(?<!\\p{L})(${MONTH})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)`, 'iu')
const DAY_FIRST = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|\\.|º)?(?:\\s+(?:of|de))?[\\s-]+(${MONTH})\\.?,?(?:\\s+del?)?[\\s-]+(\\d{4})(?!\\d)`,
  'iu',
)
const YEAR_FIRST = /\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b/
const NUMERIC = /\b(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\b/

/**
 * A date as machines write it, as ISO 8601: a date, or a date-time with its offset where one is given. A time without
 * an offset is dropped, as it says nothing certain. Null for anything else, so that no guess passes for a date.
 */
export function parseMachineDate(value: string): string | null {
  const m = ISO.exec(value.trim())
  if (m === null) return findDate(value)
  const [, y, mo, d, h, mi, s, zone] = m
  const day = isoDay(Number(y), Number(mo), Number(d))
  if (day === null || h === undefined || zone === undefined || Number(h) > 24) return day
  const offset = /^(?:Z|UTC|GMT)$/i.test(zone)
    ? 'Z'
    : zone.includes(':')
      ? zone
      : `${zone.slice(0, 3)}:${zone.slice(3)}`
  return `${day}T${h}:${mi}:${s ?? '00'}${offset}`
}

/**
 * The first full date in running text as ISO 8601 day: "6 December 2024", "Dec. 6, 2024", "2024/12/06", "31/12/2024".
 * Numeric dates whose day and month cannot be told apart are left alone.
 */
export function findDate(text: string): string | null {
  const first = MONTH_FIRST.exec(text)
  if (first !== null) return isoDay(Number(first[3]), monthNumber(first[1]), Number(first[2]))
  const day = DAY_FIRST.exec(text)
  if (day !== null) return isoDay(Number(day[3]), monthNumber(day[2]), Number(day[1]))
  const year = YEAR_FIRST.exec(text)
  if (year !== null) return isoDay(Number(year[1]), Number(year[2]), Number(year[3]))
  return numericDate(NUMERIC.exec(text))
}

/** True when a line holds a date or an age and, besides figures, only words of the calendar and of publishing, and time zones ("AMT"). */
export function isDateOnly(line: string): boolean {
  if (line.length > 120 || !/\d/.test(line)) return false
  const words: readonly string[] =
    line
      .replace(/\b[A-Z]{1,4}T\b/g, '')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  if (!words.every((word) => DATE_WORDS.has(word))) return false
  return /(?<!\d)(?:19|20)\d{2}(?!\d)/.test(line) || words.includes('ago')
}

/** A date in the path of a URL ("/2024/12/06/", "-2024-12-06"), as ISO 8601 day; null when there is none. */
export function dateInUrl(url: string): string | null {
  const m = /[/_-](19|20)(\d{2})[/_-](\d{1,2})[/_-](\d{1,2})(?=[/_.-]|$)/.exec(url)
  return m === null ? null : isoDay(Number(`${m[1]}${m[2]}`), Number(m[3]), Number(m[4]))
}

function numericDate(m: RegExpExecArray | null): string | null {
  if (m === null) return null
  const [a, b, year] = [Number(m[1]), Number(m[2]), Number(m[3])]
  if (a > 12) return isoDay(year, b, a)
  return b > 12 || a === b ? isoDay(year, a, b) : null
}

function monthNumber(name: string | undefined): number {
  return MONTHS.get((name ?? '').toLowerCase()) ?? 0
}

function isoDay(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
}
