import type { Atom } from '../quantities/atoms.ts'
import type { Span, TimeExpression } from '../types.ts'
import { type Day, parseDay } from './calendar.ts'
import { type Marked, markedSentence } from './marked-sentences.ts'
import type { Moment, MomentRead } from './moment.ts'
import { resolveMoment } from './resolve-moment.ts'
import { FUTURE, isPreterite } from './time-words.ts'

/** How far before a time a word such as "will" makes it lie ahead, or "opened" behind. */
const LOOK_REACH = 14
/** How many sentences a time stays what "a year earlier" is told from. */
const MAX_BACK = 3

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
  const marked = sentences.map((_, i) => markedSentence(text, sentences, i))
  const only = day === null ? onlyYear(marked) : null
  const times: TimeExpression[] = []
  let told: Told | null = null
  for (const [i, sentence] of marked.entries()) {
    const before: Told | null = told !== null && i - told.sentence <= MAX_BACK ? told : null
    told = resolveSentence(sentence, i, { day, only, field }, before, times)
  }
  return times
}

/** The time that "a year earlier" and "the next month" are told from, and the sentence that speaks of it. */
interface Told {
  readonly iso: string
  readonly sentence: number
}

interface Setting {
  readonly day: Day | null
  readonly only: number | null
  readonly field: 'text' | 'title'
}

function resolveSentence(
  { atoms, reads }: Marked,
  index: number,
  { day, only, field }: Setting,
  before: Told | null,
  times: TimeExpression[],
): Told | null {
  let year = only
  let told = before
  for (const read of reads) {
    const near = told === null ? null : { iso: told.iso, near: told.sentence === index }
    const iso = resolveMoment(read.moment, { day, year, look: lookOf(atoms, read.from), before: near })
    const start = atoms[read.from]?.start ?? 0
    const end = atoms[read.to - 1]?.end ?? start
    if (iso !== null) times.push({ start, end, field, iso, by: read.by })
    if (read.moment.kind === 'year') year = read.moment.year
    if (iso !== null && isTold(atoms, read)) told = { iso, sentence: index }
  }
  return told
}

/** Kinds of times that nothing is told from: open ones, and those that are told from the document's day or look back. */
const UNTOLD: ReadonlySet<Moment['kind']> = new Set(['open', 'ago', 'past', 'coming', 'sameIn', 'clock'])
const SAYING = /^(?:said|says|told|reported|announced|published|showed|shows|added|wrote)$/

/** "said on Monday" says when somebody spoke; nothing is told from it, nor from a look back ("a year earlier"). */
function isTold(atoms: readonly Atom[], { moment, from }: MomentRead): boolean {
  if (UNTOLD.has(moment.kind) || (moment.kind === 'shift' && moment.steps < 0)) return false
  if (moment.kind !== 'weekday' && moment.kind !== 'day') return true
  return ![1, 2, 3].some((back) => SAYING.test(atoms[from - back]?.lower ?? ''))
}

/** Where the words before a time look. "by" and "until" look ahead unless a verb before them looks back. */
function lookOf(atoms: readonly Atom[], at: number): 'ahead' | 'back' | null {
  let weak = false
  for (let i = at; i >= 0 && i > at - LOOK_REACH; i--) {
    const word = atoms[i]?.lower ?? ''
    if (/^[;!?]$/.test(word)) break
    if (/^(?:by|until|till)$/.test(word)) weak = true
    else if (FUTURE.has(word)) return 'ahead'
    else if (isInfinitive(atoms, i)) break
    else if (/^(?:be|have)$/.test(atoms[i - 1]?.lower ?? '')) continue
    else if (i < at && isPreterite(word)) return 'back'
  }
  return weak ? 'ahead' : null
}

/** "to meet on Thursday" looks where its verb looks. */
function isInfinitive(atoms: readonly Atom[], at: number): boolean {
  return (
    atoms[at]?.lower === 'to' &&
    /^[a-z]{2,}$/.test(atoms[at + 1]?.text ?? '') &&
    !ARTICLES.test(atoms[at + 1]?.lower ?? '')
  )
}

const ARTICLES = /^(?:the|an|its|their|his|her|this|that|these|those|about|around|over|nearly|just|last|next)$/

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
