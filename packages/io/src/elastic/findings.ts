import type { Collision, GroupedClaim, Link, NearMiss, Pair } from '@counterclaim/model'
import { isOneOf } from './conditions.ts'
import type { Elastic, Stored, Write } from './elastic.ts'
import { eachHit } from './pages.ts'

/** A collision with the groups its claims belonged to when it was found. */
export type GroupedCollision = Collision & {
  readonly group_a: string
  readonly group_b: string
  readonly contradiction: string
  /** The claim that its page has taken back, with the document whose version made it. */
  readonly taken?: { readonly document: string; readonly version: string; readonly claim: GroupedClaim }
}

/** What comparing two documents found, as the index `findings` holds it. */
export interface FindingsSource {
  readonly id: string
  readonly documents: Pair
  /** Which puts of the two were compared, by their stamps: findings of an older one never replace a newer's. */
  readonly puts: readonly [number, number]
  readonly links: readonly Link[]
  readonly collisions: readonly GroupedCollision[]
  readonly near_misses: readonly NearMiss[]
  /** True from the moment a link is taken away until the labels are in step: whoever dies in between leaves it to be seen. */
  readonly parting: boolean
}

/** The id under which what was found for a pair stands. */
export function findingsId([a, b]: Pair): string {
  return `${a}:${b}`
}

/** True when nothing was found, and nothing is left to do about it. */
function isEmpty(found: FindingsSource): boolean {
  return !found.parting && found.links.length + found.collisions.length + found.near_misses.length === 0
}

/** What was found for pairs, as it is now, in their order. */
export function readFindings(elastic: Elastic, ids: readonly string[]): Promise<(Stored<FindingsSource> | null)[]> {
  return elastic.readMany<FindingsSource>(ids.map((id) => ({ type: 'findings', id })))
}

/** How findings are written in place of those that were read; null when there is nothing to write. */
export function findingsWrite(found: FindingsSource, over: Stored<FindingsSource> | null): Write | null {
  const at = { type: 'findings', id: found.id } as const
  if (isEmpty(found)) return over === null ? null : { action: 'delete', ...at, over }
  const nearClaims = [...new Set(found.near_misses.flatMap(({ a, b }) => [a, b]))]
  const source = { ...found, linked: found.links.length > 0, near_claims: nearClaims }
  return over === null ? { action: 'create', ...at, source } : { action: 'index', ...at, source, over }
}

/** The links of pairs as they are now. */
export async function linksOfPairs(elastic: Elastic, pairs: readonly Pair[]): Promise<Link[]> {
  const read = await elastic.readMany<FindingsSource>(
    pairs.map((pair) => ({ type: 'findings', id: findingsId(pair), fields: ['links'] })),
  )
  return read.flatMap((stored) => stored?.source.links ?? [])
}

/** All links of which an end is among the documents. Everything written before the call is seen. */
export async function linksOfDocuments(elastic: Elastic, documents: readonly string[]): Promise<Link[]> {
  if (documents.length === 0) return []
  await elastic.refresh(['findings'])
  const query = { bool: { filter: [{ term: { linked: true } }, isOneOf('documents', documents)] } }
  const links: Link[] = []
  const body = { query, sort: [{ id: 'asc' }], _source: ['links'] }
  for await (const { source } of eachHit<FindingsSource>(elastic, 'findings', body)) links.push(...source.links)
  return links
}

/** The pairs for which something was found and of which the document is one. Everything written before is seen. */
export async function pairsOfDocument(elastic: Elastic, document: string): Promise<Pair[]> {
  await elastic.refresh(['findings'])
  const pairs: Pair[] = []
  const body = { query: { term: { documents: document } }, sort: [{ id: 'asc' }], _source: ['documents'] }
  for await (const { source } of eachHit<FindingsSource>(elastic, 'findings', body)) pairs.push(source.documents)
  return pairs
}
