import type { Value } from '@counterclaim/model'
import { daySpan } from './time-span.ts'

/** Where a value may lie, both ends included; ±Infinity where it is open. Dates as days since 1970. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/**
 * Tolerance of "about", "nearly", "some": a tenth of the figure. Estimates that news calls "about" are off by a few
 * percent; a tenth lets 30–40 % meet "about 30 %" and keeps "about 13 %" apart from "at least 20 %".
 */
const ABOUT = 0.1
/** From a million on, one figure before the noughts is as exact as it is printed ("3 million" may be 3.2). */
const LARGE = 1_000_000

/**
 * The interval that a value stands for: its bounds, widened by half a unit of the last printed digit (73 million may be
 * 73.2), and by a tenth for "about". Null when the value gives no figure, or a date that cannot be read.
 */
export function interval(value: Value): Interval | null {
  if (value.unit === 'date') return dateInterval(value)
  const { min, max } = value
  if (typeof min === 'string' || typeof max === 'string' || (min === null && max === null)) return null
  const slack = (x: number): number => Math.max(roundingSlack(x), value.modifier === 'about' ? Math.abs(x) * ABOUT : 0)
  return {
    low: min === null ? Number.NEGATIVE_INFINITY : min - slack(min),
    high: max === null ? Number.POSITIVE_INFINITY : max + slack(max),
  }
}

/** True when no number lies in both. */
export function disjoint(a: Interval, b: Interval): boolean {
  return a.high < b.low || b.high < a.low
}

/**
 * How far apart two disjoint intervals are, 0 to 1: the gap as a share of the larger of the two bounds that face it;
 * for days, weeks of gap, so that two days apart is little and a month is all.
 */
export function gap(a: Interval, b: Interval, unit: string): number {
  const [left, right] = a.high < b.low ? [a.high, b.low] : [b.high, a.low]
  const width = right - left
  if (unit === 'date') return Math.min(1, width / 28)
  return Math.min(1, width / Math.max(Math.abs(left), Math.abs(right), Number.MIN_VALUE))
}

/**
 * Half a unit of the last digit that a writer meant: 188.9 ± 0.05, 73,000,000 ± 500,000, 1,048 ± 0.5, 5 ± 0.5.
 * Noughts count as meant up to the second figure, so that 20 is not 15 to 25; from a million on they do not.
 * A little less than half, so that 12 and 13 do not meet in 12.5.
 */
export function roundingSlack(x: number): number {
  const size = Math.abs(x)
  if (size === 0 || !Number.isFinite(size)) return 0
  const [digits = '', exponent = '0'] = size.toExponential().split('e')
  const printed = digits.replace('.', '').length
  const figures = size >= LARGE || size < 10 ? printed : Math.max(printed, 2)
  return 0.49 * 10 ** (Number(exponent) - figures + 1)
}

function dateInterval(value: Value): Interval | null {
  const from = typeof value.min === 'string' ? daySpan(value.min) : null
  const to = typeof value.max === 'string' ? daySpan(value.max) : null
  if (from === null && to === null) return null
  return { low: from?.first ?? Number.NEGATIVE_INFINITY, high: to?.last ?? Number.POSITIVE_INFINITY }
}
