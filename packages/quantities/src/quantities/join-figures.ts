import type { Atom } from './atoms.ts'
import { CHANGES } from './lexicon.ts'
import { type Figure, readFigure } from './read-figure.ts'

/** Two figures read as one range, or as two that share the unit of the second, or dropped as a score. */
export interface Joined {
  readonly kind: 'range' | 'pair' | 'score'
  readonly low: Figure
  readonly high: Figure
  /** First atom of the range with its "between" or "from". */
  readonly from: number
}

const DASH = new Set(['-', '–', '—', '‑', '~', '-'])
const MAX_SCORE = 200
/** How far back a verb of change governs "from A to B". */
const REACH = 8

/** Reads what follows a figure as the other end of a range: "30-40%", "18- to 24-year-olds", "between 2 and 3 million", "from 5 to 8". */
export function joinFigure(atoms: readonly Atom[], low: Figure): Joined | null {
  const hung = hangs(atoms, low.to) ? 1 : 0
  const joint = atoms[low.to + hung]
  if (joint === undefined) return null
  if (DASH.has(joint.text) && hung === 0) return dashed(atoms, low)
  if (!/^(?:to|and|or|till|until)$/.test(joint.lower)) return null
  const second = skipBound(atoms, low.to + hung + 1)
  const high = readFigure(atoms, isOnto(atoms, second) ? second + 1 : second)
  if (high === null || !alike(low, high)) return null
  const ends = share(low, high)
  const before = atoms[low.from - 1]?.lower ?? ''
  const kind = kindOf(joint.lower, before, atoms, low, ends)
  if (kind === null) return null
  const [first, last] = kind === 'pair' && joint.lower === 'to' && before !== 'from' ? [low, high] : ends
  const from = kind === 'range' && /^(?:between|from)$/.test(before) ? low.from - 1 : low.from
  return { kind, low: first, high: last, from }
}

/** The hyphen of "18- to 24-year-olds" and "18-to-24-year-olds". */
function hangs(atoms: readonly Atom[], at: number): boolean {
  const [hyphen, next] = [atoms[at], atoms[at + 1]]
  return hyphen?.text === '-' && hyphen.glued && (next?.glued === false || next?.lower === 'to')
}

const isOnto = (atoms: readonly Atom[], at: number): boolean =>
  atoms[at]?.text === '-' && atoms[at]?.glued === true && atoms[at - 1]?.lower === 'to' && atoms[at - 1]?.glued === true

function kindOf(
  joint: string,
  before: string,
  atoms: readonly Atom[],
  low: Figure,
  ends: readonly [Figure, Figure],
): Joined['kind'] | null {
  const [first, second] = ends
  const rising = size(first) < size(second)
  if (joint === 'and') {
    if (before === 'between') return rising ? 'range' : 'pair'
    return low.unit === null && isShared(second) && first.unit !== null ? 'pair' : null
  }
  if (joint === 'or') return rising && isNext(first, second) ? 'range' : null
  const change = afterChange(atoms, low.from)
  if (before === 'from') return change || !rising ? 'pair' : 'range'
  if (!rising) return 'pair'
  return change && low.unit !== null ? 'pair' : 'range'
}

/** "two or three", "10 or 12": neighbours said in one breath; "5 or 500" are two figures. */
function isNext(low: Figure, high: Figure): boolean {
  return size(high) <= size(low) * 2 && low.scale === high.scale
}

function isShared(figure: Figure): boolean {
  return figure.unit?.unit === 'percent' || figure.rule === 'money'
}

function afterChange(atoms: readonly Atom[], at: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - REACH; i--) {
    const atom = atoms[i] as Atom
    if (/^[.;:!?]$/.test(atom.text) && !atom.glued) return false
    if (CHANGES.has(atom.lower)) return true
  }
  return false
}

function skipBound(atoms: readonly Atom[], at: number): number {
  if (atoms[at]?.lower === 'up' && atoms[at + 1]?.lower === 'to') return at + 2
  return /^(?:about|around|nearly|almost|roughly|over|perhaps|even)$/.test(atoms[at]?.lower ?? '') ? at + 1 : at
}

function dashed(atoms: readonly Atom[], low: Figure): Joined | null {
  const dash = atoms[low.to] as Atom
  const next = atoms[low.to + 1]
  if (next === undefined || dash.glued !== next.glued || (dash.text === '—' && !dash.glued)) return null
  const high = readFigure(atoms, low.to + 1)
  if (high === null || high.mantissa < 0 || !alike(low, high)) return null
  const [first, second] = share(low, high)
  if (dash.glued && isScore(atoms, low, second)) return { kind: 'score', low, high: second, from: low.from }
  if (size(first) >= size(second)) return dash.glued ? { kind: 'score', low, high: second, from: low.from } : null
  return { kind: 'range', low: first, high: second, from: low.from }
}

/** "2-1", "4-4-2", "555-1234": no range. */
function isScore(atoms: readonly Atom[], low: Figure, high: Figure): boolean {
  const next = atoms[high.to]
  if (DASH.has(next?.text ?? '') && next?.glued && atoms[high.to + 1]?.kind === 'number') return true
  if (low.unit !== null || high.unit !== null || low.scale > 1) return false
  if (low.mantissa < 1000 && atoms[low.to + 1]?.text.length === 4 && !isNoun(next)) return true
  return high.mantissa < MAX_SCORE && isGame(atoms, low.from, high.to)
}

function isNoun(atom: Atom | undefined): boolean {
  return (
    atom?.kind === 'word' && /^\p{Ll}{3,}/u.test(atom.text) && !/^(?:and|but|for|the|was|were|has|had)$/.test(atom.text)
  )
}

const GAME =
  /^(?:won|win|wins|winning|beat|beats|beaten|lost|lose|loses|defeat|defeats|defeated|victory|draw|drew|lead|led|leading|score|scored|scoreline|aggregate|vote|voted|votes|ruling|ruled|decision|down|up|loss|record|trailing|trailed|set|sets|tie|tied)$/

function isGame(atoms: readonly Atom[], from: number, to: number): boolean {
  for (const at of [from - 1, from - 2, from - 3, to, to + 1]) if (GAME.test(atoms[at]?.lower ?? '')) return true
  return false
}

/** The second end's unit and magnitude hold for the first where it has none: "30-40%", "$1.2-1.5bn". */
function share(low: Figure, high: Figure): [Figure, Figure] {
  const scale = low.scale > 1 ? low.scale : sharedScale(low.mantissa, high, low.unit === null)
  const unit = low.unit ?? high.unit
  const first = { ...low, scale, unit, rule: low.rule === 'number' ? high.rule : low.rule }
  return [first, high.unit === null ? { ...high, unit, rule: low.rule === 'money' ? low.rule : high.rule } : high]
}

/** "1.2 to 1.5 million" are both millions; "900 to 1.2 billion" begins a step lower; "$200 to $4 million" says each in full. */
function sharedScale(low: number, high: Figure, bare: boolean): number {
  if (high.scale === 1 || low < high.mantissa) return high.scale
  return bare && high.scale >= 1_000_000 && low >= 100 && low < 1000 ? high.scale / 1000 : 1
}

/** Ends of one range measure one thing: the same unit, or one of them says none. */
function alike(low: Figure, high: Figure): boolean {
  if (low.rule === 'vague' || high.rule === 'vague') return false
  if (low.unit === null || high.unit === null) return !(low.unit !== null && low.rule === 'share')
  return low.unit.unit === high.unit.unit
}

/** The figure in the base unit. */
export function size(figure: Figure): number {
  return figure.mantissa * figure.scale * (figure.unit?.factor ?? 1)
}
