import type { Claim, ClaimedDocument } from '@counterclaim/model'
import { once } from '../once.ts'
import type { Assertion } from './assertion.ts'
import { readAssertion } from './read-assertion.ts'

/** Statements of a document that are compared at most, the most check-worthy first: bounds the work for pages that only quote. */
export const MOST_ASSERTIONS = 300

/**
 * The statements of a document, and the figures that somebody gives, in the order of the text; those that decline to
 * comment or only ask are left out.
 */
export const assertionsOf: (doc: ClaimedDocument) => readonly Assertion[] = once((doc) => {
  const claims = doc.claims.filter(isSaid)
  const kept =
    claims.length <= MOST_ASSERTIONS
      ? claims
      : [...claims].sort((a, b) => b.score - a.score || a.span.start - b.span.start).slice(0, MOST_ASSERTIONS)
  const read = kept.map((claim) => readAssertion(doc, claim))
  return read.filter((one) => one.sentence >= 0 || !toldInText(one, read))
})

/** Whether a claim is an account: a statement, a figure that somebody gives, or what the report itself says happened on a day. */
function isSaid({ kind, stance, speaker, value }: Claim): boolean {
  if (stance === 'declines' || stance === 'questions') return false
  return kind === 'statement' || (speaker === null) === (value?.unit === 'date')
}

/** Whether the text says what a headline does: a denial, or most of its words. Then the headline adds nothing. */
function toldInText(headline: Assertion, all: readonly Assertion[]): boolean {
  return all.some((one) => {
    if (one.sentence < 0 || one.denies !== headline.denies) return false
    const shared = [...headline.terms].filter((term) => one.terms.has(term)).length
    return one.denies || 2 * shared >= headline.terms.size
  })
}
