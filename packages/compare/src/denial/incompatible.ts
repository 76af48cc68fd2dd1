import { isKnown } from '../parties.ts'
import type { Assertion } from './assertions.ts'
import { opposites } from './lexicon.ts'
import { type Overlap, overlap, type Weights } from './likeness.ts'
import { said, speaker } from './reasons.ts'

/** Two accounts by different speakers that exclude each other, though neither says "deny". */
export interface Incompatibility {
  readonly reason: string
  readonly score: number
}

/** Opposite words count only when the accounts are of one thing: two telling stems shared, of this share of weight. */
const LEAST_FOR_OPPOSITES = 0.3
/** "Not" is common: only of a proposition that is otherwise the same, more or less, does it make the opposite. */
const LEAST_FOR_NEGATION = 0.6
/** Sentences within which two speakers are taken to speak of the same thing, so that less need be shared. */
const EXCHANGE = 3

/** Whether two statements cannot both hold, by opposite words or by a negation that only one has; null when they can. */
export function incompatible(a: Assertion, b: Assertion, weigh: Weights): Incompatibility | null {
  if (!isKnown(a.party) || !isKnown(b.party) || a.modal !== b.modal) return null
  const shared = overlap(a, b, weigh)
  const turned = byContrast(a, b)
  if (turned !== null) return turned
  return a.negated === b.negated ? byOpposites(a, b, shared) : byNegation(a, b, shared)
}

function byOpposites(a: Assertion, b: Assertion, shared: Overlap): Incompatibility | null {
  const pair = opposites(a.words, b.words)
  const exchange = a.document === b.document && Math.abs(a.sentence - b.sentence) <= EXCHANGE
  if (pair === null || shared.content < (exchange ? 1 : 2)) return null
  if (!exchange && shared.ofLess < LEAST_FOR_OPPOSITES) return null
  const [x, y] = [...pair].sort()
  const [p, q] = a.claim.id < b.claim.id ? [a, b] : [b, a]
  return {
    reason: `${speaker(p)} and ${speaker(q)} give accounts that exclude each other (“${x}”, “${y}”): “${said(p)}” and “${said(q)}”`,
    score: 0.4 + 0.4 * shared.ofLess,
  }
}

/** "The firm says it was not so. However, residents believe that …": a speaker set against one who has just negated. */
function byContrast(a: Assertion, b: Assertion): Incompatibility | null {
  const [first, second] = a.claim.span.start < b.claim.span.start ? [a, b] : [b, a]
  const next = first.document === second.document && first.sentence >= 0 && second.sentence - first.sentence
  if (!second.contrasts || (next !== 0 && next !== 1) || first.negated === second.negated) return null
  return {
    reason: `${speaker(second)} is set against ${speaker(first)}: “${said(first)}” and “${said(second)}”`,
    score: 0.5,
  }
}

function byNegation(a: Assertion, b: Assertion, shared: Overlap): Incompatibility | null {
  const enough = shared.content >= 2 || shared.all
  if (!enough || shared.ofLess < LEAST_FOR_NEGATION || opposites(a.words, b.words) !== null) return null
  const [yes, no] = a.negated ? [b, a] : [a, b]
  return {
    reason: `${speaker(no)} says it is not so, ${speaker(yes)} that it is: “${said(yes)}”`,
    score: 0.3 + 0.5 * shared.ofLess,
  }
}
