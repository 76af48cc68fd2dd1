import type { Span, TimeExpression } from '@counterclaim/model'
import { type Atom, scanAtoms } from '../quantities/atoms.ts'
import { isMoneyPrefix } from '../quantities/read-money.ts'
import { type Day, parseDay } from './calendar.ts'
import type { Moment, MomentRead } from './moment.ts'
import { readTimes } from './read-times.ts'
import { resolveMoment } from './resolve-moment.ts'
import { FUTURE } from './time-words.ts'

/** How far before a time a word such as "will" makes it lie ahead. */
const FUTURE_REACH = 8

interface Marked {
  readonly atoms: readonly Atom[]
  readonly reads: readonly MomentRead[]
}

/**
 * Every time expression of a field, in order, resolved against the document's date (ISO 8601, or null). What cannot be
 * placed on the calendar is left out. Without the document's date a day or month takes the one year that the field
 * gives to days and months, if it is just one; a bare year may be long past. Linear in the text's length.
 */
export function findTimes(
  text: string,
  sentences: readonly Span[],
  field: 'text' | 'title',
  publishedAt: string | null,
): TimeExpression[] {
  const day = publishedAt === null ? null : parseDay(publishedAt)
  const marked: Marked[] = sentences.map(({ start, end }) => {
    const atoms = scanAtoms(text, start, end, isMoneyPrefix)
    return { atoms, reads: readTimes(atoms) }
  })
  const only = day === null ? onlyYear(marked) : null
  return marked.flatMap((sentence) => resolveSentence(sentence, day, only, field))
}

function resolveSentence(
  { atoms, reads }: Marked,
  day: Day | null,
  only: number | null,
  field: 'text' | 'title',
): TimeExpression[] {
  const times: TimeExpression[] = []
  let year = only
  for (const read of reads) {
    const iso = resolveMoment(read.moment, { day, year, future: looksAhead(atoms, read.from) })
    const start = atoms[read.from]?.start ?? 0
    const end = atoms[read.to - 1]?.end ?? start
    if (iso !== null) times.push({ start, end, field, iso, by: read.by })
    if (read.moment.kind === 'year') year = read.moment.year
  }
  return times
}

function looksAhead(atoms: readonly Atom[], at: number): boolean {
  for (let i = at; i >= 0 && i > at - FUTURE_REACH; i--) {
    if (/^[;!?]$/.test(atoms[i]?.text ?? '')) return false
    if (FUTURE.has(atoms[i]?.lower ?? '')) return true
  }
  return false
}

/** The one year that a text gives to days and months, or null when there is none or several. */
function onlyYear(marked: readonly Marked[]): number | null {
  const years = new Set<number>()
  for (const { reads } of marked) for (const read of reads) for (const year of yearsOf(read.moment)) years.add(year)
  return years.size === 1 ? ([...years][0] ?? null) : null
}

function yearsOf(moment: Moment): number[] {
  if (moment.kind === 'interval') return [...yearsOf(moment.first), ...yearsOf(moment.last)]
  if (moment.kind === 'open') return yearsOf(moment.moment)
  return (moment.kind === 'day' || moment.kind === 'month') && typeof moment.year === 'number' ? [moment.year] : []
}
