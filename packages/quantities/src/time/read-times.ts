import type { Atom } from '../quantities/atoms.ts'
import type { Moment, MomentRead } from './moment.ts'
import { readClock } from './read-clock.ts'
import { readDate, readWeekday } from './read-date.ts'
import { readEnding } from './read-ending.ts'
import { readFeast } from './read-feast.ts'
import { readPeriod } from './read-period.ts'
import { readRelative } from './read-relative.ts'
import { readShift } from './read-shift.ts'
import { STARTS } from './time-words.ts'

type Atoms = readonly Atom[]

const OPENING = /^(?:since|from|between|until|till|through|by)$/
const JOINT = /^(?:to|and|until|till|through|-|–|—)$/

/** Every time among the atoms of a sentence, in order, not overlapping; clock times too, so that nobody counts them. */
export function readTimes(atoms: Atoms): MomentRead[] {
  const found: MomentRead[] = []
  let at = 0
  while (at < atoms.length) {
    const read = readAt(atoms, at)
    const floor = found.at(-1)?.to ?? 0
    if (read !== null) found.push(read.from < floor ? { ...read, from: floor } : read)
    at = read === null ? at + 1 : Math.max(at + 1, read.to)
  }
  return found
}

function readAt(atoms: Atoms, at: number): MomentRead | null {
  const first = readOne(atoms, at)
  if (first === null) return null
  return opened(atoms, joined(atoms, first) ?? first)
}

/** One moment, without what joins or opens it. */
function readOne(atoms: Atoms, at: number): MomentRead | null {
  const atom = atoms[at]
  if (atom === undefined || (atom.kind === 'mark' && atom.text !== "'")) return null
  if (atom.kind === 'word' && !STARTS.has(atom.lower) && !/^(?:FY\d|[HQ][1-4])/.test(atom.text)) return null
  const first = atom.kind === 'word' ? readWeekday(atoms, at) : readClock(atoms, at)
  return (
    first ??
    readFeast(atoms, at) ??
    readEnding(atoms, at) ??
    readDate(atoms, at) ??
    readPeriod(atoms, at) ??
    readShift(atoms, at) ??
    readRelative(atoms, at) ??
    (atom.kind === 'word' ? readClock(atoms, at) : null)
  )
}

/** "from 2013 to 2021", "between March and May 2024", "January-June 2024". */
function joined(atoms: Atoms, first: MomentRead): MomentRead | null {
  const joint = atoms[first.to]?.lower ?? ''
  if (!JOINT.test(joint) || first.moment.kind === 'interval') return null
  const before = atoms[first.from - 1]?.lower ?? ''
  if (joint === 'and' && before !== 'between') return null
  const the = atoms[first.to + 1]?.lower === 'the' ? 1 : 0
  const last = readOne(atoms, first.to + 1 + the)
  if (last === null || !pairs(first.moment, last.moment)) return null
  const from = /^(?:from|between)$/.test(before) ? first.from - 1 : first.from
  return {
    from,
    to: last.to,
    moment: { kind: 'interval', first: first.moment, last: last.moment },
    by: 'time.interval',
  }
}

function pairs(first: Moment, last: Moment): boolean {
  if (first.kind === 'clock' || last.kind === 'clock' || last.kind === 'interval') return false
  return (
    first.kind === last.kind ||
    (first.kind === 'day' && last.kind === 'weekday') ||
    last.kind === 'relative' ||
    (last.kind === 'year' && (first.kind === 'month' || first.kind === 'day')) ||
    first.kind === 'months'
  )
}

/** How many words an event takes between "since" and its time: "since the war began last April". */
const SINCE_REACH = 7

function isSinceThen(atoms: Atoms, at: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - SINCE_REACH; i--) {
    const atom = atoms[i]
    if (atom?.kind !== 'word') return false
    if (atom.lower === 'since') return atoms[i + 1]?.lower !== 'then' && i < at - 2
  }
  return false
}

/** "since February 17" stays open; "until 2025" has no start. The word before belongs to the span. */
function opened(atoms: Atoms, read: MomentRead): MomentRead {
  const the = /^(?:the|early|late|mid|around|about|at|least)$/.test(atoms[read.from - 1]?.lower ?? '') ? 1 : 0
  const word = atoms[read.from - 1 - the]?.lower ?? ''
  if (!OPENING.test(word) && isSinceThen(atoms, read.from))
    return { ...read, moment: { kind: 'open', side: 'end', moment: read.moment }, by: 'time.since' }
  if (!OPENING.test(word) || read.moment.kind === 'clock' || read.moment.kind === 'past') return read
  const from = read.from - 1 - the
  if (word === 'since')
    return { ...read, from, moment: { kind: 'open', side: 'end', moment: read.moment }, by: 'time.since' }
  if (word === 'until' || word === 'till')
    return { ...read, from, moment: { kind: 'open', side: 'start', moment: read.moment }, by: 'time.until' }
  return word === 'by' ? { ...read, from, by: 'time.by' } : read
}
