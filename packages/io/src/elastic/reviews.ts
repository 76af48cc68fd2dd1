import { RetryLater, type Review, type Reviews } from '@counterclaim/model'
import type { Elastic } from './elastic.ts'
import { eachHit } from './pages.ts'
import { followReviews, type ReviewSource } from './review-states.ts'

/** More than ever decide on one contradiction at once. */
const MAX_TRIES = 20
const SOON_MS = 1_000

/** People's decisions in Elasticsearch: one document for each contradiction, whose state follows. */
export function elasticReviews(elastic: Elastic): Reviews {
  return {
    // Under the documents first: who finds a decision by its contradiction finds it by its evidence, too.
    add: async (review) => {
      const documents = new Set((review.sides ?? []).flat().map(({ document }) => document))
      for (const id of [...documents, review.contradiction]) await append(elastic, id, review)
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

/** @param id what it is filed under: its contradiction, or a document that it rests on */
async function append(elastic: Elastic, id: string, review: Review): Promise<void> {
  const at = { type: 'reviews', id } as const
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const old = await elastic.read<ReviewSource>(at)
    const reviews = old?.source.reviews ?? []
    if (reviews.some((one) => orderOf(one) === orderOf(review))) return
    const source: ReviewSource = { id, reviews: [...reviews, review].sort(byTime) }
    const [written] = await elastic.write([
      old === null ? { action: 'create', ...at, source } : { action: 'index', ...at, source, over: old },
    ])
    if (written === 'done') return
  }
  throw new RetryLater('archive.busy', `Too many decide on ${id} at once`, SOON_MS)
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

function byTime(a: Review, b: Review): number {
  const [x, y] = [`${a.at} ${a.by}`, `${b.at} ${b.by}`]
  return x < y ? -1 : x > y ? 1 : 0
}
