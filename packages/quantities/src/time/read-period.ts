import type { Atom } from '../quantities/atoms.ts'
import { UNITS } from '../quantities/lexicon.ts'
import type { Moment, MomentRead, YearRef } from './moment.ts'
import { readYearRef, yearOf } from './read-date.ts'
import { halfOf, readHalf } from './read-half.ts'
import { PARTS, SEASONS, WHICH } from './time-words.ts'

type Atoms = readonly Atom[]

/** Reads a year or a part of one: "2024", "the 1990s", "2012-13", "FY2023-24", "Q3 2023", "the first half of 2024". */
export function readPeriod(atoms: Atoms, at: number): MomentRead | null {
  return (
    readHalf(atoms, at) ??
    readPart(atoms, at) ??
    readFiscal(atoms, at) ??
    readCentury(atoms, at) ??
    readYears(atoms, at)
  )
}

function readYears(atoms: Atoms, at: number): MomentRead | null {
  const first = yearOf(atoms[at])
  if (first === null || !isYearHere(atoms, at)) return null
  const next = atoms[at + 1]
  if (next?.glued && next.lower === 's')
    return { from: at, to: at + 2, moment: decade(first, atoms, at), by: 'time.decade' }
  const half = /^[HQ][1-4]$/.test(next?.text ?? '') ? halfOf(next?.text ?? '') : null
  if (half !== null) return { from: at, to: at + 2, moment: { kind: 'months', year: first, ...half }, by: 'time.part' }
  if (next?.glued && /^[-–/]$/.test(next.text) && atoms[at + 2]?.glued) {
    const last = lastYear(first, atoms[at + 2]?.text ?? '')
    if (last !== null && !(atoms[at + 3]?.glued && /^[-/]$/.test(atoms[at + 3]?.text ?? ''))) {
      return { from: at, to: at + 3, moment: { kind: 'years', first, last }, by: 'time.years' }
    }
  }
  if (next?.glued && (next.kind === 'word' || next.kind === 'number' || next.text === '%')) return null
  return { from: at, to: at + 1, moment: { kind: 'year', year: first }, by: 'time.year' }
}

/** The 2000s are the decade beside other decades; 1900s and 1800s are centuries. */
function decade(first: number, atoms: Atoms, at: number): Moment {
  const part = PARTS.get(atoms[at - 1]?.text === '-' ? (atoms[at - 2]?.lower ?? '') : (atoms[at - 1]?.lower ?? ''))
  const span = first % 100 === 0 && first < 2000 ? 100 : 10
  if (part === undefined || span === 100) return { kind: 'years', first, last: first + span - 1 }
  const years = part[0] === 1 ? [0, 3] : part[0] === 5 ? [4, 6] : [7, 9]
  return { kind: 'years', first: first + (years[0] ?? 0), last: first + (years[1] ?? 9) }
}

function lastYear(first: number, text: string): number | null {
  if (/^\d\d$/.test(text)) {
    const last = Math.floor(first / 100) * 100 + Number(text)
    return last > first && last - first < 60 ? last : null
  }
  return /^\d{4}$/.test(text) && Number(text) > first && Number(text) < 2200 ? Number(text) : null
}

const YEAR_BEFORE =
  /^(?:in|since|by|of|until|till|from|during|before|after|through|to|and|between|early|late|mid|year|fiscal|throughout|back|for|season|circa|around|than)$/
const LABEL = /^(?:section|article|rule|no|page|room|flight|route|clause|regulation|form|no\.|#|nr|model)$/
const BOUNDS = /^(?:than|about|nearly|almost|over|roughly|least|approximately|some|most)$/
const PEOPLE =
  /^(?:people|persons|men|women|children|others|percent|per|million|billion|thousand|km|miles|metres|meters|tonnes|tons|dollars|euros|pounds|rupees|feet|hours|days|votes|troops|soldiers)$/

/** A number of four digits stands for a year where nothing is counted, labelled or paid. */
function isYearHere(atoms: Atoms, at: number): boolean {
  const before = atoms[at - 1]
  const atom = atoms[at] as Atom
  if (LABEL.test(before?.lower ?? '')) return false
  if (before !== undefined && atom.glued && !/^[-–—(/"“'‘’]$/.test(before.text)) return false
  if (PEOPLE.test(atoms[at + 1]?.lower ?? '') || UNITS.startingAt(atoms, at + 1) !== null) return false
  const after = atoms[at + 1]
  if (after?.glued && after.text === '+') return false
  const round = atom.value % 100 === 0 || !(atom.value > 1900 && atom.value < 2036)
  if (BOUNDS.test(before?.lower ?? '') && (round || isPlural(after))) return false
  if (atom.text.endsWith('00') && isPlural(after)) return false
  if (before !== undefined && YEAR_BEFORE.test(before.lower)) return true
  return atom.value >= 1800 && atom.value < 2100
}

function isPlural(atom: Atom | undefined): boolean {
  return (
    atom?.kind === 'word' && /^[a-z]{2,}s$/.test(atom.text) && !/^(?:was|is|has|does|its|this|as)$/.test(atom.lower)
  )
}

/** "FY2023-24", "FY 2024", "fiscal 2023", "fiscal year 2023". */
function readFiscal(atoms: Atoms, at: number): MomentRead | null {
  const glued = /^FY(\d{4}|\d{2})$/.exec(atoms[at]?.text ?? '')
  if (glued !== null) {
    const first = Number(glued[1]) + (glued[1]?.length === 2 ? 2000 : 0)
    const last =
      /^[-–/]$/.test(atoms[at + 1]?.text ?? '') && atoms[at + 1]?.glued
        ? lastYear(first, atoms[at + 2]?.text ?? '')
        : null
    const moment: Moment = last === null ? { kind: 'year', year: first } : { kind: 'years', first, last }
    return { from: at, to: last === null ? at + 1 : at + 3, moment, by: 'time.fiscal' }
  }
  if (!/^(?:fy|fiscal)$/.test(atoms[at]?.lower ?? '')) return null
  const place = atoms[at + 1]?.lower === 'year' ? at + 2 : at + 1
  const years = yearOf(atoms[place]) === null ? null : readYears(atoms, place)
  return years === null ? null : { ...years, from: at, by: 'time.fiscal' }
}

/** "the 19th century": 1801 to 1900. */
function readCentury(atoms: Atoms, at: number): MomentRead | null {
  const n = /^\d{1,2}$/.test(atoms[at]?.text ?? '') ? Number(atoms[at]?.text) : 0
  if (n < 10 || n > 21 || !/^(?:th|st)$/.test(atoms[at + 1]?.lower ?? '')) return null
  const joint = atoms[at + 2]?.text === '-' ? at + 3 : at + 2
  if (atoms[joint]?.lower !== 'century') return null
  return { from: at, to: joint + 1, moment: { kind: 'years', first: n * 100 - 99, last: n * 100 }, by: 'time.century' }
}

/** "early 2024", "mid-2023", "late last year", "spring 2023", "the end of 2024", "the summer of 2019". */
function readPart(atoms: Atoms, at: number): MomentRead | null {
  const word = atoms[at]?.lower ?? ''
  const part = PARTS.get(word)
  const season = SEASONS.get(word)
  if (part === undefined && season === undefined) return readEnd(atoms, at)
  const joint = atoms[at + 1]?.text === '-' ? at + 2 : at + 1
  const { year, to } = readYearRef(atoms, word === 'middle' && atoms[at + 1]?.lower !== 'of' ? -1 : joint)
  if (season !== undefined) return readSeason(atoms, at, season, year, to)
  if (year === null || atoms[joint]?.text === ',' || atoms[to]?.lower === 's' || part === undefined) return null
  return { from: at, to, moment: { kind: 'months', year, first: part[0], last: part[1] }, by: 'time.part' }
}

function readSeason(
  atoms: Atoms,
  at: number,
  season: readonly [number, number],
  year: YearRef,
  to: number,
): MomentRead | null {
  if (year !== null && atoms[at + 1]?.text !== ',' && isSeason(atoms, at)) {
    return { from: at, to, moment: { kind: 'months', year, first: season[0], last: season[1] }, by: 'time.season' }
  }
  const which = WHICH.get(atoms[at - 1]?.lower ?? '')
  if (which === undefined || atoms[at]?.lower === 'fall' || atoms[at]?.lower === 'spring') return null
  return {
    from: at - 1,
    to: at + 1,
    moment: { kind: 'months', year: { which }, first: season[0], last: season[1] },
    by: 'time.season',
  }
}

/** "will fall next year" is no season. */
function isSeason(atoms: Atoms, at: number): boolean {
  if (!/^(?:fall|spring)$/.test(atoms[at]?.text ?? '')) return true
  return /^(?:in|the|of|this|last|next|since|by|during|until|from|for)$/.test(atoms[at - 1]?.lower ?? '')
}

/** "the end of the year", "the start of the month", "the end of June": the whole of it, as FORMAT.md's dates by a year's end are. */
function endOfThe(atoms: Atoms, at: number): MomentRead | null {
  if (atoms[at + 1]?.lower !== 'of' || atoms[at + 2]?.lower !== 'the') return null
  const step = atoms[at + 3]?.lower
  if (step !== 'year' && step !== 'month' && step !== 'week' && step !== 'quarter') return null
  if (/^(?:of|to|end(?:ed|ing))$/.test(atoms[at + 4]?.lower ?? '')) return null
  return { from: at, to: at + 4, moment: { kind: 'shift', step, steps: 0, whole: true, near: true }, by: 'time.end-of' }
}

/** "the end of 2024", "end of this year": the year, as FORMAT.md's dates by a year's end are. */
function readEnd(atoms: Atoms, at: number): MomentRead | null {
  if (!/^(?:end|close|beginning|start|turn)$/.test(atoms[at]?.lower ?? '')) return null
  const of = endOfThe(atoms, at)
  if (of !== null) return of
  const { year, to } = readYearRef(atoms, at + 1)
  if (year === null || atoms[at + 1]?.text === ',') return null
  const moment: Moment =
    typeof year === 'number' ? { kind: 'year', year } : { kind: 'relative', step: 'year', steps: year?.which ?? 0 }
  return { from: at, to, moment, by: 'time.end-of-year' }
}
