import { type Review, VERDICTS, type Verdict } from '@counterclaim/model'
import type { DeskPorts } from './ports.ts'
import { notFound } from './problem.ts'

/** What a person says of a contradiction. */
export interface Decision {
  readonly verdict: Verdict
  readonly note?: string | undefined
  readonly by: string
}

/**
 * Keeps a decision, with the claims that were judged.
 * @throws {Problem} when there is no such contradiction
 */
export async function decide(
  { search, reviews, now }: DeskPorts,
  id: string,
  { verdict, note, by }: Decision,
): Promise<Review> {
  const view = await search.contradiction(id)
  if (view === null) throw notFound('contradiction', id)
  const review: Review = {
    contradiction: id,
    state: VERDICTS[verdict],
    note: note === undefined || note.trim() === '' ? null : note.trim(),
    by,
    at: now(),
    claims: view.sides.flatMap((side) => side.claims).sort(),
  }
  await reviews.add(review)
  return review
}
