import type { Atom } from '../quantities/atoms.ts'
import type { Moment, MomentRead } from './moment.ts'
import { yearOf } from './read-date.ts'
import { countAt, lowerAt } from './read-relative.ts'
import { SEASONS, STEPS, WHICH } from './time-words.ts'

type Atoms = readonly Atom[]

const EARLIER = /^(?:earlier|before|previously|prior)$/
const LATER = /^(?:later|after|afterwards|on)$/

/**
 * Reads what is told from the time that was spoken of before: "a year earlier", "two days later", "the following month",
 * "the year before", "that summer", "the same period of 2022".
 */
export function readShift(atoms: Atoms, at: number): MomentRead | null {
  return readSame(atoms, at) ?? readCounted(atoms, at) ?? readNext(atoms, at) ?? readThat(atoms, at)
}

/** "a year earlier", "two days later", "three months before"; "after" and "on" need the end of a clause: "a day after the vote" hangs on it. */
function readCounted(atoms: Atoms, at: number): MomentRead | null {
  const count = countAt(atoms, at)
  const step = count === null ? undefined : STEPS.get(lowerAt(atoms, count.to))
  if (count === null || step === undefined) return null
  const sign = signAt(atoms, count.to + 1)
  if (sign === 0 && lowerAt(atoms, count.to + 1) === 'after' && atoms[count.to + 2]?.kind === 'word')
    return { ...read(at, count.to + 2, { kind: 'shift', step, steps: -count.value, whole: false }), by: 'time.after' }
  if (sign === 0) return null
  return read(at, count.to + 2, { kind: 'shift', step, steps: sign * count.value, whole: false })
}

function signAt(atoms: Atoms, at: number): -1 | 0 | 1 {
  const word = lowerAt(atoms, at)
  const closed = atoms[at + 1] === undefined || atoms[at + 1]?.kind === 'mark'
  if (EARLIER.test(word)) return /^(?:earlier|previously)$/.test(word) || closed || isJoint(atoms, at + 1) ? -1 : 0
  if (LATER.test(word)) return word === 'later' || closed ? 1 : 0
  return 0
}

const isJoint = (atoms: Atoms, at: number): boolean => /^(?:and|but|when|as|to)$/.test(lowerAt(atoms, at))

/** "over the next decade" begins now; "in the next year" goes on from what was told. */
const OVER = /^(?:over|within|during|throughout)$/

/** "the next year", "the following month", "the previous week", "the year before", "the year after". */
function readNext(atoms: Atoms, at: number): MomentRead | null {
  const first = lowerAt(atoms, at)
  const narrated =
    /^(?:following|previous|preceding)$/.test(first) || (first === 'next' && lowerAt(atoms, at - 1) === 'the')
  if (narrated) {
    const step = STEPS.get(lowerAt(atoms, at + 1))
    if (step === undefined || step !== lowerAt(atoms, at + 1)) return null
    if (first === 'next' && OVER.test(lowerAt(atoms, at - 2)))
      return { from: at - 1, to: at + 2, moment: { kind: 'coming', step, steps: 1 }, by: 'time.coming' }
    const steps = /^(?:following|next)$/.test(first) ? 1 : -1
    const the = lowerAt(atoms, at - 1) === 'the' ? 1 : 0
    return read(at - the, at + 2, { kind: 'shift', step, steps, whole: true })
  }
  const step = STEPS.get(first)
  if (step !== first || lowerAt(atoms, at - 1) !== 'the') return null
  const sign = signAt(atoms, at + 1)
  return sign === 0 ? null : read(at - 1, at + 2, { kind: 'shift', step, steps: sign, whole: true })
}

/** "that year", "the same month", "that summer". */
function readThat(atoms: Atoms, at: number): MomentRead | null {
  const joint = atoms[at + 1]?.text === '-' ? at + 2 : at + 1
  if (lowerAt(atoms, at) === 'full' && lowerAt(atoms, joint) === 'year')
    return read(at, joint + 1, { kind: 'fullYear' })
  const same = lowerAt(atoms, at) === 'same' && lowerAt(atoms, at - 1) === 'the'
  if (!same && lowerAt(atoms, at) !== 'that') return null
  const from = same ? at - 1 : at
  const noun = lowerAt(atoms, at + 1)
  const season = noun === 'spring' || noun === 'fall' ? undefined : SEASONS.get(noun)
  if (season !== undefined) return read(from, at + 2, { kind: 'season', first: season[0], last: season[1] })
  const step = STEPS.get(noun)
  if (step === undefined || step !== noun) return null
  return read(from, at + 2, { kind: 'shift', step, steps: 0, whole: true })
}

const SPANS = /^(?:period|month|quarter|half|week|day|time|stage|three|six|nine)$/

/** "the same period last year", "the same month a year before", "the same quarter of 2022": the time before, in another year. */
function readSame(atoms: Atoms, at: number): MomentRead | null {
  if (!/^(?:same|corresponding|year-ago)$/.test(lowerAt(atoms, at))) return null
  if (!SPANS.test(lowerAt(atoms, at + 1))) return null
  const noun = lowerAt(atoms, at + 2) === 'months' ? at + 3 : at + 2
  const of = /^(?:of|in)$/.test(lowerAt(atoms, noun)) ? noun + 1 : noun
  const year = yearOf(atoms[of])
  if (year !== null) return read(at, of + 1, { kind: 'sameIn', year })
  const the = lowerAt(atoms, of) === 'the' ? of + 1 : of
  const which = WHICH.get(lowerAt(atoms, the))
  const nextTo = lowerAt(atoms, the + 1) === 'year'
  if (which !== undefined && nextTo) return read(at, the + 2, { kind: 'sameIn', year: { which } })
  const count = countAt(atoms, noun)
  if (count === null || STEPS.get(lowerAt(atoms, count.to)) !== 'year') return null
  if (!/^(?:earlier|before|ago|previously|prior)$/.test(lowerAt(atoms, count.to + 1))) return null
  return read(at, count.to + 2, { kind: 'shift', step: 'year', steps: -count.value, whole: false })
}

function read(from: number, to: number, moment: Moment): MomentRead {
  return { from, to, moment, by: 'time.shift' }
}
