import type { Contradiction, ReviewState } from './contradiction.ts'

/** A person's decision on a contradiction. It is never changed or removed: a later one stands over it. */
export interface Review {
  readonly contradiction: string
  readonly state: Exclude<ReviewState, 'resolved'>
  /** Why, in the person's words. */
  readonly note: string | null
  /** Who decided: the name they go by. */
  readonly by: string
  /** When, ISO 8601 in UTC. */
  readonly at: string
  /** The claims of both sides as they were judged, sorted: by these a decision is found again when groups have changed. */
  readonly claims: readonly string[]
}

/** What a person says, and the state it leads to. */
export const VERDICTS = { confirm: 'confirmed', dismiss: 'dismissed', reopen: 'open' } as const

/** One of them. */
export type Verdict = keyof typeof VERDICTS

/** The decision that somebody makes on a contradiction as it stands now. */
export function reviewOf(
  { id, sides }: Pick<Contradiction, 'id' | 'sides'>,
  { verdict, note, by, at }: { verdict: Verdict; note: string | null; by: string; at: string },
): Review {
  const claims = sides.flatMap((side) => side.claims).sort()
  return { contradiction: id, state: VERDICTS[verdict], note, by, at, claims }
}
