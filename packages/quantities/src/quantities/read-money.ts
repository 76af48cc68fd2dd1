import type { Atom } from './atoms.ts'
import { CODES, DOLLARS, FAMILIES, LEAST_MONEY, MONEY_NAMES, PREFIXES, SIGNS, type Unit } from './lexicon.ts'

/** Money read before or after a number: an ISO 4217 code or the name of a family of currencies (`dollar`, `rupee`). */
export interface MoneyRead extends Unit {
  readonly to: number
}

/** True for words that are written onto their number: "USD10m", "Rs500". */
export function isMoneyPrefix(word: string): boolean {
  return CODES.has(word) || PREFIXES.has(word)
}

/** Letters that may stand a space away from the dollar sign: "US $5", "hk $ 10"; "A $5 note" is an article. */
const SPACED_DOLLARS = /^(?:US|AU|HK|NZ|CA|NT|SG|MX|C)$/

/** Reads a sign or code before a number: "$", "US$", "U.S. $", "HK $", "USD", "Rs.", "€". */
export function readMoneyPrefix(atoms: readonly Atom[], at: number): MoneyRead | null {
  const atom = atoms[at]
  if (atom === undefined) return null
  if (atom.kind === 'mark') return signAt(atoms, at)
  if (atom.kind !== 'word') return null
  const dollars = dollarsAt(atoms, at)
  if (dollars !== null) return dollars
  const code = CODES.has(atom.text) ? atom.text : PREFIXES.get(atom.text)
  if (code === undefined) return null
  const sign = SIGNS.has(atoms[at + 1]?.text ?? '') ? 1 : 0
  const dot = sign === 0 && atoms[at + 1]?.text === '.' && atoms[at + 1]?.glued && !CODES.has(atom.text) ? 1 : 0
  const number = atoms[at + 1 + sign + dot]
  if (atom.text === 'R' && !number?.glued) return null
  return number?.kind === 'number' ? { unit: code, factor: 1, to: at + 1 + sign + dot } : null
}

/** "$5", and "$A5" or "$US5". */
function signAt(atoms: readonly Atom[], at: number): MoneyRead | null {
  const code = SIGNS.get(atoms[at]?.text ?? '')
  if (code === undefined) return null
  return { unit: code === 'USD' ? 'dollar' : code, factor: 1, to: at + 1 }
}

function dollarsAt(atoms: readonly Atom[], at: number): MoneyRead | null {
  const atom = atoms[at] as Atom
  if (atom.lower === 'u' && atoms[at + 1]?.text === '.' && atoms[at + 2]?.lower === 's') {
    const sign = atoms[at + 3]?.text === '.' ? at + 4 : at + 3
    return atoms[sign]?.text === '$' ? { unit: 'USD', factor: 1, to: sign + 1 } : null
  }
  const sign = atoms[at + 1]
  const letters = atom.text.toUpperCase()
  const code = DOLLARS.get(letters)
  if (sign?.text !== '$' || code === undefined) return null
  if (sign.glued ? atom.text !== letters : !SPACED_DOLLARS.test(letters) && atom.text !== 'S') return null
  return { unit: code, factor: 1, to: at + 2 }
}

/** Reads money named after a number: "euros", "Hong Kong dollars", "PKR", "€", "-dollar". */
export function readMoneyName(atoms: readonly Atom[], at: number, value: number): MoneyRead | null {
  const atom = atoms[at]
  if (atom === undefined) return null
  const sign = SIGNS.get(atom.text)
  if (sign !== undefined) return atoms[at + 1]?.kind === 'number' ? null : { unit: sign, factor: 1, to: at + 1 }
  if (atom.kind === 'mark') return atom.text === '¢' ? { unit: 'USD', factor: 0.01, to: at + 1 } : null
  if (CODES.has(atom.text))
    return atoms[at + 1]?.glued && atoms[at + 1]?.kind === 'number' ? null : { unit: atom.text, factor: 1, to: at + 1 }
  const plain = MONEY_NAMES.get(atom.lower)
  if (plain !== undefined && fits(atom, value)) return { ...plain, to: sterling(atoms, at) }
  return ofCountry(atoms, at)
}

/** Lines of a screen: "1080p". */
const LINES = new Set([144, 240, 360, 480, 720, 1080, 1440, 2160, 4320])
/** Shares in London are quoted in pence; few cost more than a hundred pounds. */
const MAX_PENCE = 10_000

function fits(atom: Atom, value: number): boolean {
  if (atom.lower === 'p') return atom.glued && !LINES.has(value) && value < MAX_PENCE
  return value >= (LEAST_MONEY.get(atom.lower) ?? 0)
}

function sterling(atoms: readonly Atom[], at: number): number {
  return atoms[at + 1]?.lower === 'sterling' ? at + 2 : at + 1
}

/** "Australian dollars", "Hong Kong dollars", "U.S. dollars". */
function ofCountry(atoms: readonly Atom[], at: number): MoneyRead | null {
  const dotted = atoms[at]?.lower === 'u' && atoms[at + 1]?.text === '.' && atoms[at + 2]?.lower === 's'
  if (dotted) return named(atoms, atoms[at + 3]?.text === '.' ? at + 4 : at + 3, 'us')
  const first = atoms[at]?.lower ?? ''
  return named(atoms, at + 1, first) ?? named(atoms, at + 2, `${first} ${atoms[at + 1]?.lower ?? ''}`)
}

function named(atoms: readonly Atom[], at: number, country: string): MoneyRead | null {
  const name = MONEY_NAMES.get(atoms[at]?.lower ?? '')
  if (name === undefined) return null
  const code = FAMILIES.get(name.unit)?.get(country)
  if (code !== undefined) return { unit: code, factor: name.factor, to: at + 1 }
  const own = !FAMILIES.has(name.unit) && NATIONALITY.test(atoms[at - 1]?.text ?? '')
  return own ? { ...name, to: at + 1 } : null
}

/** "Swedish kronor", "Thai baht": names of one country's money say no more with its adjective than without. */
const NATIONALITY = /^\p{Lu}\p{Ll}+(?:[aeio]n|sh|ch|ese|i|nd)$/u

/**
 * The ISO 4217 code of a family of currencies by the places that a text names most; the family's usual one without any.
 * Dollars are always USD unless written otherwise: a text about Sydney speaks of both.
 */
export function currencyOf(family: string, text: string): string {
  const by = FAMILIES.get(family)
  if (by === undefined) return family
  const usual = by.get('') ?? family
  if (family === 'dollar' || family === 'cent') return usual
  const counts = new Map<string, number>()
  let before = ''
  for (const word of text.toLowerCase().match(/[a-z]+/g) ?? []) {
    const code = by.get(word) ?? by.get(`${before} ${word}`)
    if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1)
    before = word
  }
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [usual, 0] as [string, number])[0]
}
