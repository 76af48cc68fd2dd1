import type { Atom } from '../quantities/atoms.ts'
import { readWords } from '../quantities/read-words.ts'
import type { MomentRead } from './moment.ts'
import { readYearRef } from './read-date.ts'
import { ORDINALS } from './time-words.ts'

type Atoms = readonly Atom[]

interface MonthSpan {
  readonly first: number
  readonly last: number
}

/** "H2", "Q3" as months; null for a third half. */
export function halfOf(text: string): MonthSpan | null {
  const n = Number(text.slice(1))
  if (text[0] === 'Q') return { first: n * 3 - 2, last: n * 3 }
  return n > 2 ? null : { first: n * 6 - 5, last: n * 6 }
}

/** "Q3 2023", "H2 of 2024", "the first half of this year", "the third quarter of 2023", "first nine months of 2024". */
export function readHalf(atoms: Atoms, at: number): MomentRead | null {
  const short = /^[HQ][1-4]$/.test(atoms[at]?.text ?? '') ? halfOf(atoms[at]?.text ?? '') : null
  if (short !== null) return withYear(atoms, at, at + 1, short) ?? withoutYear(atoms, at, at + 1, short)
  const which = ORDINALS.get(atoms[at]?.lower ?? '')
  if (which === undefined) return null
  const joint = atoms[at + 1]?.text === '-' ? at + 2 : at + 1
  const name = atoms[joint]?.lower
  if (name === 'half') {
    const n = Math.min(which, 2)
    const months = { first: n * 6 - 5, last: n * 6 }
    return withYear(atoms, at, joint + 1, months) ?? withoutYear(atoms, at, joint + 1, months)
  }
  if (name === 'quarter' && isFiscal(atoms, at - 1))
    return { from: at, to: joint + 1, moment: { kind: 'relative', step: 'quarter', steps: -1 }, by: 'time.fiscal' }
  if (name === 'quarter') {
    const months = { first: which * 3 - 2, last: which * 3 }
    return withYear(atoms, at, joint + 1, months) ?? withoutYear(atoms, at, joint + 1, months)
  }
  const count =
    atoms[joint]?.kind === 'number' ? { mantissa: atoms[joint]?.value ?? 0, to: joint + 1 } : readWords(atoms, joint)
  if (which !== 1 || count === null || count.mantissa > 11 || atoms[count.to]?.lower !== 'months') return null
  return withYear(atoms, at, count.to + 1, { first: 1, last: count.mantissa })
}

/**
 * "its fiscal second quarter": whose year begins with which month is not said, but results are told of the quarter that has
 * just ended. A year beside it ("fiscal first quarter of 2024") says more.
 */
const isFiscal = (atoms: Atoms, at: number): boolean => /^(?:fiscal|financial)$/.test(atoms[at]?.lower ?? '')

const SPORT =
  /^(?:goals?|touchdowns?|scored?|scores|scoring|equalis\w+|equaliz\w+|match|game|games|team|coach|half-time|halftime|kick|yards|striker|midfielder|defender|winger|keeper|goalkeeper|penalty|referee|fans|league|cup|substitute|quarterback|pitch|minutes?|unbeaten|season|final|semi-final|playoffs?|side)$/

/** How far around a half or quarter sport is looked for. */
const SPORT_REACH = 30

/** "in the second quarter": of no year that is said. Where sport is spoken of it is one of a match. */
function withoutYear(atoms: Atoms, from: number, to: number, months: MonthSpan): MomentRead | null {
  const next = atoms[to]
  if (atoms[from]?.lower === 'last') return null
  if (next?.lower === 'of' || (next?.text === '-' && next.glued)) return null
  if (/^(?:hour|mile|century|dozen|final|finals|finalists?)$/.test(next?.lower ?? '')) return null
  if (atoms.slice(Math.max(0, from - SPORT_REACH), to + SPORT_REACH).some((atom) => SPORT.test(atom.lower))) return null
  return { from, to, moment: { kind: 'months', year: null, ...months }, by: 'time.part' }
}

function withYear(atoms: Atoms, from: number, at: number, months: MonthSpan): MomentRead | null {
  const fiscal =
    atoms[at]?.lower === 'of' && atoms[at + 1]?.lower === 'the' && /^(?:fiscal|year)$/.test(atoms[at + 2]?.lower ?? '')
  if (fiscal && atoms[at + 2]?.lower === 'year') {
    return { from, to: at + 3, moment: { kind: 'months', year: { which: 0 }, ...months }, by: 'time.part' }
  }
  const of = atoms[at]?.lower === 'of' ? 1 : 0
  const skip = atoms[at + of]?.lower === 'fiscal' ? 1 : 0
  const { year, to } = skip === 1 ? readYearRef(atoms, at + of + 1) : readYearRef(atoms, at)
  return year === null ? null : { from, to, moment: { kind: 'months', year, ...months }, by: 'time.part' }
}
