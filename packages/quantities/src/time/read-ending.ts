import type { Atom } from '../quantities/atoms.ts'
import type { MomentRead } from './moment.ts'
import { readDate } from './read-date.ts'
import { countAt, lowerAt } from './read-relative.ts'

type Atoms = readonly Atom[]

const MONTHS_OF: ReadonlyMap<string, number> = new Map([
  ['month', 1],
  ['months', 1],
  ['quarter', 3],
  ['half', 6],
  ['half-year', 6],
  ['year', 12],
  ['years', 12],
])
const ENDING = /^(?:to|through|until|till|ended|ending)$/

/** Reads a span by its length and end: "the year to March", "the three months through July 2023", "the quarter ended June 30". */
export function readEnding(atoms: Atoms, at: number): MomentRead | null {
  const count = MONTHS_OF.has(lowerAt(atoms, at)) ? { value: 1, to: at } : countAt(atoms, at)
  const months = count === null ? undefined : MONTHS_OF.get(lowerAt(atoms, count.to))
  if (count === null || months === undefined) return null
  let last = count.to + 1
  if (!ENDING.test(lowerAt(atoms, last))) return null
  last += 1
  if (/^(?:on|in)$/.test(lowerAt(atoms, last))) last += 1
  if (lowerAt(atoms, last) === 'the' && lowerAt(atoms, last + 1) === 'end' && lowerAt(atoms, last + 2) === 'of')
    last += 3
  const end = readDate(atoms, last)
  if (end === null || (end.moment.kind !== 'day' && end.moment.kind !== 'month')) return null
  return {
    from: at,
    to: end.to,
    moment: { kind: 'ending', months: months * count.value, last: end.moment },
    by: 'time.ending',
  }
}
