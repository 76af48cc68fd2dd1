import type { Figure } from './figures.ts'

/** "12 and 20 cannot both hold for …", the smaller text first. */
export function conflict(p: Figure, q: Figure): string {
  const [a, b] = [figure(p), figure(q)].sort()
  return `${a} and ${b} cannot both hold${ofWhat(p, q)}`
}

/** Whose and of when: " for users of Facebook in Kazakhstan in 2021", as far as either claim says. */
export function ofWhat(p: Figure, q: Figure): string {
  const first = p.claim.id < q.claim.id ? p.claim : q.claim
  const other = first === p.claim ? q.claim : p.claim
  const measure = first.measure ?? other.measure
  const subject = first.subject ?? other.subject
  const place = first.place ?? other.place
  const time = first.time === other.time ? first.time : null
  const what =
    measure !== null && subject !== null && !subject.includes(measure)
      ? `${measure} (${subject})`
      : (measure ?? subject)
  return `${what === null ? '' : ` for ${what}`}${place === null ? '' : ` in ${place}`}${time === null ? '' : `, ${time}`}`
}

const BOUNDS: Readonly<Record<string, string>> = {
  about: 'about ',
  'at-least': 'at least ',
  'more-than': 'more than ',
  'at-most': 'at most ',
  'less-than': 'less than ',
}

/** A value as a person would write it: "at least 3.2 million", "30–40 percent", "85 km/h". */
export function figure({ claim }: Pick<Figure, 'claim'>): string {
  const { value, per } = claim
  if (value === null) return claim.evidence
  const given = [...new Set([value.min, value.max].filter((x) => x !== null))]
  const { unit, size } = printedUnit(value.unit, given)
  const ends = given.map((x) => plain(typeof x === 'number' ? x / size : x))
  return `${BOUNDS[value.modifier] ?? ''}${ends.join('–')}${unitName(unit, ends)}${per === null ? '' : ` per ${per}`}`
}

/** Units that news prints, of the unit that claims are kept in; from this value on. */
const PRINTED = [
  { of: 'metre/second', unit: 'km/h', size: 1 / 3.6, from: 0 },
  { of: 'kilogram', unit: 'tonne', size: 1000, from: 1000 },
  { of: 'metre', unit: 'kilometre', size: 1000, from: 1000 },
  { of: 'bit/s', unit: 'Gbit/s', size: 1e9, from: 1e9 },
  { of: 'bit/s', unit: 'Mbit/s', size: 1e6, from: 1e6 },
] as const

function printedUnit(
  of: string,
  given: readonly (number | string)[],
): { readonly unit: string; readonly size: number } {
  const least = Math.min(...given.map((x) => Math.abs(Number(x))))
  return PRINTED.find((line) => line.of === of && least >= line.from) ?? { unit: of, size: 1 }
}

/** Units that are English words and have a plural. */
const WORDS = new Set('second minute hour day week month year metre kilometre kilogram tonne byte'.split(' '))

function unitName(unit: string, ends: readonly string[]): string {
  if (unit === 'count' || unit === 'date') return ''
  return WORDS.has(unit) && ends.join() !== '1' ? ` ${unit}s` : ` ${unit}`
}

/** Made once: `toLocaleString` makes one for each figure. */
const FORMAT = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 })

function plain(x: number | string): string {
  if (typeof x === 'string') return x
  for (const [size, name] of [
    [1e9, 'billion'],
    [1e6, 'million'],
  ] as const) {
    if (Math.abs(x) >= size) return `${Math.round((x / size) * 1e4) / 1e4} ${name}`
  }
  return FORMAT.format(x)
}
