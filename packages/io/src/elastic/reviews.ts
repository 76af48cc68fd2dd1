import { RetryLater, type Review, type Reviews } from '@counterclaim/model'
import type { ContradictionSource } from './contradictions.ts'
import type { Elastic } from './elastic.ts'
import { eachHit } from './pages.ts'

/** All decisions on one contradiction, the earliest first, as the index `reviews` holds them. */
export interface ReviewSource {
  readonly id: string
  readonly reviews: readonly Review[]
}

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

/** Brings the states of contradictions in step with the decisions on them; those without one stay open. */
export async function followReviews(elastic: Elastic, contradictions: readonly string[]): Promise<void> {
  for (let left = contradictions; left.length > 0; ) {
    const reviews = await elastic.readMany<ReviewSource>(left.map((id) => ({ type: 'reviews', id })))
    const judged = left.filter((_, i) => reviews[i] !== null)
    const states = reviews.flatMap((found) => found?.source.reviews.at(-1)?.state ?? [])
    const stored = await elastic.readMany<ContradictionSource>(judged.map((id) => ({ type: 'contradictions', id })))
    const writes = stored.flatMap((old, i) => {
      const state = states[i]
      if (old === null || state === undefined || old.source.state === state) return []
      const source = { ...old.source, state, best: { ...old.source.best, state } }
      return [{ action: 'index' as const, type: 'contradictions' as const, id: old.id, source, over: old }]
    })
    const written = await elastic.write(writes)
    left = writes.filter((_, i) => written[i] === 'conflict').map(({ id }) => id)
  }
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
