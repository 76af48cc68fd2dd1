import type { Atom } from '../quantities/atoms.ts'
import { SMALL } from '../quantities/lexicon.ts'
import type { MomentRead } from './moment.ts'

type Atoms = readonly Atom[]

const ZONE =
  /^(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|CST|CDT|MST|PST|PDT|PT|IST|PKT|MSK|JST|KST|HKT|SGT|AEST|WIB|EAT|WAT|SAST|Zulu)$/
const HOUR = /^(?:[01]?\d|2[0-4])$/
const HOURS_AND_MINUTES = /^(?:[01]\d|2[0-4])[0-5]\d$/

/** "10:30", "5 p.m.", "9.30am", "1400 GMT", "ten o'clock": the time of a day, so that nobody counts it. Null for anything else. */
export function readClock(atoms: Atoms, at: number): MomentRead | null {
  const end = clockEnd(atoms, at)
  return end === null ? null : { from: at, to: end, moment: { kind: 'clock' }, by: 'time.clock' }
}

function clockEnd(atoms: Atoms, at: number): number | null {
  const text = atoms[at]?.text ?? ''
  if (HOURS_AND_MINUTES.test(text)) return zoneEnd(atoms, at + 1) ?? military(atoms, at)
  if (SMALL.has(atoms[at]?.lower ?? '')) return oClock(atoms, at + 1)
  if (!/^\d{1,2}(?:\.\d\d)?$/.test(text)) return null
  const colon = minutesEnd(atoms, at + 1)
  const end = colon ?? at + 1
  const half = halfOfDay(atoms, end) ?? (HOUR.test(text) || colon !== null ? zoneEnd(atoms, end) : null)
  return half ?? oClock(atoms, at + 1) ?? colon
}

/** ":30" written onto the hour, and the seconds. */
function minutesEnd(atoms: Atoms, at: number): number | null {
  let end = at
  while (
    atoms[end]?.text === ':' &&
    atoms[end]?.glued &&
    atoms[end + 1]?.glued &&
    /^[0-5]\d$/.test(atoms[end + 1]?.text ?? '')
  )
    end += 2
  return end === at ? null : end
}

/** "am", "p.m.". */
function halfOfDay(atoms: Atoms, at: number): number | null {
  const word = atoms[at]?.lower ?? ''
  if (word === 'am' || word === 'pm') return at + 1
  if (word !== 'a' && word !== 'p') return null
  return atoms[at + 1]?.text === '.' && atoms[at + 2]?.lower === 'm' ? at + 3 : null
}

/** "GMT", "local time". */
function zoneEnd(atoms: Atoms, at: number): number | null {
  if (ZONE.test(atoms[at]?.text ?? '')) return at + 1
  return atoms[at]?.lower === 'local' && atoms[at + 1]?.lower === 'time' ? at + 2 : null
}

function oClock(atoms: Atoms, at: number): number | null {
  return atoms[at]?.lower === 'o' && atoms[at + 2]?.lower === 'clock' ? at + 3 : null
}

/** "at 0600 hours", "from 0600": four digits with a leading zero after a preposition of time. */
function military(atoms: Atoms, at: number): number | null {
  const before = /^(?:at|by|from|until|till|around|about|before|after|since|to)$/.test(atoms[at - 1]?.lower ?? '')
  if (!before || atoms[at]?.text.startsWith('0') !== true) return null
  return atoms[at + 1]?.lower === 'hours' ? at + 2 : at + 1
}
