import type { Review, Search } from '@counterclaim/model'

/**
 * Decisions that hang in the air: the latest on each contradiction that is not in the archive any more, neither under its
 * id nor under one that it was carried to. By contradiction. Their evidence is gone, or reads otherwise now.
 */
export async function lostDecisions(search: Pick<Search, 'allReviews' | 'contradiction'>): Promise<Review[]> {
  const latest = new Map<string, Review>()
  const carried = new Map<string, string[]>()
  for await (const review of search.allReviews()) {
    latest.set(review.contradiction, review)
    const { carriedFrom, contradiction } = review
    if (carriedFrom !== undefined) carried.set(carriedFrom, [...(carried.get(carriedFrom) ?? []), contradiction])
  }
  const stands = async (id: string): Promise<boolean> => (await search.contradiction(id)) !== null
  const lost: Review[] = []
  for (const [id, review] of latest) {
    // A copy of a decision, or a link that was taken back: nobody misses it.
    if (review.carriedFrom !== undefined || review.linked === null || (await stands(id))) continue
    const others = await Promise.all((carried.get(id) ?? []).map(stands))
    if (!others.includes(true)) lost.push(review)
  }
  return lost
}
