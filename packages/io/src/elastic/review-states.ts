import type { Review, ReviewState } from '@counterclaim/model'
import type { Elastic } from './elastic.ts'

/** All decisions on one contradiction, or resting on one document, the earliest first, as the index `reviews` holds them. */
export interface ReviewSource {
  readonly id: string
  readonly reviews: readonly Review[]
}

/** What of a contradiction tells its state. */
interface Judged {
  readonly state: ReviewState
  readonly best: { readonly state: ReviewState; readonly judged?: ReviewState; readonly taken?: object }
}

/** What nothing holds but what a page has taken back is resolved, unless somebody dismissed it. */
export function stateOf(judged: ReviewState, isTakenBack: boolean): ReviewState {
  return isTakenBack && judged !== 'dismissed' ? 'resolved' : judged
}

/** Brings the states of contradictions in step with the decisions on them; those without one stay open. */
export async function followReviews(elastic: Elastic, contradictions: readonly string[]): Promise<void> {
  for (let left = contradictions; left.length > 0; ) {
    const reviews = await elastic.readMany<ReviewSource>(left.map((id) => ({ type: 'reviews', id })))
    const judged = left.filter((_, i) => reviews[i] !== null)
    const states = reviews.flatMap((found) => found?.source.reviews.at(-1)?.state ?? [])
    const stored = await elastic.readMany<Judged>(judged.map((id) => ({ type: 'contradictions', id })))
    const writes = stored.flatMap((old, i) => {
      const judged = states[i]
      if (old === null || judged === undefined || (old.source.best.judged ?? old.source.state) === judged) return []
      const state = stateOf(judged, old.source.best.taken !== undefined)
      const source = { ...old.source, state, best: { ...old.source.best, state, judged } }
      return [{ action: 'index' as const, type: 'contradictions' as const, id: old.id, source, over: old }]
    })
    const written = await elastic.write(writes)
    left = writes.filter((_, i) => written[i] === 'conflict').map(({ id }) => id)
  }
}
