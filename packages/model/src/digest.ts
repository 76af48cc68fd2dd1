import type { Value } from './quantity.ts'

/** One line of a digest: what changed, and why it is there. */
export interface DigestItem {
  readonly kind: 'contradiction' | 'denial' | 'revised-figure' | 'new-claim'
  /** Id of what it is about, for `show`. */
  readonly id: string
  readonly headline: string
  /** Why this line is in the digest. */
  readonly why: string
  readonly quotes: readonly {
    readonly speaker: string | null
    readonly source: string
    readonly text: string
    readonly document: string
    /** When the document was published, null when nothing reliable says it. */
    readonly publishedAt: string | null
    /** The figure that is quoted, for a picture; null for a statement or a day. Missing in digests that were kept before there were pictures. */
    readonly value?: Value | null
  }[]
}

/** What changed in a window. The same window over the same archive gives the same digest. */
export interface Digest {
  /** The day it covers, ISO 8601 date. */
  readonly date: string
  /** Half-open window: `since` included, `until` not. */
  readonly since: string
  readonly until: string
  readonly items: readonly DigestItem[]
  readonly sources: readonly { readonly source: string; readonly documents: number }[]
  /** Stories of the window that independent sources tell, those that most tell first; copies count for none. Missing in older digests. */
  readonly stories?: readonly {
    readonly id: string
    readonly headline: string
    /** The first document of it. */
    readonly document: string
    readonly sources: number
    readonly documents: number
  }[]
  /** Sources that published nothing for longer than is usual for them: the last day, days since, and their longest pause before. */
  readonly silent?: readonly {
    readonly source: string
    readonly last: string
    readonly days: number
    readonly usual: number
  }[]
  /** What was left out, and why. */
  readonly omitted: readonly { readonly why: string; readonly count: number }[]
}
