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
    add: async (review) => {
      await append(elastic, review)
      await followReviews(elastic, [review.contradiction])
    },
  }
}

async function append(elastic: Elastic, review: Review): Promise<void> {
  const at = { type: 'reviews', id: review.contradiction } as const
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const old = await elastic.read<ReviewSource>(at)
    const reviews = old?.source.reviews ?? []
    if (reviews.some((one) => one.at === review.at && one.by === review.by)) return
    const source: ReviewSource = { id: review.contradiction, reviews: [...reviews, review].sort(byTime) }
    const [written] = await elastic.write([
      old === null ? { action: 'create', ...at, source } : { action: 'index', ...at, source, over: old },
    ])
    if (written === 'done') return
  }
  throw new RetryLater('archive.busy', `Too many decide on ${review.contradiction} at once`, SOON_MS)
}

/** The decisions on a contradiction, the latest first. */
export async function reviewsOf(elastic: Elastic, contradiction: string): Promise<Review[]> {
  const stored = await elastic.read<ReviewSource>({ type: 'reviews', id: contradiction })
  return (stored?.source.reviews ?? []).toReversed()
}

/** All decisions, by contradiction, the earliest first. */
export async function* allReviews(elastic: Elastic): AsyncGenerator<Review> {
  for await (const { source } of eachHit<ReviewSource>(elastic, 'reviews', { sort: [{ id: 'asc' }] }))
    yield* source.reviews
}

function byTime(a: Review, b: Review): number {
  const [x, y] = [`${a.at} ${a.by}`, `${b.at} ${b.by}`]
  return x < y ? -1 : x > y ? 1 : 0
}
