import type { Modifier } from '../types.ts'
import type { Atom } from './atoms.ts'
import { AFTER, BEFORE, BETWEEN, FAMILIES, UNITS } from './lexicon.ts'

/** A bound around a figure, and the atoms that figure and bound take together. */
export interface Bound {
  readonly modifier: Modifier
  readonly from: number
  readonly to: number
}

/** Prepositions of place too: an article after one of them makes it that ("over the five years", "about the two men"). */
const PREPOSITIONS = /^(?:about|around|over|above|under|below|near|beyond|some|up|<|>|~)$/
const DURATIONS = new Set(['second', 'minute', 'hour', 'day', 'week', 'month', 'year'])
const LASTING =
  /^(?:for|lasted|lasts|last|took|takes|take|taken|spent|spend|of|is|was|be|been|waited|after|by|and|or|than|from|just|well|in)$/
const REACHING = /^(?:went|go|goes|going|gone|was|is|moved|move|jumped|climbed|stood|stands|and)$/

/** Reads the bound before or after the figure that stands from `from` to `to`; null when it is bare. */
export function readModifier(atoms: readonly Atom[], from: number, to: number, unit: string | null): Bound | null {
  const before = boundBefore(atoms, from, unit)
  const after = boundAfter(atoms, to, before?.modifier)
  if (after !== null) return { modifier: after.modifier, from: before?.from ?? from, to: after.to }
  return before === null ? null : { ...before, to }
}

function boundBefore(
  atoms: readonly Atom[],
  from: number,
  unit: string | null,
): { modifier: Modifier; from: number } | null {
  if (atoms[from - 1]?.text === '-' && atoms[from - 2]?.lower === 'sub')
    return { modifier: 'less-than', from: from - 2 }
  const skipped = BETWEEN.has(atoms[from - 1]?.lower ?? '') ? 1 : 0
  const direct = BEFORE.endingAt(atoms, from - 1)
  const found = direct ?? (skipped === 1 ? BEFORE.endingAt(atoms, from - 2) : null)
  if (found === null) return null
  const word = atoms[found.from]?.lower ?? ''
  const last = atoms[found.to - 1]?.lower ?? ''
  if (direct === null && isMoney(unit) && last === 'than') return null
  if (direct === null && PREPOSITIONS.test(last) && found.to - found.from === 1) return null
  if (last === '.' && atoms[found.to - 1]?.glued === false) return null
  if (word === 'over' && found.to - found.from === 1 && isDuring(atoms, found.from, unit)) return null
  if (word === 'up' && last === 'to' && isReached(atoms, found.from, from)) return null
  const further = BEFORE.endingAt(atoms, found.from - 1)
  return { modifier: found.value, from: further !== null && further.value === found.value ? further.from : found.from }
}

/** "less than the $5 million it had offered": money with an article is a sum that was named before, so no bound. */
function isMoney(unit: string | null): boolean {
  return unit !== null && (/^[A-Z]{3}$/.test(unit) || FAMILIES.has(unit))
}

/** "over two years" tells how long it took; "for over two years" is a bound. */
function isDuring(atoms: readonly Atom[], at: number, unit: string | null): boolean {
  return unit !== null && DURATIONS.has(unit) && !LASTING.test(atoms[at - 1]?.lower ?? '')
}

/** "went up to 8%", "up to 8% from 5%": where it got to, no bound. */
function isReached(atoms: readonly Atom[], at: number, figure: number): boolean {
  if (REACHING.test(atoms[at - 1]?.lower ?? ''))
    return /^(?:went|go|goes|going|gone|moved|move|jumped|climbed)$/.test(atoms[at - 1]?.lower ?? '')
  const end = UNITS.startingAt(atoms, figure + 1)?.to ?? figure + 1
  return atoms[end]?.lower === 'from'
}

function boundAfter(
  atoms: readonly Atom[],
  to: number,
  before: Modifier | undefined,
): { modifier: Modifier; to: number } | null {
  const hyphen = atoms[to]?.text === '-' && atoms[to]?.glued && atoms[to + 1]?.glued ? 1 : 0
  const found = AFTER.startingAt(atoms, to + hyphen)
  if (found === null) return null
  const word = atoms[found.from]?.lower ?? ''
  const lone = found.to - found.from === 1
  if (/^(?:odd|plus)$/.test(word) && hyphen === 0) return null
  if (word === '+' && (!atoms[found.from]?.glued || atoms[found.to]?.kind === 'number')) return null
  if (lone && /^(?:approximately|max|maximum|minimum|tops)$/.test(word) && atoms[found.to]?.kind === 'word') return null
  if (/^(?:at)$/.test(word) && (before !== undefined || startsFigure(atoms[found.to]))) return null
  return { modifier: found.value, to: found.to }
}

function startsFigure(atom: Atom | undefined): boolean {
  return atom !== undefined && (atom.kind === 'number' || /^[$€£¥₹]$/.test(atom.text))
}
