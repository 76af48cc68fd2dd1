import { type Marked, markedSentence } from '../time/marked-sentences.ts'
import type { MomentRead } from '../time/moment.ts'
import type { Modifier, Quantity, Span, Value } from '../types.ts'
import type { Atom } from './atoms.ts'
import { isName, isTitled } from './is-name.ts'
import { type Joined, joinFigure, size } from './join-figures.ts'
import { FAMILIES } from './lexicon.ts'
import { type Figure, readFigure } from './read-figure.ts'
import { readModifier } from './read-modifier.ts'
import { currencyOf } from './read-money.ts'
import { readPer } from './read-per.ts'
import { readUnit } from './read-unit.ts'

/** What one place of a sentence holds: figures (two for "from 5% to 8%"), none for a score, and where to go on. */
interface Reading {
  readonly found: readonly Found[]
  readonly to: number
}

interface Found {
  readonly from: number
  readonly to: number
  readonly low: Figure
  readonly high: Figure
  readonly modifier: Modifier
  readonly rule: string
}

/** Times whose figures are durations. */
const COUNTED: ReadonlySet<string> = new Set(['ago', 'past', 'shift', 'ending'])

/** Sentences without any of these hold no figure; most of a text is passed over by this one test. */
const CANDIDATE =
  /\d|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,5}teen|twenty|thirty|fou?rty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|lakhs?|lacs?|crores?|[mb]illions?|trillions?|dozens?|scores|half|thirds?|quarters?|fourths?|fifths?|tenths?|couple|zero)\b/i

/**
 * Every figure of a field that counts or measures something, in order, not overlapping. Dates, times, ordinals, names,
 * scores and labels are left out. One pass over the atoms of each sentence: linear in the text's length.
 */
export function findQuantities(text: string, sentences: readonly Span[], field: 'text' | 'title'): Quantity[] {
  const quantities: Quantity[] = []
  const codeOf = currencies(text)
  for (const i of sentences.keys()) {
    for (const { atoms, found } of figuresIn(text, sentences, i))
      quantities.push(quantityOf(atoms, found, field, codeOf))
  }
  return quantities
}

/** A figure as it is written: its numbers without conversion, and the words of its unit. */
export interface WrittenFigure extends Quantity {
  /** One number, or both ends of a range, in the unit as written: 5 and 8 of "5 to 8 miles". */
  readonly numbers: readonly number[]
  /** "miles", "$", "per cent"; null where it counts or is a share in words. */
  readonly unitText: string | null
}

/** The figures of a text as they are written; else as findQuantities. */
export function findWritten(text: string, sentences: readonly Span[]): WrittenFigure[] {
  const codeOf = currencies(text)
  return sentences.flatMap((_, i) =>
    figuresIn(text, sentences, i).map(({ atoms, found }) => {
      const { low, high } = found
      const ends = low === high ? [low] : [low, high]
      const unitAt = high.unitAt ?? low.unitAt
      const inUnit = (end: Figure): number => (unitAt === null ? (end.unit?.factor ?? 1) : 1)
      const numbers = ends.map((end) => round(end.mantissa * end.scale * inUnit(end)))
      const unitText =
        unitAt === null
          ? null
          : text.slice(atoms[unitAt[0]]?.start ?? 0, atoms[unitAt[1] - 1]?.end ?? 0).replace(/^-/, '')
      return { ...quantityOf(atoms, found, 'text', codeOf), numbers, unitText }
    }),
  )
}

/** The code of each family of currencies in a text, looked up once. */
function currencies(text: string): (family: string) => string {
  const codes = new Map<string, string>()
  return (family) => {
    const code = codes.get(family) ?? currencyOf(family, text)
    codes.set(family, code)
    return code
  }
}

interface Read {
  readonly atoms: readonly Atom[]
  readonly found: Found
}

function figuresIn(text: string, sentences: readonly Span[], index: number): Read[] {
  const { start, end } = sentences[index] ?? { start: 0, end: 0 }
  if (!CANDIDATE.test(text.slice(start, end))) return []
  const marked = markedSentence(text, sentences, index)
  return readSentence(marked).map((found) => ({ atoms: marked.atoms, found }))
}

function readSentence({ atoms, reads }: Marked): Found[] {
  const all: Found[] = []
  const times = timesOf(reads)
  let relativeTo = 0
  let at = 0
  while (at < atoms.length) {
    const time = times.get(at)
    if (time?.counted === false) {
      at = time.to
      continue
    }
    relativeTo = time?.to ?? relativeTo
    const reading = readAt(atoms, at, all.at(-1)?.to ?? 0, times)
    const relative = reading !== null && reading.to <= relativeTo
    for (const one of reading?.found ?? []) {
      const found = compared(atoms, one, all.at(-1), times)
      all.push(relative ? { ...found, rule: 'relative-time' } : found)
    }
    at = reading === null ? at + 1 : Math.max(at + 1, reading.to)
  }
  return all
}

const COMPARING =
  /^(?:(?:in|for|during|over|on)(?:the)?)?,?(?:(?:up|down)from|(?:compared|as)(?:with|to)|against|versus|from)(?:an?(?:estimate|forecast|goal|target)of)?$/
/** "it must pay 2.5 million euros; it had offered 1.1 million". */
const PAYING =
  /^(?:offer|offers|offered|pays?|paid|costs?|spends?|spent|earn|earns|earned|borrow|borrowed|lent|lend|owes?|owed|invest|invested|bid|donated|raised)$/
/** Words of a comparison at most, times left out. */
const MOST_COMPARING = 6
const NO_NOUN = /^(?:a|an|in|last|at|the|for|during|on|and|or|but|this|by|one|two)$/

/** "23 million euros, up from 13.5 million": what a figure is compared with has its unit, when no noun of its own follows. */
function compared(atoms: readonly Atom[], found: Found, before: Found | undefined, times: Times): Found {
  const unit = before?.high.unit ?? null
  if (before === undefined || unit === null || found.low.unit !== null || found.low !== found.high) return found
  const isMoney = before.high.rule === 'money' || FAMILIES.has(unit.unit) || /^[A-Z]{3}$/.test(unit.unit)
  if (!isMoney && unit.unit !== 'percent') return found
  const paid = isMoney && found.low.scale >= 1_000_000 && PAYING.test(atoms[found.from - 1]?.lower ?? '')
  if (!paid && !COMPARING.test(wordsBetween(atoms, before.to, found.from, times))) return found
  const next = atoms[found.to]
  if (next !== undefined && next.kind === 'word' && !NO_NOUN.test(next.lower)) return found
  const figure = { ...found.low, unit }
  return { ...found, low: figure, high: figure }
}

/** The words between two figures as one, times left out ("2.7 billion euros this year, down from 3 billion"); '' when they are many. */
function wordsBetween(atoms: readonly Atom[], from: number, to: number, times: Times): string {
  const words: string[] = []
  for (let at = from; at < to && words.length <= MOST_COMPARING; ) {
    const time = times.get(at)
    if (time === undefined) words.push(atoms[at]?.lower ?? '')
    at = time?.to ?? at + 1
  }
  return words.length > MOST_COMPARING ? '' : words.join('')
}

interface Time {
  readonly to: number
  readonly counted: boolean
}

type Times = ReadonlyMap<number, Time>

/** The times of a sentence by their first atom: dates and hours are passed over, durations count ("two weeks ago"). */
function timesOf(reads: readonly MomentRead[]): Times {
  return new Map(reads.map(({ from, to, moment }) => [from, { to, counted: COUNTED.has(moment.kind) }]))
}

function readAt(atoms: readonly Atom[], at: number, floor: number, times: Times): Reading | null {
  const figure = readFigure(atoms, at)
  if (figure === null) return null
  if (isName(atoms, figure)) return { found: [], to: figure.to }
  const both = joinFigure(atoms, figure)
  const joined = both !== null && times.get(both.high.from)?.counted === false ? null : both
  if (joined?.kind === 'score') return { found: [], to: pastScore(atoms, joined.high.to) }
  if (joined?.kind === 'range') return { found: [ranged(atoms, joined, floor)], to: joined.high.to }
  const single = joined?.low ?? figure
  const second = joined !== null && joinFigure(atoms, joined.high) === null ? [joined.high] : []
  const found = [single, ...second].flatMap((one) => bounded(atoms, one, floor) ?? [])
  return { found, to: Math.max(found.at(-1)?.to ?? figure.to, single.reach ?? 0) }
}

function ranged(atoms: readonly Atom[], { low, high, from }: Joined, floor: number): Found {
  const bound = readModifier(atoms, from, high.to, high.unit?.unit ?? null)
  const rule = low.rule === 'age' || high.rule === 'age' ? 'age' : 'range'
  const start = Math.max(floor, bound?.from ?? from)
  return { from: start, to: bound?.to ?? high.to, low, high, modifier: 'range', rule }
}

function bounded(atoms: readonly Atom[], bare: Figure, floor: number): Found | null {
  if (isPronoun(atoms, bare)) return null
  const bound = readModifier(atoms, bare.from, bare.to, bare.unit?.unit ?? null)
  const figure = bound !== null && bound.to > bare.to ? unitAfter(atoms, bare, bound.to) : bare
  if (bound === null && (figure.rule === 'lone-one' || isSomeDay(atoms, figure) || isTitled(atoms, figure))) return null
  const modifier = bound?.modifier ?? (figure.rule === 'vague' ? 'about' : 'exact')
  const rule = isMultiple(atoms, figure) ? 'multiple' : figure.rule
  const from = Math.max(floor, bound?.from ?? figure.from)
  return { from, to: Math.max(bound?.to ?? 0, figure.to), low: figure, high: figure, modifier, rule }
}

/** "500-plus kilometres", "three or more years": the unit stands behind the bound. */
function unitAfter(atoms: readonly Atom[], figure: Figure, at: number): Figure {
  if (figure.unit !== null) return figure
  const unit = readUnit(atoms, at, figure.mantissa * figure.scale)
  if (unit === null) return figure
  const per = readPer(atoms, unit.to)
  const rule = unit.age ? 'age' : figure.rule
  return { ...figure, unit, unitAt: [at, unit.to], to: per?.to ?? unit.to, per: per?.per ?? null, rule }
}

/** "Well below the one that the regulator gives", "higher than this one": it stands for a noun. */
function isPronoun(atoms: readonly Atom[], { rule, from }: Figure): boolean {
  return rule === 'lone-one' && /^(?:the|this|that|which|each|every|another|any)$/.test(atoms[from - 1]?.lower ?? '')
}

/** "One day it will end", "could one day be": no day in particular. */
function isSomeDay(atoms: readonly Atom[], { from, to, unit, mantissa }: Figure): boolean {
  if (unit?.unit !== 'day' || mantissa !== 1 || atoms[from]?.lower !== 'one') return false
  if (/^(?:will|would|could|may|might|can|should|that|to)$/.test(atoms[from - 1]?.lower ?? '')) return true
  return from === 0 && !/^(?:of|is|was|after|before|later|earlier|ago|-)$/.test(atoms[to]?.lower ?? '')
}

/** "four times as many", "three times what it was"; "banned four times" counts. */
function isMultiple(atoms: readonly Atom[], figure: Figure): boolean {
  if (figure.unit !== null || atoms[figure.to]?.lower !== 'times') return false
  return /^(?:as|what|more|less|fewer|higher|lower|larger|bigger|greater|faster|the|that|its|their)$/.test(
    atoms[figure.to + 1]?.lower ?? '',
  )
}

/** A score may go on: "6-4, 6-3", "4-4-2". */
function pastScore(atoms: readonly Atom[], at: number): number {
  let to = at
  while (atoms[to]?.glued && atoms[to]?.text === '-' && atoms[to + 1]?.kind === 'number') to += 2
  return to
}

function quantityOf(
  atoms: readonly Atom[],
  found: Found,
  field: 'text' | 'title',
  codeOf: (family: string) => string,
): Quantity {
  const unit = found.high.unit?.unit ?? 'count'
  return {
    start: atoms[found.from]?.start ?? 0,
    end: atoms[found.to - 1]?.end ?? 0,
    field,
    value: toValue(found, FAMILIES.has(unit) ? codeOf(unit) : unit),
    per: found.high.per ?? found.low.per,
    by: `quantity.${found.rule}`,
  }
}

function toValue(found: Found, unit: string): Value {
  const low = round(size(found.low))
  const high = round(size(found.high))
  const { modifier } = found
  if (modifier === 'range') return { min: Math.min(low, high), max: Math.max(low, high), unit, modifier }
  if (modifier === 'at-least' || modifier === 'more-than') return { min: low, max: null, unit, modifier }
  if (modifier === 'at-most' || modifier === 'less-than') return { min: null, max: low, unit, modifier }
  return { min: low, max: found.low.rule === 'vague' && found.low.scale > 1 ? null : low, unit, modifier }
}

/** Twelve significant digits: binary fractions ("44.2 million" = 44200000.00000001) are not in the text. */
function round(value: number): number {
  return Number(value.toPrecision(12))
}
