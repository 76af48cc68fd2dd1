/** A pair of documents that are about the same events, or the same text. Symmetric: `a < b`. */
export interface Link {
  readonly kind: 'copy' | 'story'
  readonly a: string
  readonly b: string
  /** Share of shingles (copy) or weight of shared terms (story), 0 to 1. */
  readonly score: number
}

/** Two claims that cannot both hold, found by comparing two documents (or one with itself). Symmetric: `a < b`. */
export interface Collision {
  readonly type: 'denial' | 'numeric'
  /** Ids of the claims. */
  readonly a: string
  readonly b: string
  /** Why, in words a reader understands without the code. */
  readonly reason: string
  readonly score: number
  /** For a denial: which claim answers the other. */
  readonly answer?: 'a' | 'b'
  /** The version that made one of the claims, where its page has taken that back since. */
  readonly former?: string
}

/** Two claims that look like a collision and are none, and why. */
export interface NearMiss {
  readonly a: string
  readonly b: string
  readonly reason: string
}

/** One side of a contradiction: everything, across documents, that makes the same claim. */
export interface Side {
  /** Id of the group of same claims. */
  readonly group: string
  readonly claims: readonly string[]
}

/** A fact-checker's decision. */
export type ReviewState = 'open' | 'confirmed' | 'dismissed' | 'resolved'

/** Groups of claims that cannot all hold. A proposal with its reason, never a verdict. */
export interface Contradiction {
  /** Hash of its groups, sorted: symmetric, and unchanged when copies arrive. */
  readonly id: string
  readonly type: 'denial' | 'numeric'
  readonly sides: readonly Side[]
  readonly reason: string
  readonly score: number
  readonly state: ReviewState
}
