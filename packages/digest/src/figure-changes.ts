import type { GroupedClaim, IndexableDocument } from '@counterclaim/model'
import { figureKey } from './figure-key.ts'

/** A figure that a page gave, and gives otherwise. */
export interface FigureChange {
  readonly before: GroupedClaim
  readonly after: GroupedClaim
  /** Versions in which the two stand. */
  readonly versions: readonly [before: string, after: string]
  /** When the two were fetched, ISO 8601: the page was changed between them. */
  readonly from: string
  readonly to: string
}

/** What of a version is looked at. */
export type Version = Pick<IndexableDocument, 'version' | 'input' | 'source' | 'contentHash' | 'fetchedAt' | 'claims'>

/**
 * The figures that a page changed, the latest first. A figure is the same where its voice, subject, measure, unit, place and
 * period are, or all words around it. One that is told twice in a version with different values tells of no change, nor
 * does another reading of the same bytes, nor a version of another input that gave way to this one.
 * @param former versions that were replaced, in any order
 */
export function figureChanges(now: Version, former: readonly Version[]): FigureChange[] {
  const fetched = former.filter(({ input, fetchedAt }) => input === now.input && fetchedAt !== now.fetchedAt)
  const versions = [...fetched, now].sort((a, b) => Date.parse(a.fetchedAt) - Date.parse(b.fetchedAt))
  return versions.flatMap((after, i) => changesBetween(versions[i - 1], after)).reverse()
}

function changesBetween(before: Version | undefined, after: Version): FigureChange[] {
  if (before === undefined || before.contentHash === after.contentHash) return []
  const found = new Map<GroupedClaim, GroupedClaim>()
  for (const keyOf of [figureKey, wordsAround]) {
    const olds = byKey(before, keyOf)
    for (const [key, claims] of byKey(after, keyOf)) {
      const pair = changed(olds.get(key) ?? [], claims)
      if (pair !== null && !found.has(pair[1])) found.set(pair[1], pair[0])
    }
  }
  return [...found]
    .sort(([a], [b]) => b.span.start - a.span.start)
    .map(([fresh, old]) => ({
      before: old,
      after: fresh,
      versions: [before.version, after.version],
      from: before.fetchedAt,
      to: after.fetchedAt,
    }))
}

type KeyOf = (claim: GroupedClaim, source: string) => string | null

function byKey({ claims, source }: Version, keyOf: KeyOf): Map<string, GroupedClaim[]> {
  const found = new Map<string, GroupedClaim[]>()
  for (const claim of claims) {
    const key = claim.kind === 'quantity' && claim.value !== null ? keyOf(claim, source) : null
    if (key !== null) found.set(key, [...(found.get(key) ?? []), claim])
  }
  return found
}

/** The one figure that went and the one that came in its place; null when there are several. */
function changed(
  olds: readonly GroupedClaim[],
  news: readonly GroupedClaim[],
): readonly [GroupedClaim, GroupedClaim] | null {
  const [gone, came] = [without(olds, news), without(news, olds)]
  const [old, fresh] = [gone[0], came[0]]
  const isOne = [gone, came].every((claims) => new Set(claims.map(sizeOf)).size === 1)
  return isOne && old !== undefined && fresh !== undefined ? [old, fresh] : null
}

function without(claims: readonly GroupedClaim[], others: readonly GroupedClaim[]): GroupedClaim[] {
  const values = new Set(others.map(sizeOf))
  return claims.filter((claim) => !values.has(sizeOf(claim)))
}

/** What tells one figure from another of the same unit. */
export function sizeOf({ value }: Pick<GroupedClaim, 'value'>): string {
  return `${value?.min}..${value?.max}`
}

/** The evidence without its figures: where a sentence is changed in place, nothing else is. */
function wordsAround({ evidence, value }: GroupedClaim): string {
  return `${value?.unit} ${evidence.replaceAll(/\d[\d.,]*/g, '#')}`
}
