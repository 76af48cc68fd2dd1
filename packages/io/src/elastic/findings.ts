import type { Collision, Link, NearMiss } from '@counterclaim/model'
import type { Elastic, Stored } from './elastic.ts'
import { eachHit } from './pages.ts'

/** The documents that the two claims of a finding stand in. */
interface Placed {
  readonly documents: readonly [string, string]
}

/** A collision with the groups its claims belonged to when it was found. */
export type PlacedCollision = Collision &
  Placed & { readonly group_a: string; readonly group_b: string; readonly contradiction: string }

/** A near miss with its documents. */
export type PlacedNearMiss = NearMiss & Placed

/**
 * What comparing one document found, as the index `findings` holds it under that document's id: so of two documents
 * compared at once neither wipes out what the other alone has seen.
 */
export interface FindingsSource {
  readonly document: string
  /** Which put of the document was compared, by its sequence number: findings of an older one never replace a newer's. */
  readonly put: number | null
  readonly links: readonly Link[]
  readonly collisions: readonly PlacedCollision[]
  readonly near_misses: readonly PlacedNearMiss[]
}

/** The findings with what they are looked up by. */
export function findingsSource(found: FindingsSource): FindingsSource & Readonly<Record<string, unknown>> {
  const touched = [
    ...found.links.map(({ a, b }) => [a, b]),
    ...[...found.collisions, ...found.near_misses].map((f) => f.documents),
  ]
  return {
    ...found,
    touches: [...new Set(touched.flat())],
    near_claims: [...new Set(found.near_misses.flatMap(({ a, b }) => [a, b]))],
  }
}

/** True when nothing was found. */
export function isEmpty(found: FindingsSource): boolean {
  return found.links.length + found.collisions.length + found.near_misses.length === 0
}

/** Parts findings into those that rest on none of the documents, and those that do. */
export function partFindings(
  found: FindingsSource,
  documents: ReadonlySet<string>,
): { readonly kept: FindingsSource; readonly gone: FindingsSource } {
  const part = <T>(all: readonly T[], touches: (finding: T) => readonly string[]): readonly [T[], T[]] => {
    const rests = (finding: T): boolean => touches(finding).some((id) => documents.has(id))
    return [all.filter((finding) => !rests(finding)), all.filter(rests)]
  }
  const links = part(found.links, ({ a, b }) => [a, b])
  const collisions = part(found.collisions, (collision) => collision.documents)
  const nearMisses = part(found.near_misses, (nearMiss) => nearMiss.documents)
  const { document, put } = found
  return {
    kept: { document, put, links: links[0], collisions: collisions[0], near_misses: nearMisses[0] },
    gone: { document, put, links: links[1], collisions: collisions[1], near_misses: nearMisses[1] },
  }
}

/** The findings of one document as they are now. */
export function readFindings(elastic: Elastic, document: string): Promise<Stored<FindingsSource> | null> {
  return elastic.read<FindingsSource>({ type: 'findings', id: document })
}

/** Writes findings in place of those that were read. False when somebody else was faster. */
export async function writeFindings(
  elastic: Elastic,
  found: FindingsSource,
  over: Stored<FindingsSource> | null,
): Promise<boolean> {
  const { document: id } = found
  if (isEmpty(found)) {
    if (over === null) return true
    return (await elastic.write([{ action: 'delete', type: 'findings', id, over }]))[0] !== 'conflict'
  }
  const source = findingsSource(found)
  const [written] = await elastic.write([
    over === null
      ? { action: 'create', type: 'findings', id, source }
      : { action: 'index', type: 'findings', id, source, over },
  ])
  return written === 'done'
}

/** All links that comparing these documents found. */
export async function linksOf(elastic: Elastic, documents: readonly string[]): Promise<Link[]> {
  const read = await elastic.readMany<FindingsSource>(
    documents.map((id) => ({ type: 'findings', id, fields: ['links'] })),
  )
  return read.flatMap((stored) => stored?.source.links ?? [])
}

/** The documents whose findings rest on this one. Everything written before the call is seen. */
export async function whoTouches(elastic: Elastic, document: string): Promise<string[]> {
  await elastic.refresh(['findings'])
  const ids: string[] = []
  const body = { query: { term: { touches: document } }, sort: [{ document: 'asc' }], _source: false as const }
  for await (const hit of eachHit<unknown>(elastic, 'findings', body)) ids.push(hit.id)
  return ids
}
