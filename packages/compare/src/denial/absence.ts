import { lowerWords } from '../words.ts'
import type { Assertion } from './assertion.ts'
import { nested } from './exchange.ts'
import { ACCOUNTS, NO_THINGS } from './lexicon.ts'
import type { Overlap, Weights } from './likeness.ts'
import { type Incompatibility, said, speaker } from './reasons.ts'

/** What more statements than some four have is what the story is about, and no one thing in it that is or is not there. */
const LEAST_TELLING = 1 / (1 + Math.log(4))
/**
 * "No firewall is being installed" and "the government is testing a firewall": one says that there is none of what the
 * other tells something of, though they share no other word. Only the whole of what stands behind "no": "no safety defect"
 * says nothing of safety.
 */
export function byAbsence(yes: Assertion, no: Assertion, shared: Overlap, weigh: Weights): Incompatibility | null {
  if (yes.counts || no.counts || no.future || yes.party.length === 0 || no.party.length === 0 || nested(yes, no))
    return null
  const terms = absent(no)
  if (terms.length === 0 || !terms.every((term) => shared.terms.includes(term) && no.content.has(term))) return null
  if (!terms.every((term) => yes.content.has(term) && weigh(term) >= LEAST_TELLING)) return null
  if (isOfSomebody(yes, terms)) return null
  return {
    reason: `${speaker(no)} says that there is none of what ${speaker(yes)} tells: “${said(no)}” and “${said(yes)}”`,
    score: 0.4,
  }
}

const EXISTS = /^exist(?:s|ed)?$/

/** The stems of the noun, and of a word before it, of which a statement says that there is none; empty for no such thing. */
function absent({ words, termOf }: Assertion): string[] {
  const first = words.get('no')
  if (first == null || NO_THINGS.has(first) || ACCOUNTS.has(first)) return []
  const second = EXISTS.test(words.get(first) ?? '') ? null : words.get(first)
  return [first, second].flatMap((word) => (word == null ? [] : (termOf(word) ?? [])))
}

/** "His data", "Lee's job": of somebody, of whom the other need not speak. */
function isOfSomebody({ claim, termOf }: Assertion, terms: readonly string[]): boolean {
  const text = claim.evidence.replaceAll(/['’]s?(?=\s)/g, ' its')
  const words = lowerWords(text)
  return words.some((word, i) => terms.includes(termOf(word) ?? '') && OWN.test(words[i - 1] ?? ''))
}

const OWN = /^(?:his|her|its|their|my|our|your)$/
