import type { Value } from '@counterclaim/model'
import { sameSide } from '../parties.ts'
import { conflict, figure, ofWhat } from './figure-words.ts'
import type { Figure } from './figures.ts'
import { disjoint, gap } from './interval.ts'
import { measureLikeness, measureResemblance, withinBut } from './measure.ts'
import { frameDifference } from './same-frame.ts'
import { sameThing, standsAlone } from './same-thing.ts'
import { daysApart } from './time-span.ts'

/** Two tallies of one thing seldom differ by more; a slip of a thousand does, and is left to people. */
const MOST_TIMES = 50

/** What two figures have to do with each other. */
export interface Verdict {
  readonly kind: 'collision' | 'near-miss'
  readonly reason: string
  /** 0 to 1: how sure it is that both cannot hold; 0 for a near miss. */
  readonly score: number
}

/**
 * Compares two figures; null when they have nothing to do with each other. Symmetric, words included.
 * @param story how alike the stories of their documents are: 1 for one document, 0 for different events
 */
export function compareFigures(p: Figure, q: Figure, story: number): Verdict | null {
  const money = isMoney(p.claim.value) && isMoney(q.claim.value)
  if (p.unit !== q.unit && !money) return null
  const same = sameThing(p, q, story > 0)
  if (same === 0 || otherMeasure(p, q) || !(p.document === q.document || comparable(p, q, story))) return null
  const difference = frameDifference(p, q)
  if (p.unit !== q.unit) return difference === null ? otherCurrency(p, q, same) : null
  if (!disjoint(p.range, q.range)) return agree(p, q)
  if (difference !== null) return nearMiss(difference)
  const excuse = sameVoice(p, q) ?? farApart(p, q) ?? update(p, q) ?? olderByItsWords(p, q)
  if (excuse !== null) return nearMiss(excuse)
  const apart = gap(p.range, q.range, p.unit)
  return { kind: 'collision', reason: conflict(p, q), score: round(same * (0.6 + 0.4 * apart)) }
}

/** Least likeness of two reports of which one has no date: reports of one day are closer than reports of one affair. */
const CLOSE = 0.6
/** Between reports a measure must be worded alike: of the words that either has, this share. */
const WORDED_ALIKE = 0.6

/** Of the words that either measure has, at least this share is common, unless one says no more than the other does. */
const LEAST_RESEMBLANCE = 0.3

/** "internet users" and "social media users": one word in common, and each says of which kind. */
function otherMeasure(p: Figure, q: Figure): boolean {
  const [likeness, resemblance] = [measureLikeness(p.measure, q.measure), measureResemblance(p.measure, q.measure)]
  return likeness < 1 && resemblance < LEAST_RESEMBLANCE
}

/** Whether figures of two documents can be compared: of one event, at one time, worded alike; or each complete in itself. */
function comparable(p: Figure, q: Figure, story: number): boolean {
  const alike = measureResemblance(p.measure, q.measure)
  if (story === 0) return alike === 1 && standsAlone(p) && standsAlone(q)
  if (alike < WORDED_ALIKE && !isWithin(p, q) && !isOfStory(p, q) && !isMoreOfFewer(p, q) && !isInFrame(p, q))
    return false
  return story >= CLOSE || (p.published !== null && q.published !== null)
}

/** "Trucks in the convoy" and "trucks of the convoy that entered": all that one says, two words or more, the other says too. */
function isWithin(p: Figure, q: Figure): boolean {
  return Math.min(p.measure.words.size, q.measure.words.size) > 1 && measureLikeness(p.measure, q.measure) === 1
}

/** "On board" and "on board the ferry", in two reports about a ferry: what one says besides, both are about. */
function isOfStory(p: Figure, q: Figure): boolean {
  return withinBut(p.measure, q.measure, (word) => p.about.has(word) && q.about.has(word))
}

/** "62 people were arrested" and "at least 140 demonstrators were arrested": of a part there cannot be more than of all people. */
function isMoreOfFewer(p: Figure, q: Figure): boolean {
  const [all, part] = p.measure.words.size < q.measure.words.size ? [p, q] : [q, p]
  if (!['people', 'person'].some((word) => all.measure.all.has(word)) || part.range.low <= all.range.high) return false
  return withinBut(all.measure, part.measure, () => true) && part.measure.words.size === all.measure.words.size + 1
}

/** "200,000 doses arrived in Tembe on Monday", "Tembe received 80,000 doses on Monday": of one subject and day, told by both. */
function isInFrame(p: Figure, q: Figure): boolean {
  const [a, b] = [p.claim.subjectEntity, q.claim.subjectEntity]
  const oneDay =
    p.time !== null && q.time !== null && p.claim.time === q.claim.time && /^\d{4}-\d\d-\d\d$/.test(p.claim.time ?? '')
  return a !== null && a === b && oneDay && withinBut(p.measure, q.measure, () => true)
}

/** The same sum in another currency: one of the two has the unit wrong. Different sums may be conversions, and say nothing. */
function otherCurrency(p: Figure, q: Figure, same: number): Verdict | null {
  if (disjoint(p.range, q.range)) return null
  const [a, b] = [figure(p), figure(q)].sort()
  return {
    kind: 'collision',
    reason: `the same sum in two currencies: ${a} and ${b}${ofWhat(p, q)}`,
    score: round(same * 0.8),
  }
}

function agree(p: Figure, q: Figure): Verdict | null {
  const [x, y] = [p.claim.value, q.claim.value]
  if (x?.min === y?.min && x?.max === y?.max) return null
  const [a, b] = [figure(p), figure(q)].sort()
  return nearMiss(`both can hold: ${a} and ${b} meet, as rounded, as a bound or as a range`)
}

/** One voice does not contradict itself within a text: its figures are parts, totals, or a count as it grew. */
function sameVoice(p: Figure, q: Figure): string | null {
  if (p.document !== q.document) return anotherOccasion(p, q)
  const one = p.party.length === 0 ? q.party.length === 0 : sameSide(p.party, q.party)
  const unclear = p.sentence === q.sentence && (p.party.length === 0 || q.party.length === 0)
  if (!one && !unclear) return null
  return p.sentence === q.sentence
    ? 'parts of one sentence: a part and its total, or different parts'
    : 'one voice in one text'
}

/** A speaker who gives another figure in a report of another, or unknown, day has spoken anew; a day is told alike by all. */
function anotherOccasion(p: Figure, q: Figure): string | null {
  if (p.unit === 'date' || !sameSide(p.party, q.party)) return null
  const oneDay = p.published !== null && q.published !== null && daysApart(p.published, q.published) === 0
  return oneDay ? null : 'the same voice on another occasion'
}

/** Counts of different size by orders of magnitude count different things, however alike they are worded. */
function farApart(p: Figure, q: Figure): string | null {
  if (p.unit !== 'count') return null
  const size = ({ range }: Figure): number => Math.abs(Number.isFinite(range.low) ? range.low : range.high)
  const [less, more] = [size(p), size(q)].sort((a, b) => a - b) as [number, number]
  return more > less * MOST_TIMES ? `one is more than ${MOST_TIMES} times the other: not the same thing` : null
}

/** "Rescuers had earlier spoken of 3,200": the text itself says that its figure is an older one, which has grown since. */
function olderByItsWords(p: Figure, q: Figure): string | null {
  const [less, more] = p.range.high < q.range.low ? [p, q] : [q, p]
  return counts(p.unit) && less.older && !more.older ? 'an older figure and its update' : null
}

/** A count that grows from one day to a later one is brought up to date; only a later source that gives less disputes it. */
function update(p: Figure, q: Figure): string | null {
  if (p.unit === 'date' || p.published === null || q.published === null) return null
  const [early, late] = p.published.last < q.published.first ? [p, q] : [q, p]
  if (early.published === null || late.published === null || early.published.last >= late.published.first) return null
  const grows = late.range.low > early.range.high
  return grows && counts(p.unit) ? 'an older figure and its update' : null
}

function counts(unit: string): boolean {
  return unit === 'count' || /^[A-Z]{3}$/.test(unit)
}

function isMoney(value: Value | null): boolean {
  return value !== null && /^[A-Z]{3}$/.test(value.unit)
}

function nearMiss(reason: string): Verdict {
  return { kind: 'near-miss', reason, score: 0 }
}

function round(x: number, to = 1000): number {
  return Math.round(x * to) / to
}
