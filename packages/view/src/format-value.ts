import type { Modifier, Value } from '@counterclaim/model'
import { formatTime } from './format-time.ts'

const BEFORE: Readonly<Record<Modifier, string>> = {
  exact: '',
  about: 'about ',
  'at-least': 'at least ',
  'more-than': 'more than ',
  'at-most': 'at most ',
  'less-than': 'less than ',
  range: '',
}

/** A day as a bound reads otherwise than a figure as a bound. */
const BEFORE_DATE: Readonly<Record<Modifier, string>> = {
  ...BEFORE,
  'at-least': 'from ',
  'more-than': 'after ',
  'at-most': 'by ',
  'less-than': 'before ',
}

/** Units that stand behind the figure under another name than their own; SI prefixes go before those in `SCALED`. */
const UNIT_NAMES: Readonly<Record<string, string>> = {
  percent: '%',
  byte: 'B',
  'bit/s': 'bit/s',
  watt: 'W',
  'watt-hour': 'Wh',
}
const SCALED: ReadonlySet<string> = new Set(['byte', 'bit/s', 'watt', 'watt-hour'])
/** Units that are words and take an s. */
const WORDS = /^(?:percentage-point|second|minute|hour|day|week|month|year|metre|kilometre|gram|kilogram|litre|tonne)$/
const CURRENCY = /^[A-Z]{3}$/

/**
 * A figure as people write it: "30–40 %", "at least 3.2 million", "USD 1.5 billion", "by 24 September 2024".
 * Never loses digits that were written: what cannot be said shorter is written out ("77,597"). A fraction without end
 * ("a third") is cut after one decimal.
 */
export function formatValue(value: Value, per: string | null = null): string {
  if (value.unit === 'date') return formatDates(value)
  const sides = [value.min, value.max].filter((side) => side !== null)
  const numbers = [...new Set(sides.map(Number))]
  const figure = withUnit(formatNumbers(numbers, value.unit), numbers, value.unit)
  return `${BEFORE[value.modifier]}${figure}${per === null ? '' : ` per ${per}`}`
}

function formatDates({ min, max, modifier }: Value): string {
  const days = [...new Set([min, max].filter((side) => side !== null))].map((day) => formatTime(`${day}`))
  return `${BEFORE_DATE[modifier]}${days.join(' – ')}`
}

function withUnit(figure: string, numbers: readonly number[], unit: string): string {
  if (unit === 'count') return figure
  if (CURRENCY.test(unit)) return `${unit} ${figure}`
  if (SCALED.has(unit)) return `${figure}${UNIT_NAMES[unit]}`
  if (WORDS.test(unit))
    return `${figure} ${unit.replace('-', ' ')}${numbers.length === 1 && numbers[0] === 1 ? '' : 's'}`
  return `${figure} ${UNIT_NAMES[unit] ?? unit}`
}

/** The bounds, joined by a dash; a scale that both share is said once: "10–20 million". */
function formatNumbers(numbers: readonly number[], unit: string): string {
  const parts = numbers.map((n) => (SCALED.has(unit) ? scale(n, PREFIXES, 1) : scale(n, MAGNITUDES, 1e6)))
  const shared = new Set(parts.map((part) => part.name)).size === 1 ? (parts[0]?.name ?? '') : null
  if (shared !== null) return `${parts.map((part) => part.figure).join('–')}${shared}`
  return parts.map((part) => `${part.figure}${part.name}`).join(' – ')
}

type Scale = readonly (readonly [size: number, name: string])[]
const MAGNITUDES: Scale = [
  [1e12, ' trillion'],
  [1e9, ' billion'],
  [1e6, ' million'],
]
const PREFIXES: Scale = [
  [1e12, ' T'],
  [1e9, ' G'],
  [1e6, ' M'],
  [1e3, ' k'],
]

/** Says a number in the largest unit that leaves at most three decimals; else writes it out. */
function scale(n: number, scales: Scale, least: number): { figure: string; name: string } {
  const size = Math.abs(n)
  for (const [unit, name] of scales) {
    if (size < unit || size < least) continue
    const figure = Number((n / unit).toPrecision(12))
    if (Math.abs(Math.round(figure * 1000) - figure * 1000) > 1e-6) continue
    return { figure: group(figure), name }
  }
  return { figure: group(n), name: scales === PREFIXES ? ' ' : '' }
}

function group(n: number): string {
  const written = Number(n.toFixed(9)) === n
  return n.toLocaleString('en-US', { maximumFractionDigits: written ? 9 : 1 })
}
