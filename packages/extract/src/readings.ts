import lists from './data/furniture.json' with { type: 'json' }
import { lineKey } from './text/shape.ts'

const HEADS: ReadonlySet<string> = new Set(lists.readingHeads.map(lineKey))
const CURRENCIES: ReadonlySet<string> = new Set(lists.currencies)
const UNITS: ReadonlySet<string> = new Set(['%', 'c', 'f', '°', '°c', '°f', '▲', '▼', '↑', '↓'])

/** A number with or without sign, unit and brackets: `+4`, `-2°C`, `427.9`, `(0.3%)`, `79,123.45`. */
const VALUE = /^\(?([-−–+±▲▼↑↓]?)(\d{1,3}(?:,\d{3})+|\d{1,6})([.,]\d{1,4})?(%|°[CF]?|[CF])?\)?[,;|]?$/iu
const NAME = /^(?:[\p{Lu}\p{Lo}][\p{L}\p{N}&.'’/-]{0,30}|\d{2,3}|[$€£¥₹₽₸]|[-/|·•:])[:,]?$/u
/** Names of places and indices have up to this many words. */
const MAX_NAME = 4

/**
 * A bar of readings as pages show them beside their texts: weather, exchange rates, indices, each a name and a figure
 * and nothing else ("Weather Oakvale +4 Millbrook -2", "USD 427.9 EUR 496.2", "FTSE 100 8,213.45 +0.4%"). At least one
 * figure must say what it measures: a sign, a degree, a percent, a currency.
 */
export function isReadings(line: string): boolean {
  if (line.length > 200 || !/\d/.test(line)) return false
  let name: string[] = []
  let [telling, values] = [false, 0]
  for (const word of line.split(/\s+/)) {
    const value = VALUE.exec(word)
    if (value !== null && (name.length > 0 || values > 0) && !isPartOfName(name, value)) {
      telling ||= Boolean(value[1] || value[4]) || name.some(isCurrency)
      values++
      name = []
    } else if (UNITS.has(word.toLowerCase()) && values > 0 && name.length === 0) telling = true
    else if (NAME.test(word)) name = HEADS.has(lineKey(name.concat(word).join(' '))) ? [] : [...name, word]
    else return false
    if (name.length > MAX_NAME) return false
  }
  return telling && values > 0 && name.length === 0
}

/** The heading of such a bar: "Weather", "Exchange rates". */
export function isReadingsHead(line: string): boolean {
  return line.length <= 40 && HEADS.has(lineKey(line))
}

/** "100" in "FTSE 100 8,213": a whole number without sign after the first word of a name in capitals. */
function isPartOfName(name: readonly string[], [, sign, , decimals, unit]: RegExpExecArray): boolean {
  const index = name.length === 1 && /^\p{Lu}{2,}/u.test(name[0] ?? '') && !isCurrency(name[0] ?? '')
  return index && sign === '' && decimals === undefined && unit === undefined
}

function isCurrency(word: string): boolean {
  return word
    .replace(/[:,]$/, '')
    .split('/')
    .some((part) => CURRENCIES.has(part))
}
