import type { Assertion } from './assertion.ts'

/** Two accounts that exclude each other, though neither says "deny". */
export interface Incompatibility {
  readonly reason: string
  readonly score: number
}

/** Longest piece of a claim that a reason repeats. */
const MOST_LETTERS = 140

/**
 * "Meta denies what the Kazakh government says: …", "the minister rejects the denial by Meta: …", in one sentence. Who denied
 * days before what is said now "had denied" it: a statement renewed does not make the denial follow it.
 */
export function denialReason(denial: Assertion, target: Assertion): string {
  if (!denial.denies) return `${speaker(denial)} answers ${speaker(target)}: “${said(target)}”`
  if (target.denies) return `${speaker(denial)} rejects the denial by ${speaker(target)}: “${said(target)}”`
  const [then, now] = [denial.published, target.published]
  const verb = then !== null && now !== null && then.last < now.first ? 'had denied' : 'denies'
  return `${speaker(denial)} ${verb} what ${speaker(target)} says: “${said(target)}”`
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
