import type { Claim } from './claim.ts'
import type { Contradiction, ReviewState } from './contradiction.ts'
import { shortHash } from './ids.ts'
import type { Span } from './span.ts'

/**
 * Where a claim stood when somebody judged it. By this it is found again when its id or its group has changed; the words
 * are kept as their hash alone, so that a takedown leaves none of them.
 */
export interface Evidence extends Span {
  readonly claim: string
  readonly document: string
  readonly version: string
  readonly field: Claim['field']
  readonly kind: Claim['kind']
  /** Hash of the words of the claim's evidence: found again where the page has changed around it, and in copies. */
  readonly words: string
}

/** A person's decision on a contradiction. It is never changed or removed: a later one stands over it. */
export interface Review {
  readonly contradiction: string
  readonly state: Exclude<ReviewState, 'resolved'>
  /** Why, in the person's words. */
  readonly note: string | null
  /** Who decided: the name they go by; `MACHINE` where new evidence opened it again. */
  readonly by: string
  /** When, ISO 8601 in UTC. */
  readonly at: string
  /** The claims of both sides as they were judged, sorted: by these a decision is found again when groups have changed. */
  readonly claims: readonly string[]
  /** What the claims rested on, by side. Missing in decisions of older versions. */
  readonly sides?: readonly (readonly Evidence[])[]
  /** The kind of contradiction that a person links by hand with it; null when they take that back. */
  readonly linked?: Contradiction['type'] | null
  /** The contradiction that it was made on, when the groups have changed since. */
  readonly carriedFrom?: string
}

/** Who decides where no person does. */
export const MACHINE = 'counterclaim'

/** What a person says, and the state it leads to. */
export const VERDICTS = { confirm: 'confirmed', dismiss: 'dismissed', reopen: 'open' } as const

/** One of them. */
export type Verdict = keyof typeof VERDICTS

/** Who decides something, when and why. */
export interface Said {
  readonly note: string | null
  readonly by: string
  /** ISO 8601 in UTC. */
  readonly at: string
}

/** A claim beside the version of the document it stands in. */
export interface Standing {
  readonly claim: Claim
  readonly document: { readonly id: string; readonly version: string }
}

/** The decision that somebody makes on a contradiction as it stands now. */
export function reviewOf(
  { id, sides }: { readonly id: string; readonly sides: readonly { readonly hits: readonly Standing[] }[] },
  { verdict, note, by, at }: Said & { readonly verdict: Verdict },
): Review {
  const evidence = sides.map(({ hits }) => hits.map(evidenceOf))
  return { contradiction: id, state: VERDICTS[verdict], note, by, at, claims: claimsOf(evidence), sides: evidence }
}

/** What a claim rests on now. */
export function evidenceOf({ claim, document }: Standing): Evidence {
  const { id, field, kind, span, evidence } = claim
  const words = evidence.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return {
    claim: id,
    document: document.id,
    version: document.version,
    field,
    kind,
    start: span.start,
    end: span.end,
    words: shortHash(...words),
  }
}

/** Who linked a contradiction by hand, of the decisions on it, the earliest first; null when nobody did, or took it back. */
export function linkerOf(reviews: readonly Review[]): string | null {
  const last = reviews.findLast(({ linked }) => linked !== undefined)
  return last?.linked == null ? null : last.by
}

/** The claims of all sides, sorted. */
export function claimsOf(sides: readonly (readonly Evidence[])[]): string[] {
  return [...new Set(sides.flat().map(({ claim }) => claim))].sort()
}

/**
 * Whether two pieces of evidence of one document are the same: the same claim, passages of one version that share a
 * character, or the same words where the page has changed around them. Symmetric.
 */
export function isSameEvidence(a: Evidence, b: Evidence): boolean {
  if (a.claim === b.claim) return true
  if (a.document !== b.document || a.kind !== b.kind) return false
  if (a.words === b.words) return true
  return a.version === b.version && a.field === b.field && a.start < b.end && b.start < a.end
}
