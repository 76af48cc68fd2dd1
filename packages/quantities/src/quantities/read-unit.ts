import type { Atom } from './atoms.ts'
import { DENOMINATORS, MASS_CUES, MASS_NOUNS, METRE_CUES, UNITS, type Unit } from './lexicon.ts'
import { readMoneyName } from './read-money.ts'

/** A unit read after a number. `to` is the atom after it. */
export interface UnitRead extends Unit {
  readonly to: number
  readonly age: boolean
}

const COUNT_ONLY = /^(?:second|foot|m|g|l|h|t|min|ha|mi|knot|mm|J|W|ms)$/

/**
 * Reads the unit or the name of money after a number whose last atom is before `at`: "km", "-year-old", "per cent",
 * "Australian dollars". `value` is the number, for names that need a size ("won").
 */
export function readUnit(atoms: readonly Atom[], at: number, value: number): UnitRead | null {
  const hyphen = atoms[at]?.text === '-' && atoms[at]?.glued && atoms[at + 1]?.glued
  const first = hyphen ? at + 1 : at
  const money = readMoneyName(atoms, first, value)
  if (money !== null && !isMass(atoms, first, money)) return { ...money, age: false }
  if (money !== null && money.unit === 'pound')
    return { unit: 'kilogram', factor: 0.45359237, to: money.to, age: false }
  const warmth = degreesAt(atoms, first)
  if (warmth !== null) return warmth
  const [number, letter] = [atoms[first - 1], atoms[first]]
  if (letter?.text === 's' && letter.glued && number?.text.includes('.'))
    return { unit: 'second', factor: 1, to: first + 1, age: false }
  const found = UNITS.startingAt(atoms, first)
  if (found === null || isOther(atoms, found.to - 1, first, value)) return null
  const age = ageEnd(atoms, found.to)
  return { ...found.value, to: age ?? found.to, age: age !== null }
}

const DEGREES: ReadonlyMap<string, string> = new Map([
  ['C', 'degree-celsius'],
  ['F', 'degree-fahrenheit'],
])
const BEFORE_DEGREES =
  /^(?:of|at|to|by|above|below|over|under|around|about|nearly|almost|than|reached|reaching|hit|hits|exceeded|is|was|minus|-|–|−|\()$/

/** "1.5C", "hit 40C": a letter written onto the number, where a decimal or the word before it speaks of warmth; "iPhone 5C". */
function degreesAt(atoms: readonly Atom[], at: number): UnitRead | null {
  const [number, letter, next] = [atoms[at - 1], atoms[at], atoms[at + 1]]
  const unit = letter?.glued === true ? DEGREES.get(letter.text) : undefined
  if (unit === undefined || number?.kind !== 'number' || (next?.glued === true && next.kind !== 'mark')) return null
  const sure = number.text.includes('.') || BEFORE_DEGREES.test(atoms[at - 2]?.lower ?? '')
  return sure ? { unit, factor: 1, to: at + 1, age: false } : null
}

/** A symbol that is also something else here: "5 m" of money was read before, "third-second", "5G". */
function isOther(atoms: readonly Atom[], last: number, first: number, value: number): boolean {
  const atom = atoms[first] as Atom
  if (last !== first) return false
  if (DENOMINATORS.has(atom.lower)) return true
  const next = atoms[first + 1]
  if (atom.text.length <= 2 && next?.glued && next.kind !== 'mark') return true
  if (COUNT_ONLY.test(atom.text) && atom.text.length === 1 && !atom.glued)
    return next?.text === '.' && next.glued && value < 24
  return false
}

function ageEnd(atoms: readonly Atom[], at: number): number | null {
  const joint = atoms[at]?.text === '-' ? at + 1 : at
  if (/^olds?$/.test(atoms[joint]?.lower ?? '')) return joint + 1
  const of = atoms[at]?.lower === 'of' && atoms[at + 1]?.lower === 'age'
  return of ? at + 2 : null
}

/** Pounds that are weighed: by a verb of weighing near them, or of a stuff. */
function isMass(atoms: readonly Atom[], at: number, money: Unit & { to: number }): boolean {
  if (money.unit !== 'pound') return false
  if (atoms[money.to]?.lower === 'of' && MASS_NOUNS.has(atoms[money.to + 1]?.lower ?? '')) return true
  for (let i = Math.max(0, at - 8); i < Math.min(atoms.length, money.to + 4); i++) {
    if (MASS_CUES.has(atoms[i]?.lower ?? '')) return true
  }
  return false
}

/** True for a glued "m" that means metres: "a 5m wall", "2m tall", not "44.2m users". */
export function isMetre(atoms: readonly Atom[], at: number): boolean {
  if (atoms[at]?.text !== 'm' || !atoms[at]?.glued) return false
  for (const place of [at + 1, at + 2, at - 2, at - 3, at - 4]) {
    if (METRE_CUES.has(atoms[place]?.lower ?? '')) return true
  }
  if (/^\d{1,3}(?:,\d{3})+$/.test(atoms[at - 1]?.text ?? '') && atoms[at + 1]?.kind !== 'word') return true
  if (atoms[at + 1]?.text === '(' && /^(?:ft|feet)$/.test(atoms[at + 3]?.lower ?? '')) return true
  return atoms[at + 1]?.text === '/' || atoms[at + 1]?.text === '²' || atoms[at + 1]?.text === '³'
}
