import type { Assertion } from './assertion.ts'
import { concerns, type Overlap, ofOneSubject } from './likeness.ts'
import { type Incompatibility, said, speaker } from './reasons.ts'

/** Sentences within which two speakers are taken to speak of the same thing, so that less need be shared. */
const EXCHANGE = 3

/** Whether two statements stand so near in one text that their speakers are heard on the same thing. */
export function isExchange(a: Assertion, b: Assertion): boolean {
  return a.document === b.document && Math.abs(a.sentence - b.sentence) <= EXCHANGE
}

/** Whether one statement is a piece of the other: then the two share the words that seem to set them apart. */
export function nested(a: Assertion, b: Assertion): boolean {
  if (a.document !== b.document || a.claim.field !== b.claim.field) return false
  return a.claim.span.start < b.claim.span.end && b.claim.span.start < a.claim.span.end
}

/** "The firm says it was not so. However, residents believe that …": a speaker set against one who has just negated. */
export function byContrast(a: Assertion, b: Assertion, shared: Overlap): Incompatibility | null {
  const [first, second] = a.claim.span.start < b.claim.span.start ? [a, b] : [b, a]
  const next = first.document === second.document && first.sentence >= 0 && second.sentence - first.sentence
  if (!second.contrasts || (next !== 0 && next !== 1)) return null
  if (shared.content === 0 && !(first.disputes && concerns(second, first))) return null
  return against(first, second)
}

/** "The engineer says he left of his own accord, while the firm says he was dismissed": two speakers in one sentence, about one person or thing. */
export function setAgainst(a: Assertion, b: Assertion): Incompatibility | null {
  const [first, second] = a.claim.span.start < b.claim.span.start ? [a, b] : [b, a]
  if (!second.contrasts || first.document !== second.document || first.sentence !== second.sentence) return null
  if (first.sentence < 0 || a.party.length === 0 || b.party.length === 0 || !ofOneSubject(first, second)) return null
  return against(first, second)
}

function against(first: Assertion, second: Assertion): Incompatibility {
  return {
    reason: `${speaker(second)} is set against ${speaker(first)}: “${said(first)}” and “${said(second)}”`,
    score: 0.5,
  }
}

/** "Novalis is no agent of anybody, its head said. … Novalis is beholden to the party, the lawmaker said": of one whom both name. */
export function byExchange(a: Assertion, b: Assertion): Incompatibility | null {
  if (!isExchange(a, b) || a.sentence < 0 || b.sentence < 0 || a.party.length === 0 || b.party.length === 0) return null
  if (a.not === b.not || nested(a, b) || a.counts || b.counts) return null
  if (a.claim.subjectEntity === null || !ofOneSubject(a, b)) return null
  const [no, yes] = a.not ? [a, b] : [b, a]
  return {
    reason: `${speaker(no)} says that it is not so, ${speaker(yes)} otherwise: “${said(no)}” and “${said(yes)}”`,
    score: 0.4,
  }
}
