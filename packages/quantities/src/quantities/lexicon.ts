import currencies from '../data/currencies.json' with { type: 'json' }
import modifiers from '../data/modifiers.json' with { type: 'json' }
import numbers from '../data/numbers.json' with { type: 'json' }
import units from '../data/units.json' with { type: 'json' }
import type { Modifier } from '../types.ts'
import { PhraseTable } from './phrase-table.ts'

/** A unit as written: its name in the model and the factor that brings a figure to it. */
export interface Unit {
  readonly unit: string
  readonly factor: number
}

const map = <T>(record: Readonly<Record<string, T>>): ReadonlyMap<string, T> => new Map(Object.entries(record))

export const SMALL: ReadonlyMap<string, number> = map(numbers.small)
export const TENS: ReadonlyMap<string, number> = map(numbers.tens)
export const MAGNITUDES: ReadonlyMap<string, number> = map(numbers.magnitudes)
export const MAGNITUDE_SYMBOLS: ReadonlyMap<string, number> = map(numbers.symbols)
export const MONEY_SYMBOLS: ReadonlySet<string> = new Set(numbers.onlyMoney)
export const PLURALS: ReadonlyMap<string, number> = map(numbers.plurals)
export const DENOMINATORS: ReadonlyMap<string, number> = map(numbers.denominators)
export const VULGAR: ReadonlyMap<string, number> = map(numbers.vulgar)

export const SIGNS: ReadonlyMap<string, string> = map(currencies.signs)
export const DOLLARS: ReadonlyMap<string, string> = map(currencies.dollars)
export const PREFIXES: ReadonlyMap<string, string> = map(currencies.prefixes)
export const CODES: ReadonlySet<string> = new Set(currencies.codes)
/** Names of money; `unit` is an ISO 4217 code or a family (`dollar`, `rupee`) that FAMILIES decides. */
export const MONEY_NAMES: ReadonlyMap<string, Unit> = new Map(
  Object.entries(currencies.names).map(([name, [unit, factor]]) => [
    name,
    { unit: String(unit), factor: Number(factor) },
  ]),
)
export const LEAST_MONEY: ReadonlyMap<string, number> = map(currencies.atLeast)
/** For each family of currencies, the code by adjective or place; the empty key is what it is taken for without one. */
export const FAMILIES: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  Object.entries(currencies.by).map(([family, by]) => [family, map(by)]),
)

export const METRE_CUES: ReadonlySet<string> = new Set(units.metreCues)
export const MASS_CUES: ReadonlySet<string> = new Set(units.massCues)
export const MASS_NOUNS: ReadonlySet<string> = new Set(units.massNouns)
export const UNITS: PhraseTable<Unit> = unitTable()

export const BEFORE: PhraseTable<Modifier> = modifierTable(modifiers.before)
export const AFTER: PhraseTable<Modifier> = modifierTable(modifiers.after)
/** Words that may stand between a bound and its figure: "more than the 500". */
export const BETWEEN: ReadonlySet<string> = new Set(modifiers.between)
/** Verbs and nouns of change: what stands after them "from A to B" is two figures, not a range. */
export const CHANGES: ReadonlySet<string> = new Set(modifiers.changes)

function unitTable(): PhraseTable<Unit> {
  const table = new PhraseTable<Unit>()
  for (const [unit, factor, words, symbols] of units.units as [string, number, string[], string[]][]) {
    for (const word of words) table.add(word, { unit, factor })
    for (const word of words) if (word.includes(' ')) table.add(word.replaceAll(' ', '-'), { unit, factor })
    for (const symbol of symbols) table.add(symbol, { unit, factor }, true)
  }
  return table
}

function modifierTable(lists: Readonly<Record<string, readonly string[]>>): PhraseTable<Modifier> {
  const table = new PhraseTable<Modifier>()
  for (const [modifier, phrases] of Object.entries(lists)) {
    for (const phrase of phrases) table.add(phrase, modifier as Modifier)
  }
  return table
}
