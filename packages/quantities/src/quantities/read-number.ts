import type { Atom } from './atoms.ts'
import { DENOMINATORS, MAGNITUDE_SYMBOLS, MAGNITUDES, MONEY_SYMBOLS, UNITS, VULGAR } from './lexicon.ts'
import type { NumberRead } from './number-read.ts'
import { MAX_MAGNITUDES, readWords } from './read-words.ts'

/** Denominators of fractions written with a slash; the rest (9/11, 24/7) are names and dates. */
const SLASH = new Set([2, 3, 4, 5, 6, 8, 10, 16, 100, 1000])
/** Round numbers that "1 in …" and "3 out of …" are said with. */
const MAX_ODDS = 10_000_000
/** A spaced symbol that is a magnitude without money too: "5 bn". */
const SPACED = new Set(['bn', 'mn', 'mln', 'bln', 'tn', 'trn'])

/** Reads the number that begins at an atom, in digits or words, with its magnitude. `money` allows "$5 m" and "$2 b". */
export function readNumber(atoms: readonly Atom[], at: number, money: boolean): NumberRead | null {
  const atom = atoms[at]
  if (atom === undefined) return null
  if (atom.kind === 'word') return withOdds(atoms, readWords(atoms, at))
  const vulgar = VULGAR.get(atom.text)
  if (vulgar !== undefined) return { mantissa: vulgar, scale: 1, to: at + 1, rule: 'number' }
  if (atom.kind === 'mark') return pointNumber(atoms, at, money)
  if (atom.kind !== 'number') return null
  return withOdds(atoms, fraction(atoms, at) ?? digits(atoms, at, money))
}

/** ".5 percent", ".300": a decimal without its zero; ".5" alone is the end of a sentence and a page number. */
function pointNumber(atoms: readonly Atom[], at: number, money: boolean): NumberRead | null {
  const next = atoms[at + 1]
  if (atoms[at]?.text !== '.' || atoms[at]?.glued || next?.kind !== 'number' || !next.glued) return null
  if (!/^\d+$/.test(next.text)) return null
  const read = scaled(atoms, at + 2, Number(`0.${next.text}`), money)
  const sure = money || read.scale > 1 || next.text.length === 3 || UNITS.startingAt(atoms, at + 2) !== null
  return sure ? read : null
}

function digits(atoms: readonly Atom[], at: number, money: boolean): NumberRead {
  const atom = atoms[at] as Atom
  const next = atoms[at + 1]
  const vulgar = next?.glued ? VULGAR.get(next.text) : undefined
  if (vulgar !== undefined) return scaled(atoms, at + 2, atom.value + vulgar, money)
  const part = next?.kind === 'number' && !next.glued ? slash(atoms, at + 1) : null
  if (part !== null) return scaled(atoms, at + 4, atom.value + part, money)
  const half = andAHalf(atoms, at + 1)
  if (half > 0) return scaled(atoms, at + 1 + half, atom.value + 0.5, money)
  return scaled(atoms, at + 1, atom.value, money)
}

/** How many atoms "and a half" takes at `at`; 0 when it is not there. */
function andAHalf(atoms: readonly Atom[], at: number): number {
  const words = atoms.slice(at, at + 5).filter((atom) => atom.text !== '-')
  if (words[0]?.lower !== 'and' || words[1]?.lower !== 'a' || words[2]?.lower !== 'half') return 0
  return atoms.indexOf(words[2]) - at + 1
}

function slash(atoms: readonly Atom[], at: number): number | null {
  const [over, mark, under] = [atoms[at], atoms[at + 1], atoms[at + 2]]
  if (mark?.text !== '/' && mark?.text !== '⁄') return null
  if (!mark.glued || under?.kind !== 'number' || !under.glued || over === undefined) return null
  if (atoms[at + 3]?.glued && atoms[at + 3]?.text === '/') return null
  return over.value < under.value && SLASH.has(under.value) ? over.value / under.value : null
}

function fraction(atoms: readonly Atom[], at: number): NumberRead | null {
  const part = slash(atoms, at)
  return part === null ? null : { mantissa: part, scale: 1, to: at + 3, rule: 'share' }
}

/** Multiplies in the magnitudes that follow: "5 hundred million", "2 lakh crore", "1.2bn", "10-million". */
function scaled(atoms: readonly Atom[], at: number, mantissa: number, money: boolean): NumberRead {
  const symbol = magnitudeSymbol(atoms, at, money)
  if (symbol !== null) return { mantissa, scale: symbol, to: at + 1, rule: 'number' }
  let scale = 1
  let to = at
  for (let chained = 0; chained < MAX_MAGNITUDES; chained++) {
    const joint = atoms[to]?.text === '-' && atoms[to]?.glued && atoms[to + 1]?.glued ? 1 : 0
    const factor = MAGNITUDES.get(atoms[to + joint]?.lower ?? '')
    if (factor === undefined) break
    scale *= factor
    to += joint + 1
  }
  return { mantissa, scale, to, rule: 'number' }
}

function magnitudeSymbol(atoms: readonly Atom[], at: number, money: boolean): number | null {
  const atom = atoms[at]
  if (atom?.kind !== 'word') return null
  const factor = MAGNITUDE_SYMBOLS.get(atom.lower)
  if (factor === undefined) return null
  if (money) return factor
  if (MONEY_SYMBOLS.has(atom.lower)) return null
  return atom.glued || SPACED.has(atom.lower) || atom.text === 'M' ? factor : null
}

/** "three in four", "1 out of 5": a share of small whole numbers; not "two in 2021", "3 in 5 days". */
function withOdds(atoms: readonly Atom[], read: NumberRead | null): NumberRead | null {
  if (read === null || read.scale !== 1 || !Number.isInteger(read.mantissa) || read.rule === 'share') return read
  const outOf = atoms[read.to]?.lower === 'out' && atoms[read.to + 1]?.lower === 'of'
  const inside = atoms[read.to]?.lower === 'in' || (atoms[read.to]?.lower === '-' && atoms[read.to + 1]?.lower === 'in')
  if (!outOf && !inside) return read
  const at = read.to + (outOf ? 2 : atoms[read.to]?.lower === 'in' ? 1 : 2)
  const skip = atoms[at]?.text === '-' || atoms[at]?.lower === 'every' || atoms[at]?.lower === 'each' ? 1 : 0
  const under = plain(atoms, at + skip)
  if (under === null || !isOdds(read.mantissa, under.mantissa * under.scale, outOf)) return read
  if (!outOf && followsAsTime(atoms[under.to])) return read
  return { mantissa: read.mantissa / (under.mantissa * under.scale), scale: 1, to: under.to, rule: 'share' }
}

function plain(atoms: readonly Atom[], at: number): NumberRead | null {
  const atom = atoms[at]
  if (atom?.kind === 'number') return atom.text.includes('.') ? null : scaled(atoms, at + 1, atom.value, false)
  return atom?.kind === 'word' ? readWords(atoms, at) : null
}

function isOdds(over: number, under: number, outOf: boolean): boolean {
  if (over >= under || under > MAX_ODDS || over < 1) return false
  if (outOf) return true
  const round = under <= 12 || under % 10 === 0 || under === 15 || under === 25
  return round && !(under >= 1900 && under <= 2100) && (over === 1 || under <= 100)
}

const TIMES =
  /^(?:%|per|percent|january|february|march|april|may|june|july|august|september|october|november|december)$/
const DURATIONS = /^(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?)$/

function followsAsTime(atom: Atom | undefined): boolean {
  return atom !== undefined && (TIMES.test(atom.lower) || DURATIONS.test(atom.lower) || DENOMINATORS.has(atom.lower))
}
