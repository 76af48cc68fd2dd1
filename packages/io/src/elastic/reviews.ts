import type { Review, Reviews } from '@counterclaim/model'
import type { Elastic } from './elastic.ts'
import { addToList } from './lists.ts'
import { eachHit } from './pages.ts'
import { followReviews, type ReviewSource } from './review-states.ts'

/** People's decisions in Elasticsearch: one document for each contradiction, whose state follows. */
export function elasticReviews(elastic: Elastic): Reviews {
  return {
    // Under the documents first: who finds a decision by its contradiction finds it by its evidence, too.
    add: async (review) => {
      const documents = new Set((review.sides ?? []).flat().map(({ document }) => document))
      for (const id of [...documents, review.contradiction])
        await addToList(elastic, { type: 'reviews', id, entry: review, orderOf: timeOf })
      await followReviews(elastic, [review.contradiction])
    },
    ofDocuments: async (documents) => {
      const stored = await elastic.readMany<ReviewSource>(documents.map((id) => ({ type: 'reviews', id })))
      const found = new Map(
        stored.flatMap((one) => one?.source.reviews ?? []).map((review) => [orderOf(review), review] as const),
      )
      return [...found].sort(([x], [y]) => (x < y ? -1 : 1)).map(([, review]) => review)
    },
  }
}

/** The decisions on a contradiction, the latest first. */
export async function reviewsOf(elastic: Elastic, contradiction: string): Promise<Review[]> {
  const stored = await elastic.read<ReviewSource>({ type: 'reviews', id: contradiction })
  return (stored?.source.reviews ?? []).toReversed()
}

/** All decisions, by contradiction, the earliest first. */
export async function* allReviews(elastic: Elastic): AsyncGenerator<Review> {
  const body = { query: { prefix: { id: 'x_' } }, sort: [{ id: 'asc' }] }
  for await (const { source } of eachHit<ReviewSource>(elastic, 'reviews', body)) yield* source.reviews
}

function orderOf({ contradiction, at, by }: Review): string {
  return `${contradiction} ${at} ${by}`
}

/** Two decisions with one of these are one decision. */
function timeOf({ contradiction, at, by }: Review): string {
  return `${at} ${by} ${contradiction}`
}
