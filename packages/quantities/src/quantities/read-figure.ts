import type { Atom } from './atoms.ts'
import type { Unit } from './lexicon.ts'
import type { NumberRead } from './number-read.ts'
import { readMoneyPrefix } from './read-money.ts'
import { readNumber } from './read-number.ts'
import { readPer } from './read-per.ts'
import { isMetre, readUnit, type UnitRead } from './read-unit.ts'

/** One figure with its unit; ranges and bounds are made of these. `from` and `to` are places among the atoms. */
export interface Figure {
  readonly from: number
  readonly to: number
  readonly mantissa: number
  readonly scale: number
  /** Null where nothing but a counted noun can follow. */
  readonly unit: Unit | null
  readonly per: string | null
  /** Atom after the rate where it does not follow at once: "12 deaths per 100,000". */
  readonly reach?: number
  /** The atoms of its unit as written, a sign before the number or a word after it; null without any. */
  readonly unitAt: readonly [number, number] | null
  readonly rule: NumberRead['rule'] | 'age' | 'money'
}

const YEAR: Unit = { unit: 'year', factor: 1 }
/** The oldest anybody has been, rounded up. */
const MAX_AGE = 125
const SHARE: Unit = { unit: 'percent', factor: 100 }
const MINUS = new Set(['-', '−', '–'])

/** Reads the figure that begins at an atom: sign, money, number, magnitude, unit, rate. */
export function readFigure(atoms: readonly Atom[], at: number): Figure | null {
  const minus = minusAt(atoms, at)
  const prefix = readMoneyPrefix(atoms, at + minus)
  const number = readNumber(atoms, prefix?.to ?? at + minus, prefix !== null)
  if (number === null || (minus > 0 && number.rule !== 'number')) return null
  const either = atoms[at - 1]?.lower === 'or' && atoms[at - 2]?.lower === 'plus'
  const signed = minus > 0 && !either ? { ...number, mantissa: -number.mantissa } : number
  if (prefix !== null)
    return withPer(atoms, {
      ...signed,
      from: at,
      unit: prefix,
      unitAt: [at + minus, numberAt(atoms, at + minus, prefix.to)],
      per: null,
      rule: 'money',
      to: afterCode(atoms, signed.to),
    })
  if (number.rule === 'share') return { ...signed, from: at, unit: SHARE, unitAt: null, per: null }
  return withPer(atoms, withUnit(atoms, at, signed))
}

/** The money sign's end: what stands before the number itself. */
function numberAt(atoms: readonly Atom[], from: number, to: number): number {
  return atoms[to - 1]?.text === '.' ? Math.max(from + 1, to - 1) : to
}

/** How many atoms a minus sign takes: "-5", "minus 5", "minus-260"; none in "5-10" and "ten minus 5". */
function minusAt(atoms: readonly Atom[], at: number): number {
  const [sign, next] = [atoms[at], atoms[at + 1]]
  if (MINUS.has(sign?.text ?? '')) return next?.glued && !sign?.glued ? 1 : 0
  if (sign?.lower !== 'minus' || atoms[at - 1]?.kind === 'number') return 0
  if (next?.text === '-') return 2
  return next?.kind === 'number' ? 1 : 0
}

/** "$5 million US", "$40 USD": the code repeats what the sign said. */
function afterCode(atoms: readonly Atom[], at: number): number {
  return atoms[at]?.text === 'USD' || (atoms[at]?.text === 'US' && !/^[A-Z]/.test(atoms[at + 1]?.text ?? ''))
    ? at + 1
    : at
}

function withUnit(atoms: readonly Atom[], at: number, number: NumberRead): Figure {
  if (isMetre(atoms, number.to - 1) && number.scale === 1_000_000) {
    return {
      ...number,
      from: at,
      scale: 1,
      unit: { unit: 'metre', factor: 1 },
      unitAt: [number.to - 1, number.to],
      per: null,
    }
  }
  const of = number.rule === 'vague' && atoms[number.to]?.lower === 'of' ? 1 : 0
  const unit = readUnit(atoms, number.to + of, number.mantissa * number.scale) ?? partOf(atoms, number)
  if (unit === null && isAge(atoms, at, number))
    return { ...number, from: at, unit: YEAR, unitAt: null, per: null, rule: 'age' }
  if (unit === null) return { ...number, from: at, unit: null, unitAt: null, per: null }
  const rule = unit.age ? 'age' : number.rule === 'lone-one' ? 'number-words' : number.rule
  return { ...number, from: at, to: unit.to, unit, unitAt: [number.to + of, unit.to], per: null, rule }
}

/** "0.1 of a second", "0.8 of a percentage point". */
function partOf(atoms: readonly Atom[], number: NumberRead): UnitRead | null {
  if (number.rule !== 'number' || number.mantissa >= 1 || atoms[number.to]?.lower !== 'of') return null
  return atoms[number.to + 1]?.lower === 'a' ? readUnit(atoms, number.to + 2, number.mantissa) : null
}

/** "aged 45", "ages 18 to 24", "Jane Roe, 45, said". */
function isAge(atoms: readonly Atom[], at: number, number: NumberRead): boolean {
  if (number.mantissa * number.scale > MAX_AGE || atoms[at]?.text.includes('.')) return false
  const before = atoms[at - 1]?.lower ?? ''
  if (/^(?:aged|ages|age)$/.test(before)) return true
  const named = /^\p{Lu}\p{Ll}/u.test(atoms[at - 2]?.text ?? '') && atoms[number.to]?.text === ','
  return before === ',' && named && atoms[at]?.kind === 'number' && number.to === at + 1
}

function withPer(atoms: readonly Atom[], figure: Figure): Figure {
  const per = readPer(atoms, figure.to)
  return per === null ? figure : { ...figure, per: per.per, to: per.to ?? figure.to, reach: per.reach }
}
