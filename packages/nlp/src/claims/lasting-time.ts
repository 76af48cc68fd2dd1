import type { TimeExpression } from '@counterclaim/model'
import { addMonths, isoMonth, isoYear } from '@counterclaim/quantities'
import type { Frame } from './quantity-frame.ts'

/** Months of a unit; what lasts for weeks or days stays within the month or year that is named. */
const MONTHS: Readonly<Record<string, number>> = { month: 1, year: 12 }
/** Times that name when something began; "until 2016" does not. */
const BEGINS = /^time\.(?:year|month|part|season|relative)$/

/** "Blocked in 2012 for over three years" holds from 2012 on, for as long as it says; null for any other figure. */
export function lastingTime({ quantity, preposition }: Frame, start: TimeExpression): string | null {
  const { unit, min, max } = quantity.value
  const months = (MONTHS[unit] ?? 0) * Number(min ?? max)
  if (preposition !== 'for' || months === 0 || !Number.isInteger(months) || !BEGINS.test(start.by)) return null
  const [year = 0, month] = start.iso.split('-').map(Number)
  if (start.iso.includes('/') || (month === undefined && months < 12)) return null
  if (month === undefined) return `${start.iso}/${isoYear(year + Math.ceil(months / 12))}`
  const end = addMonths({ year, month, day: 1 }, months)
  return `${isoMonth(year, month)}/${isoMonth(end.year, end.month)}`
}
