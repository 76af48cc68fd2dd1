import type { Atom } from '../quantities/atoms.ts'
import type { MomentRead } from './moment.ts'
import { readYearRef } from './read-date.ts'
import { FEASTS } from './time-words.ts'

/** Words of the longest feast: "New Year's Eve" is "new year ' s eve". */
const MOST_ATOMS = 5

/** Reads a feast that falls on one day of the calendar each year: "Christmas Eve", "New Year's Day 2019", "May Day". */
export function readFeast(atoms: readonly Atom[], at: number): MomentRead | null {
  if (!/^\p{Lu}/u.test(atoms[at]?.text ?? '')) return null
  for (let to = Math.min(at + MOST_ATOMS, atoms.length); to > at; to--) {
    const feast = FEASTS.get(nameOf(atoms, at, to))
    if (feast === undefined) continue
    const dated = readYearRef(atoms, to)
    const [month, day] = feast
    return { from: at, to: dated.to, moment: { kind: 'day', year: dated.year, month, day }, by: 'time.feast' }
  }
  return null
}

/** Lower-case words from one atom to another, apostrophes left out: "new year s eve". */
function nameOf(atoms: readonly Atom[], from: number, to: number): string {
  const words: string[] = []
  for (let i = from; i < to; i++) if (!/^['’]$/.test(atoms[i]?.text ?? '')) words.push(atoms[i]?.lower ?? '')
  return words.join(' ')
}
