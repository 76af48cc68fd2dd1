import type { Stance } from './attribution.ts'
import type { Contradiction, NearMiss, ReviewState } from './contradiction.ts'
import type { Edit } from './edit.ts'
import type { Entity } from './entity.ts'
import type { Entry, State } from './ledger.ts'
import type { GroupedClaim, IndexableDocument } from './ports.ts'
import type { Review } from './review.ts'

/** What a list shows of a document. */
export interface DocumentHead {
  readonly id: string
  readonly key: string
  readonly version: string
  readonly url: string
  readonly title: string
  readonly source: string
  readonly publishedAt: string | null
  /** The document this one is a copy of, null when it is an original. */
  readonly copyOf: string | null
  /** Smallest document id of its story. */
  readonly story: string
}

/** In which order claims come, where not the best match or the most worth checking first. */
export const CLAIM_SORTS = ['newest', 'oldest', 'largest', 'smallest'] as const
/** By day of publication, or by what a figure is at least, or at most. */
export type ClaimSort = (typeof CLAIM_SORTS)[number]

/** Which claims are wanted; every field given must hold. */
export interface ClaimQuery {
  /** Words (by stem), "phrases", AND OR NOT, prefix*, spelt-like~; over evidence, subject, measure and title of the document. */
  readonly text?: string
  /** Entity id or any of its names. */
  readonly entity?: string
  readonly kind?: 'quantity' | 'statement'
  /** Words of the measure, by stem. */
  readonly measure?: string
  /** The claim's interval must reach into [min, max]. */
  readonly min?: number
  readonly max?: number
  readonly unit?: string
  readonly speaker?: string
  readonly stance?: Stance
  readonly source?: string
  readonly place?: string
  /** ISO 8601 dates; the document's date must lie in [since, until]. */
  readonly since?: string
  readonly until?: string
  /** Of claims alone. */
  readonly sort?: ClaimSort
  readonly limit?: number
  /** `next` of the page before. */
  readonly cursor?: string
}

/** A claim with the document it stands in. `score` is the rank the page is sorted by. */
export interface ClaimHit {
  readonly claim: GroupedClaim
  readonly document: DocumentHead
  /** Independent sources of its group: copies counted once. */
  readonly independentSources: number
}

/** One page of a list; `next` is null on the last one. Cursors go on without end: there is no 10,000 wall. */
export interface Page<T> {
  readonly items: readonly T[]
  readonly total: number
  readonly next: string | null
}

/** By what the claims of a search are divided; `entity` is one in any role. */
export const FACETS = ['kind', 'stance', 'unit', 'source', 'speaker', 'place', 'entity'] as const
export type FacetName = (typeof FACETS)[number]
/** Values of a facet that are counted: what a person reads at a glance. */
export const MOST_VALUES = 12

/** For each facet its most frequent values, then by value; `value` is what a query asks for, `name` what people call it. */
export type Facets = Readonly<
  Record<FacetName, readonly { readonly value: string; readonly name: string; readonly count: number }[]>
>

/** How far the claims of a query reach; null where none says. */
export interface Extent {
  /** The least and the greatest bound of their figures that is a number. */
  readonly value: { readonly min: number; readonly max: number } | null
  /** The first and the last day on which their documents were published. */
  readonly published: { readonly first: string; readonly last: string } | null
}

/** Which contradictions are wanted. */
export interface ContradictionQuery {
  readonly story?: string
  readonly entity?: string
  readonly state?: ReviewState
  readonly type?: 'denial' | 'numeric'
  readonly limit?: number
  readonly cursor?: string
}

/** A contradiction with all that a person needs to judge it. */
export interface ContradictionView extends Contradiction {
  readonly sides: readonly ContradictionSide[]
  /** Which side answers the other (index), null when neither does. */
  readonly answer: number | null
  /** Who linked it by hand; null when rules found it. */
  readonly linkedBy: string | null
  /** The source that has taken its side back by a new version of its page, when nothing else holds the contradiction. */
  readonly correctedBy: string | null
}

/** How much a contradiction deserves to be looked at, and why: all from 0 to 1. For ranking only; no threshold rests on it. */
export interface Rank {
  /** What it is sorted by: the confidence, of which half counts as it is and half as far as the other parts go. */
  readonly score: number
  /** How sure the rule is that both cannot hold. */
  readonly confidence: number
  /** How many sources stand behind the two sides, copies counted once: 0 for one source, ½ for two, ⅔ for three. */
  readonly independence: number
  /** How worth checking the claims are, and whether a headline makes them: the better claim of each side, on average. */
  readonly prominence: number
  /** 1 when a side was told just now, ½ a week later, and so on; 0 when no side has a date. */
  readonly freshness: number
}

/** One side: its claims, earliest first, and how many independent sources carry it. */
export interface ContradictionSide {
  readonly group: string
  readonly claims: readonly string[]
  readonly hits: readonly ClaimHit[]
  readonly independentSources: number
  readonly firstSeen: string | null
  readonly lastSeen: string | null
}

/** Numbers of the whole archive. */
export interface Counts {
  readonly byState: Readonly<Partial<Record<State, number>>>
  readonly bySource: readonly { readonly source: string; readonly documents: number; readonly claims: number }[]
  readonly documents: number
  readonly claims: number
  readonly entities: number
  readonly contradictions: number
  readonly stories: number
}

/** Which entries of the ledger are wanted; every field given must hold. */
export interface EntryFilter {
  readonly state?: State
  readonly input?: string
  readonly document?: string
  /** Only inputs behind this one, in their order. */
  readonly after?: string
}

/** Reads the archive for people: lists, one thing with its evidence, exports. Both backends give the same answers. */
export interface Search {
  claims(query: ClaimQuery): Promise<Page<ClaimHit>>
  /** How all claims that a query finds divide, whatever its limit and cursor. */
  facets(query: ClaimQuery): Promise<Facets>
  /** How far all claims that a query finds reach, whatever its limit and cursor. */
  extent(query: ClaimQuery): Promise<Extent>
  documents(query: ClaimQuery): Promise<Page<DocumentHead>>
  contradictions(query: ContradictionQuery): Promise<Page<ContradictionView>>
  contradiction(id: string): Promise<ContradictionView | null>
  /** The decisions on a contradiction, the latest first. */
  reviews(contradiction: string): Promise<readonly Review[]>
  /** What people set right in a document's claims, or in an entity; also one edit by its id, with what takes it back. The latest first. */
  edits(subject: string): Promise<readonly Edit[]>
  claim(id: string): Promise<ClaimHit | null>
  /** By id, by key (`doc`), or by URL. */
  document(idOrKey: string): Promise<(IndexableDocument & { readonly head: DocumentHead }) | null>
  /** Versions of these documents that were replaced, as `Archive` keeps them. */
  former(ids: readonly string[]): Promise<IndexableDocument[]>
  entity(idOrName: string): Promise<{ readonly entity: Entity; readonly documents: readonly DocumentHead[] } | null>
  nearMisses(claim: string): Promise<readonly NearMiss[]>
  /** Entries of the ledger, ordered by input; `document`: of the inputs that became this one. */
  entries(filter: EntryFilter): AsyncIterable<Entry>
  counts(): Promise<Counts>
  /** Everything, ordered by id, one at a time: memory does not grow with the archive. */
  allDocuments(): AsyncIterable<IndexableDocument & { readonly head: DocumentHead }>
  allContradictions(): AsyncIterable<ContradictionView>
  /** All decisions, by contradiction, the earliest first. */
  allReviews(): AsyncIterable<Review>
  /** All edits, the earliest first. */
  allEdits(): AsyncIterable<Edit>
}
