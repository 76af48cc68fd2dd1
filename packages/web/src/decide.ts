import { type Review, reviewOf, type Verdict } from '@counterclaim/model'
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
export async function decide({ search, reviews, now }: DeskPorts, id: string, decision: Decision): Promise<Review> {
  const view = await search.contradiction(id)
  if (view === null) throw notFound('contradiction', id)
  const note = decision.note?.trim() ?? ''
  const review = reviewOf(view, { ...decision, note: note === '' ? null : note, at: now() })
  await reviews.add(review)
  return review
}
