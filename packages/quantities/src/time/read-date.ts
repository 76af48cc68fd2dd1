import type { Atom } from '../quantities/atoms.ts'
import { isDay } from './calendar.ts'
import type { Moment, MomentRead, Which, YearRef } from './moment.ts'
import { AMBIGUOUS_MONTHS, MONTH_PREPOSITIONS, MONTHS, SHORT_MONTHS, WEEKDAYS, WHICH } from './time-words.ts'

type Atoms = readonly Atom[]

/** Reads a day or month with or without its year: "November 1, 2021", "1 Nov", "2024-08-01", "last August". */
export function readDate(atoms: Atoms, at: number): MomentRead | null {
  return readIsoDay(atoms, at) ?? readDayFirst(atoms, at) ?? readMonthFirst(atoms, at)
}

/** The year after a month or day: "2024", ", 2024", "of 2024", "this year", "last year". */
export function readYearRef(atoms: Atoms, at: number): { readonly year: YearRef; readonly to: number } {
  const comma = atoms[at]?.text === ',' ? 1 : 0
  const of = atoms[at + comma]?.lower === 'of' ? 1 : 0
  const place = at + comma + of
  const year = yearOf(atoms[place])
  if (year !== null) return { year, to: place + 1 }
  const which = WHICH.get(atoms[place]?.lower ?? '')
  if (comma === 0 && which !== undefined && atoms[place + 1]?.lower === 'year')
    return { year: { which }, to: place + 2 }
  return { year: null, to: at }
}

/** The year that an atom of four digits writes (1000 to 2199), or null. */
export function yearOf(atom: Atom | undefined): number | null {
  return atom?.kind === 'number' && /^(?:1\d|20|21)\d\d$/.test(atom.text) ? atom.value : null
}

/** The month that a capitalised word names, and the atom after it and its dot. */
function monthAt(atoms: Atoms, at: number): { readonly month: number; readonly to: number } | null {
  const atom = atoms[at]
  if (atom === undefined || atom.kind !== 'word' || !/^[A-Z]/.test(atom.text)) return null
  const month = MONTHS.get(atom.lower)
  if (month === undefined) return null
  const dot = SHORT_MONTHS.has(atom.lower) && atoms[at + 1]?.text === '.' && atoms[at + 1]?.glued ? 1 : 0
  return { month, to: at + 1 + dot }
}

function dayOf(atoms: Atoms, at: number): { readonly day: number; readonly to: number } | null {
  const atom = atoms[at]
  if (atom === undefined || !/^\d{1,2}$/.test(atom.text)) return null
  const day = Number(atom.text)
  if (day < 1 || day > 31) return null
  const next = atoms[at + 1]
  if (!next?.glued) return { day, to: at + 1 }
  if (/^(?:st|nd|rd|th)$/.test(next.lower)) return { day, to: at + 2 }
  return next.kind === 'word' || next.text === ':' || next.text === '%' ? null : { day, to: at + 1 }
}

function readIsoDay(atoms: Atoms, at: number): MomentRead | null {
  const [first, , second, , third] = atoms.slice(at, at + 5)
  const joint = atoms[at + 1]?.text
  if (first?.kind === 'code') return dotted(first, at)
  if (joint === undefined || joint !== atoms[at + 3]?.text || !/^[-/.]$/.test(joint)) return null
  if (![1, 2, 3, 4].every((i) => atoms[at + i]?.glued)) return null
  if (
    !/^\d{1,4}$/.test(first?.text ?? '') ||
    !/^\d{1,2}$/.test(second?.text ?? '') ||
    !/^\d{1,4}$/.test(third?.text ?? '')
  )
    return null
  const moment = dayOfParts([first, second, third].map((atom) => Number(atom?.text)) as [number, number, number])
  return moment === null ? null : { from: at, to: timeEnd(atoms, at + 5), moment, by: 'time.numeric' }
}

function dotted(atom: Atom, at: number): MomentRead | null {
  const match = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(atom.text)
  if (match === null) return null
  const moment = { kind: 'day', day: Number(match[1]), month: Number(match[2]), year: Number(match[3]) } as const
  return isDay({ ...moment }) ? { from: at, to: at + 1, moment, by: 'time.numeric' } : null
}

/** Year first is ISO; else one part must be above 12 to tell the day from the month. */
function dayOfParts([a, b, c]: readonly [number, number, number]): Moment | null {
  const parts = a > 999 ? [a, b, c] : c > 999 && a > 12 ? [c, b, a] : c > 999 && (b > 12 || a === b) ? [c, a, b] : null
  if (parts === null) return null
  const day = { year: parts[0] as number, month: parts[1] as number, day: parts[2] as number }
  return isDay(day) ? { kind: 'day', ...day } : null
}

/** The time of day that ISO 8601 writes onto the date. */
function timeEnd(atoms: Atoms, at: number): number {
  if (!atoms[at]?.glued || !/^T\d\d/.test(atoms[at]?.text ?? '')) return at
  let to = at + 1
  while (atoms[to]?.glued && (atoms[to]?.text === ':' || /^\d/.test(atoms[to]?.text ?? ''))) to += 1
  return to
}

/** "1 November 2021", "the 2nd of November", "1-3 November". */
function readDayFirst(atoms: Atoms, at: number): MomentRead | null {
  const first = dayOf(atoms, at)
  if (first === null) return null
  const joint = /^(?:-|–|to|and)$/.test(atoms[first.to]?.lower ?? '') ? dayOf(atoms, first.to + 1) : null
  const last = joint ?? first
  const of = atoms[last.to]?.lower === 'of' ? 1 : 0
  const month = monthAt(atoms, last.to + of)
  if (month === null) return null
  const { year, to } = readYearRef(atoms, month.to)
  return days(at, to, first.day, last.day, month.month, year)
}

/** "November 1, 2021", "Nov. 1-3", "August 2024", "last August", "Monday, November 1". */
function readMonthFirst(atoms: Atoms, at: number): MomentRead | null {
  const month = monthAt(atoms, at)
  if (month === null) return null
  const first = dayOf(atoms, month.to)
  if (first === null) return readMonth(atoms, at, month)
  const joint = /^(?:-|–|to|and)$/.test(atoms[first.to]?.lower ?? '') ? dayOf(atoms, first.to + 1) : null
  const ranged = joint !== null && joint.day > first.day && !countsOn(atoms, joint.to) ? joint : null
  const last = ranged ?? first
  const { year, to } = readYearRef(atoms, last.to)
  return days(at, to, first.day, last.day, month.month, year)
}

/** "on May 5 and 12 people died": the second number counts what follows. */
function countsOn(atoms: Atoms, at: number): boolean {
  return (
    atoms[at]?.kind === 'word' &&
    /^[a-z]/.test(atoms[at]?.text ?? '') &&
    !/^(?:in|at|on|of|and|to|for|this|last)$/.test(atoms[at]?.text ?? '')
  )
}

function days(from: number, to: number, first: number, last: number, month: number, year: YearRef): MomentRead | null {
  if (!isDay({ year: typeof year === 'number' ? year : 2024, month, day: last })) return null
  const moment: Moment = { kind: 'day', year, month, day: first }
  if (last <= first) return { from, to, moment, by: 'time.day' }
  return { from, to, moment: { kind: 'interval', first: moment, last: { ...moment, day: last } }, by: 'time.days' }
}

function readMonth(atoms: Atoms, at: number, month: { month: number; to: number }): MomentRead | null {
  const { year, to } = readYearRef(atoms, month.to)
  const before = atoms[at - 1]?.lower ?? ''
  const which: Which | null = WHICH.get(before) ?? null
  const name = atoms[at]?.lower ?? ''
  const sure = year !== null || which !== null
  if (!sure && SHORT_MONTHS.has(name) && month.to === at + 1) return null
  if (!sure && AMBIGUOUS_MONTHS.has(name) && !MONTH_PREPOSITIONS.has(before)) return null
  if (!sure && /^[A-Z]/.test(atoms[month.to]?.text ?? '') && !MONTH_PREPOSITIONS.has(before)) return null
  const from = which === null ? at : at - 1
  return {
    from,
    to,
    moment: { kind: 'month', year, month: month.month, which: year === null ? which : null },
    by: 'time.month',
  }
}

/** "Monday", "last Friday", "Tuesday, November 2": the weekday before a full date belongs to it. */
export function readWeekday(atoms: Atoms, at: number): MomentRead | null {
  const atom = atoms[at]
  const weekday = atom?.kind === 'word' && /^[A-Z]/.test(atom.text) ? WEEKDAYS.get(atom.lower) : undefined
  if (weekday === undefined || atom === undefined) return null
  const dot = atom.lower.length < 6 && atoms[at + 1]?.text === '.' ? 1 : 0
  const comma = atoms[at + 1 + dot]?.text === ',' ? 1 : 0
  const the = /^(?:the|on)$/.test(atoms[at + 1 + dot + comma]?.lower ?? '') ? 1 : 0
  const date = readDate(atoms, at + 1 + dot + comma + the)
  if (date !== null && date.by === 'time.day') return { ...date, from: at }
  if (atom.lower.length < 6) return null
  const which = WHICH.get(atoms[at - 1]?.lower ?? '') ?? null
  return {
    from: which === null ? at : at - 1,
    to: at + 1,
    moment: { kind: 'weekday', weekday, which },
    by: 'time.weekday',
  }
}
