import type { ClaimHit, DocumentHead } from '@counterclaim/model'
import { isOneOf } from './conditions.ts'
import type { ClaimSource, DocumentSource } from './document-source.ts'
import type { Elastic } from './elastic.ts'
import type { LabelSource } from './labels/label.ts'
import { eachBucket, eachHit } from './pages.ts'

const HEAD = ['id', 'key', 'version', 'url', 'title', 'source', 'publishedAt'] as const
const HEAD_FIELDS = [...HEAD.map((field) => `body.${field}`), 'source_key']

/** The fields of a claim that a hit is made of. */
export const CLAIM_FIELDS: readonly string[] = ['id', 'doc', 'group', 'body']

/** A document's head, with what its sources are counted by. */
interface Headed {
  readonly head: DocumentHead
  readonly sourceKey: string
}

/** What lists show of documents, by id; those that are gone are missing. */
export async function readHeads(elastic: Elastic, ids: Iterable<string>): Promise<Map<string, DocumentHead>> {
  return new Map([...(await readHeaded(elastic, ids))].map(([id, { head }]) => [id, head]))
}

/** Claims as lists show them: beside their document, with the number of independent sources of their group. */
export async function toHits(elastic: Elastic, claims: readonly ClaimSource[]): Promise<ClaimHit[]> {
  const members = new Map<string, Set<string>>()
  const groups = [...new Set(claims.map((claim) => claim.group))]
  const sources = [{ group: { terms: { field: 'group' } } }, { doc: { terms: { field: 'doc' } } }]
  if (groups.length > 0) {
    for await (const { key } of eachBucket<{ readonly key: { readonly group: string; readonly doc: string } }>(
      elastic,
      'claims',
      isOneOf('group', groups),
      sources,
    )) {
      members.set(key.group, (members.get(key.group) ?? new Set()).add(key.doc))
    }
  }
  return makeHits(elastic, claims, members)
}

/** All claims of some groups, each group's earliest first; those without a date last. */
export async function hitsOfGroups(elastic: Elastic, groups: readonly string[]): Promise<Map<string, ClaimHit[]>> {
  const claims: ClaimSource[] = []
  const body = {
    query: isOneOf('group', groups),
    sort: [{ published_sort: { order: 'asc', missing: '_last' } }, { doc: 'asc' }, { ordinal: 'asc' }],
    _source: CLAIM_FIELDS,
  }
  for await (const { source } of eachHit<ClaimSource>(elastic, 'claims', body)) claims.push(source)
  const members = new Map<string, Set<string>>()
  for (const { group, doc } of claims) members.set(group, (members.get(group) ?? new Set()).add(doc))
  const hits = await makeHits(elastic, claims, members)
  return Map.groupBy(hits, (hit) => hit.claim.group)
}

/** `members`: all documents of each group. Claims whose document is just being replaced are left out. */
async function makeHits(
  elastic: Elastic,
  claims: readonly ClaimSource[],
  members: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<ClaimHit[]> {
  const documents = new Set([...claims.map((claim) => claim.doc), ...[...members.values()].flatMap((ids) => [...ids])])
  const heads = await readHeaded(elastic, documents)
  const originals = [...heads.values()].map(({ head }) => head.copyOf).filter((id) => id !== null && !heads.has(id))
  const all = new Map([...heads, ...(await readHeaded(elastic, originals as string[]))])
  // A copy counts as its original's source.
  const sourceOf = (id: string): string | undefined => {
    const own = all.get(id)
    return all.get(own?.head.copyOf ?? '')?.sourceKey ?? own?.sourceKey
  }
  const sources = new Map(
    [...members].map(([group, ids]) => [
      group,
      new Set([...ids].map(sourceOf).filter((key) => key !== undefined)).size,
    ]),
  )
  return claims.flatMap((claim) => {
    const document = heads.get(claim.doc)?.head
    if (document === undefined) return []
    return [{ claim: claim.body, document, independentSources: sources.get(claim.group) ?? 1 }]
  })
}

async function readHeaded(elastic: Elastic, documents: Iterable<string>): Promise<Map<string, Headed>> {
  const ids = [...new Set(documents)]
  const found = await elastic.readMany<Partial<DocumentSource & LabelSource>>([
    ...ids.map((id) => ({ type: 'documents' as const, id, fields: HEAD_FIELDS })),
    ...ids.map((id) => ({ type: 'labels' as const, id, fields: ['copy_of', 'story'] })),
  ])
  const heads = new Map<string, Headed>()
  for (const [i, id] of ids.entries()) {
    const { body, source_key: sourceKey = '' } = found[i]?.source ?? {}
    if (body !== undefined) heads.set(id, { head: toHead(body, found[ids.length + i]?.source), sourceKey })
  }
  return heads
}

/** The head of a document, with the labels it has; without any it is alone. */
export function toHead(
  { id, key, version, url, title, source, publishedAt }: Omit<DocumentHead, 'copyOf' | 'story'>,
  label: Partial<LabelSource> | undefined,
): DocumentHead {
  const { copy_of: copyOf = null, story = id } = label ?? {}
  return { id, key, version, url, title, source, publishedAt, copyOf, story }
}
