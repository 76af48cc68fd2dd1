import { once } from '../once.ts'
import { ROLES, sameSide } from '../parties.ts'
import { lowerWords, meet } from '../words.ts'
import type { Assertion } from './assertion.ts'

/** How telling a stem is among the statements of two documents, 0 to 1: less, the more of them have it. */
export type Weights = (term: string) => number

/** Weights from the statements that are compared: a name that every statement of a story has says little. */
export function termWeights(assertions: readonly Assertion[]): Weights {
  let counts: Map<string, number> | undefined
  return (term) => {
    // Only when something is weighed: of most pairs of documents nothing is.
    counts ??= countTerms(assertions)
    return 1 / (1 + Math.log(counts.get(term) ?? 1))
  }
}

function countTerms(assertions: readonly Assertion[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { terms } of assertions) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return counts
}

/** What two statements have in common. */
export interface Overlap {
  /** Shared stems. */
  readonly terms: readonly string[]
  /** How many of them are no part of a name. */
  readonly content: number
  /** Whether they are all that one of the two says, names apart. */
  readonly all: boolean
  /** Weight of the shared stems as a share of the lighter statement's, 0 to 1. */
  readonly ofLess: number
  /** … and of the heavier one's. */
  readonly ofMore: number
  /** … and of the first one's. */
  readonly ofFirst: number
}

const NOTHING: Overlap = { terms: [], content: 0, all: false, ofLess: 0, ofMore: 0, ofFirst: 0 }

export function overlap(a: Assertion, b: Assertion, weigh: Weights): Overlap {
  const terms: string[] = []
  for (const term of a.terms) if (b.terms.has(term)) terms.push(term)
  if (terms.length === 0) return NOTHING
  // By alphabet: sums depend on their order, and comparing the other way round must give the same.
  terms.sort()
  const content = terms.filter((term) => a.content.has(term) && b.content.has(term)).length
  const [x, y, shared] = [weight(a.terms, weigh), weight(b.terms, weigh), weight(terms, weigh)]
  return {
    terms,
    content,
    all: content > 0 && content === Math.min(a.content.size, b.content.size),
    ofLess: shared / Math.min(x, y),
    ofMore: shared / Math.max(x, y),
    ofFirst: shared / x,
  }
}

function weight(terms: Iterable<string>, weigh: Weights): number {
  let sum = 0
  for (const term of terms) sum += weigh(term)
  return sum
}

/** Whether two statements have different speakers, of different sides. The document's own voice is a side of its own. */
export function otherSide(a: Assertion, b: Assertion): boolean {
  return a.party.length === 0 ? b.party.length > 0 : !sameSide(a.party, b.party)
}

/** Whether a statement names whoever makes the other one: "Harbour Rail disputes Lee's figures". */
export function namesSpeaker(a: Assertion, b: Assertion): boolean {
  if (b.party.length === 0) return false
  if (meet(a.claim.entities, b.party)) return true
  // "The health minister's assurance", of a minister whom the other text names.
  const post = b.party.find((name) => isPost(name))
  if (post?.split(' ').every((word, i) => i === 0 || a.words.has(word))) return true
  const last = b.claim.speaker?.toLowerCase().split(/\s+/).at(-1)
  return last !== undefined && last.length > 2 && a.words.has(last)
}

/** Whether a name of a party is words in place of an entity, two or more: "name health minister". */
function isPost(name: string): boolean {
  return name.startsWith('name ') && name.indexOf(' ', 5) > 0
}

/**
 * Whether a statement is about whoever makes the other one: an accusation that its target answers. In one text "the
 * company" may be meant.
 */
export function concerns(a: Assertion, b: Assertion): boolean {
  const { entities, subject, subjectEntity } = a.claim
  if (meet(entities, b.party) || (subjectEntity !== null && b.party.includes(subjectEntity))) return true
  if (a.document !== b.document) return false
  const words = lowerWords(subject ?? '').filter((word) => word !== 'the')
  return (words.length === 1 && ROLES.has(words[0] ?? '')) || b.party.some((name) => isNamed(a, name))
}

/** Whether a statement has the one word that a party without an entity is known by: "name delta" in "Delta declined help". */
function isNamed({ claim, words }: Assertion, party: string): boolean {
  const name = /^name (\S{3,})$/.exec(party)?.[1]
  return name !== undefined && words.has(name) && claim.speaker?.toLowerCase().includes(name) !== true
}

/**
 * Whether two statements are about one person or body, by name, by "it" of the speaker's own, or by "the company" of whoever
 * speaks for it: "The ministry said that Ann Lee had resigned. Lee said she had been forced out".
 */
export function sameSubject(a: Assertion, b: Assertion): boolean {
  const [x, y] = [subjectOf(a), subjectOf(b)]
  return x.length > 0 && y.length > 0 && sameSide(x, y)
}

/** Whether two statements are about one whom both name, or one person whom neither does: "it" and "they" may be either speaker. */
export function ofOneSubject(a: Assertion, b: Assertion): boolean {
  const [x, y] = [a.claim, b.claim]
  const [one = '', other = ''] = [x, y].map(({ subject }) =>
    lowerWords(subject ?? '')
      .filter((word) => word !== 'the')
      .join(' '),
  )
  // "The suspension of the platform" is not the platform.
  if (x.subjectEntity !== null && x.subjectEntity === y.subjectEntity) return OF.test(one) === OF.test(other)
  return one === other && one !== '' && !/^(?:it|they|we|i|you|this|that|there)$/.test(one)
}

const OF = / (?:of|for|in|with|about) /
const PRONOUN = /^(?:he|she|it|they|i|we)$/i

/**
 * Whom a statement is about: its entity, its speaker when it says "she" or "the company", or the words. One list per
 * statement, so that its names are parted into words once and not with everything it is held against.
 */
const subjectOf = once(({ claim, party }: Assertion): readonly string[] => {
  if (claim.subjectEntity !== null) return [claim.subjectEntity]
  if (claim.subject === null) return []
  const words = lowerWords(claim.subject).filter((word) => word !== 'the')
  const own = PRONOUN.test(claim.subject) || (words.length === 1 && ROLES.has(words[0] ?? ''))
  return own ? [...party, `name ${words.join(' ')}`] : [`name ${words.join(' ')}`]
})
