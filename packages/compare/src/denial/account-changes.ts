import { daysApart } from '../numeric/time-span.ts'
import { isKnown, sameSide } from '../parties.ts'
import type { Assertion } from './assertion.ts'
import { overlap, type Weights } from './likeness.ts'
import { type Incompatibility, said, speaker } from './reasons.ts'

/** Of the lighter statement's weight, this share must be common: a speaker says much about one affair. */
const LEAST_FOR_CHANGE = 0.6
/** … and less where the later words only leave open what was denied: they say little else. */
const LEAST_FOR_OPEN = 0.5

/**
 * Whether one speaker gives up an account: denies and later says or confirms it, or says it is not so and later leaves it
 * open. Null for other speakers, for words of one text or day unless they confirm, and for what a wish or plan says. Symmetric.
 */
export function accountChange(a: Assertion, b: Assertion, weigh: Weights): Incompatibility | null {
  if (!isKnown(a.party) || !sameSide(a.party, b.party) || a.bare || b.bare) return null
  if (a.modal !== b.modal || a.future !== b.future || a.counts || b.counts) return null
  const [no, other] = saysNo(a) ? [a, b] : [b, a]
  if (!saysNo(no) || saysNo(other)) return null
  const shared = overlap(no, other, weigh)
  if (shared.content < 2) return null
  if (other.open) return onOtherDays(no, other) && shared.ofLess >= LEAST_FOR_OPEN ? leftOpen(no, other) : null
  if (other.negated || shared.ofLess < LEAST_FOR_CHANGE) return null
  if (!no.denies && !no.scope.some((term) => shared.terms.includes(term))) return null
  if (other.claim.stance !== 'confirms' && !onOtherDays(no, other)) return null
  return {
    reason: `${speaker(no)} says at one time that it is not so, at another that it is: “${said(other)}”`,
    score: 0.4 + 0.4 * shared.ofLess,
  }
}

function saysNo(one: Assertion): boolean {
  return !one.open && (one.denies || one.negated)
}

function leftOpen(no: Assertion, open: Assertion): Incompatibility {
  return {
    reason: `${speaker(no)} says at one time that it is not so, at another leaves it open: “${said(no)}” and “${said(open)}”`,
    score: 0.5,
  }
}

/** Whether the words may be of two days: reports of one day quote one and the same statement, well or badly. */
function onOtherDays(a: Assertion, b: Assertion): boolean {
  if (a.document === b.document) return false
  return a.published === null || b.published === null || daysApart(a.published, b.published) > 0
}
