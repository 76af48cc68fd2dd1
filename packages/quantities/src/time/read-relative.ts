import type { Atom } from '../quantities/atoms.ts'
import { readWords } from '../quantities/read-words.ts'
import type { Moment, MomentRead, Which } from './moment.ts'
import { DAYS, STEPS, WHICH } from './time-words.ts'

type Atoms = readonly Atom[]

/** Reads what is told from the day of the document: "yesterday", "last month", "two weeks ago", "in the past three years". */
export function readRelative(atoms: Atoms, at: number): MomentRead | null {
  const word = lowerAt(atoms, at)
  const days = DAYS.get(word)
  if (days !== undefined && !(word === 'today' && lowerAt(atoms, at - 1) === 'usa')) {
    return { from: at, to: at + 1, moment: { kind: 'relative', step: 'day', steps: days }, by: 'time.day-word' }
  }
  const which = WHICH.get(word)
  if (which !== undefined) return whichStep(atoms, at, which)
  return weekendAt(atoms, at, null) ?? readAgo(atoms, at)
}

function whichStep(atoms: Atoms, at: number, which: Which): MomentRead | null {
  const first = lowerAt(atoms, at)
  const next = lowerAt(atoms, at + 1)
  const weekend = weekendAt(atoms, at + 1, which)
  if (weekend !== null) return { ...weekend, from: at }
  if (which === 0 && /^(?:morning|afternoon|evening)$/.test(next)) return dayWord(at, 0)
  if (first === 'last' && next === 'night') return dayWord(at, -1)
  const fiscal = fiscalYear(atoms, at, which)
  if (fiscal !== null) return fiscal
  const step = STEPS.get(next)
  const through = first === 'past' || (first === 'last' && lowerAt(atoms, at - 1) === 'the')
  if (step !== undefined && next === step && step !== 'day') {
    if (/^(?:previous|following)$/.test(first) || lowerAt(atoms, at + 2) === 'of') return null
    const moment: Moment =
      through && which === -1 ? { kind: 'past', step, steps: 1 } : { kind: 'relative', step, steps: which }
    return { from: at, to: at + 2, moment, by: 'time.relative' }
  }
  return pastAt(atoms, at, which)
}

function dayWord(at: number, steps: number): MomentRead {
  return { from: at, to: at + 2, moment: { kind: 'relative', step: 'day', steps }, by: 'time.day-word' }
}

/** "the weekend", "last weekend", "weekends" not. */
function weekendAt(atoms: Atoms, at: number, which: Which | null): MomentRead | null {
  if (lowerAt(atoms, at) !== 'weekend') return null
  if (which === null && lowerAt(atoms, at - 1) !== 'the') return null
  return { from: at, to: at + 1, moment: { kind: 'weekend', which }, by: 'time.weekend' }
}

/** "this fiscal year", "the last financial year": the calendar year, for nothing says with which month a firm's begins. */
function fiscalYear(atoms: Atoms, at: number, which: Which): MomentRead | null {
  if (!/^(?:fiscal|financial)$/.test(lowerAt(atoms, at + 1)) || lowerAt(atoms, at + 2) !== 'year') return null
  return { from: at, to: at + 3, moment: { kind: 'relative', step: 'year', steps: which }, by: 'time.fiscal' }
}

/** "the past three years", "the last 12 months", "over the next two years", "over the next decade". */
function pastAt(atoms: Atoms, at: number, which: Which): MomentRead | null {
  const first = lowerAt(atoms, at)
  if (which === 0 || /^(?:previous|following|upcoming)$/.test(first)) return null
  const count = countAt(atoms, at + 1)
  const step = count === null ? undefined : STEPS.get(lowerAt(atoms, count.to))
  if (count === null || step === undefined) return null
  const moment: Moment = { kind: which === -1 ? 'past' : 'coming', step, steps: count.value }
  return { from: at, to: count.to + 1, moment, by: which === -1 ? 'time.past' : 'time.coming' }
}

function readAgo(atoms: Atoms, at: number): MomentRead | null {
  const count = countAt(atoms, at)
  if (count === null) return null
  const step = STEPS.get(lowerAt(atoms, count.to))
  if (step === undefined || lowerAt(atoms, count.to + 1) !== 'ago') return null
  return { from: at, to: count.to + 2, moment: { kind: 'ago', step, steps: count.value }, by: 'time.ago' }
}

/** A whole number of steps: "three", "12", "a". */
export function countAt(atoms: Atoms, at: number): { readonly value: number; readonly to: number } | null {
  const atom = atoms[at]
  if (atom?.kind === 'number')
    return Number.isInteger(atom.value) && atom.value < 1000 ? { value: atom.value, to: at + 1 } : null
  if (atom?.kind !== 'word') return null
  const read = readWords(atoms, at)
  if (read !== null && read.rule !== 'vague') return { value: read.mantissa * read.scale, to: read.to }
  return read === null && /^(?:a|an)$/.test(atom.lower) ? { value: 1, to: at + 1 } : null
}

export function lowerAt(atoms: Atoms, at: number): string {
  return atoms[at]?.lower ?? ''
}
