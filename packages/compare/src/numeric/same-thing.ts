import { meet } from '../words.ts'
import type { Figure } from './figures.ts'
import { measureLikeness } from './measure.ts'

/** Words that head many subjects and tell none apart. */
const VAGUE = new Set(
  'company firm government authority agency official minister ministry police people person country city state nation world group platform app site website service organization report number figure the a an of in on at and or its their our this that these those it he she they who which we i'.split(
    ' ',
  ),
)

/** Whether a word of a subject names nothing by itself: a role, a pronoun, an article. */
export function unnamed(word: string): boolean {
  return VAGUE.has(word)
}

/**
 * How sure it is that two figures measure the same thing of the same subject, 0 to 1, before scope, place and time:
 * 0 unless the measures share a telling word (or, for dates and durations, the subjects do).
 */
export function sameThing(p: Figure, q: Figure, sameStory: boolean): number {
  const measure = measureLikeness(p.measure, q.measure)
  const subject = sameSubject(p, q)
  if (measure === 0) return 0
  // "400 MW" counts a capacity by its unit alone: that two have a unit in common makes them no one thing.
  if (subject < 0.9 && byUnit(p) && byUnit(q)) return 0
  if (subject > 0) return subject * (0.5 + measure / 2)
  if (measure === 1 && isNextTo(p, q)) return 0.6
  if (!sameStory) return 0
  // In reports of one event the subject often goes unsaid; then what is counted must be worded alike.
  if (measure >= 0.6 && (unsaid(p) || unsaid(q))) return 0.6 * measure
  return measure === 1 && (byNoun(p, q) || inFull(p, q)) ? 0.6 : 0
}

/** Words of a measure from which it says whose it is: "Ruvian soldiers killed". */
const FULL = 3

/** Whether both say in the same words, three or more, what is counted and of whom: their subjects tell nothing more. */
function inFull(p: Figure, q: Figure): boolean {
  return p.measure.words.size >= FULL && p.measure.words.size === q.measure.words.size
}

/** "The mine produced" of one report and "Cerro Alto produced" of another: by its kind and by name, in a measure of more than a word. */
function byNoun(p: Figure, q: Figure): boolean {
  if ((p.claim.subjectEntity === null) === (q.claim.subjectEntity === null)) return false
  return Math.min(p.measure.words.size, q.measure.words.size) > 1
}

/** "90 videos were stolen. The forum lists 91 videos": of one count, in the next breath, and of nobody who is known by name. */
function isNextTo(p: Figure, q: Figure): boolean {
  if (p.document !== q.document || p.sentence === q.sentence || Math.abs(p.sentence - q.sentence) > 1) return false
  return p.claim.subjectEntity === null && q.claim.subjectEntity === null && p.measure.words.size > 0
}

function byUnit({ claim }: Figure): boolean {
  return claim.by.includes('measure:unit')
}

/** Whether a figure names no subject but what it counts ("users" of "3.2 million users"). */
function unsaid({ claim, subject, measure }: Figure): boolean {
  if (claim.subjectEntity !== null) return false
  return [...subject].every((word) => VAGUE.has(word) || measure.all.has(word))
}

function sameSubject(p: Figure, q: Figure): number {
  const [a, b] = [p.claim.subjectEntity, q.claim.subjectEntity]
  if (a !== null && b !== null) return a === b ? 1 : 0
  if (a !== null && q.claim.entities.includes(a)) return 0.9
  if (b !== null && p.claim.entities.includes(b)) return 0.9
  const shared = [...p.subject].filter((word) => q.subject.has(word) && !VAGUE.has(word))
  if (shared.length > 0) return 0.9
  if (p.claim.placeEntity !== null && p.claim.placeEntity === q.claim.placeEntity) return 0.8
  return meet(p.claim.entities, q.claim.entities) ? 0.7 : 0
}

/**
 * Whether a figure says of itself whose and of when it is, so that it can be compared outside its story:
 * "Facebook had 3.2 million users in Kazakhstan in 2021".
 */
export function standsAlone(figure: Figure): boolean {
  return figure.claim.subjectEntity !== null && figure.time !== null && figure.measure.words.size > 0
}
