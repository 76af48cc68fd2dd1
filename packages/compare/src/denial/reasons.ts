import type { Assertion } from './assertion.ts'

/** Longest piece of a claim that a reason repeats. */
const MOST_LETTERS = 140

/** "Meta denies what the Kazakh government says: …", "the minister rejects the denial by Meta: …", in one sentence. */
export function denialReason(denial: Assertion, target: Assertion): string {
  if (target.denies) return `${speaker(denial)} rejects the denial by ${speaker(target)}: “${said(target)}”`
  return `${speaker(denial)} denies what ${speaker(target)} says: “${said(target)}”`
}

/** The words of a claim, cut at a word. */
export function said({ claim }: Assertion): string {
  const text = (claim.about ?? claim.evidence).replaceAll(/\s+/g, ' ').trim()
  if (text.length <= MOST_LETTERS) return text
  return `${text.slice(0, text.lastIndexOf(' ', MOST_LETTERS))} …`
}

/** Who speaks, by the name in the text. */
export function speaker({ claim }: Assertion): string {
  return claim.speaker ?? 'the report'
}
