import { type ClaimSource, claimSources, type DocumentSource, documentSource } from './document-source.ts'
import type { Elastic } from './elastic.ts'
import { INDEX_TYPES, type IndexType, MAPPINGS } from './mappings.ts'
import { currentVersions, indexName, putTemplate } from './setup.ts'

/** What was moved to a newer mapping. */
export interface Migrated {
  readonly type: IndexType
  readonly from: number
  readonly to: number
  readonly documents: number
}

/** Documents of one request. */
const BATCH = 200
const KEEP = '5m'

/**
 * Moves every index whose mapping is older to a new one beside it, and then the alias: readers notice nothing. Most is
 * copied while workers write on; for what they wrote meanwhile writing is blocked, and workers try again until the alias
 * has moved. The old index is removed last; one that died midway is begun anew.
 */
export async function migrateElastic(elastic: Elastic): Promise<Migrated[]> {
  const versions = await currentVersions(elastic)
  const migrated: Migrated[] = []
  for (const type of INDEX_TYPES) {
    const [from, to] = [versions.get(type), MAPPINGS[type].version]
    if (from === undefined || from >= to) continue
    migrated.push({ type, from, to, documents: await migrate(elastic, type, from) })
  }
  return migrated
}

async function migrate(elastic: Elastic, type: IndexType, version: number): Promise<number> {
  const alias = elastic.alias(type)
  const from = indexName(elastic, type, version)
  const to = indexName(elastic, type)
  await putTemplate(elastic, type)
  await elastic.call(async (client) => {
    await client.indices.delete({ index: to }, { ignore: [404] })
    await client.indices.create({ index: to })
    await client.indices.refresh({ index: from })
  })
  const last = await copy(elastic, type, { from, to, after: -1 })
  await elastic.call((client) => client.indices.addBlock({ index: from, block: 'write' }))
  await elastic.call((client) => client.indices.refresh({ index: from }))
  await copy(elastic, type, { from, to, after: last })
  const documents = await removeExtra(elastic, from, to)
  await elastic.call(async (client) => {
    const actions = [{ remove: { index: from, alias } }, { add: { index: to, alias } }]
    await client.indices.updateAliases({ actions })
    await client.indices.delete({ index: from })
  })
  return documents
}

interface Copy {
  readonly from: string
  readonly to: string
  /** Only what was written after this sequence number. */
  readonly after: number
}

interface RawHit {
  readonly _id?: string
  readonly _version?: number
  readonly _seq_no?: number
  readonly _source?: unknown
  readonly sort?: readonly unknown[]
}

/** Copies with the versions, under which a later copy wins over an earlier. Gives the last sequence number seen. */
async function copy(elastic: Elastic, type: IndexType, { from, to, after }: Copy): Promise<number> {
  let last = after
  const query = { range: { _seq_no: { gt: after } } }
  for await (const hits of batches(elastic, from, query)) {
    const sources = await renew(elastic, type, hits)
    const operations = hits.flatMap(({ _id: id, _version: version }, i) => {
      const source = sources[i]
      if (source === undefined || id === undefined || version === undefined) return []
      return [{ index: { _id: id, version, version_type: 'external_gte' as const } }, source]
    })
    if (operations.length > 0) await bulk(elastic, to, operations)
    for (const hit of hits) last = Math.max(last, hit._seq_no ?? -1)
  }
  return last
}

async function bulk(elastic: Elastic, index: string, operations: readonly object[]): Promise<void> {
  const { items } = await elastic.call((client) => client.bulk({ index, operations: [...operations] }))
  for (const item of items) {
    const failed = Object.values(item).find((result) => result.error !== undefined && result.status !== 409)
    if (failed !== undefined) throw new Error(`${index}/${failed._id}: ${JSON.stringify(failed.error)}`)
  }
}

/** Removes from the copy what was removed from the original while it was copied. Gives how many are left. */
async function removeExtra(elastic: Elastic, from: string, to: string): Promise<number> {
  const count = async (index: string): Promise<number> =>
    (await elastic.call((client) => client.count({ index }))).count
  await elastic.call((client) => client.indices.refresh({ index: to }))
  const wanted = await count(from)
  if ((await count(to)) === wanted) return wanted
  for await (const hits of batches(elastic, to, { match_all: {} })) {
    const ids = hits.flatMap(({ _id: id }) => (id === undefined ? [] : [id]))
    const { docs } = await elastic.call((client) => client.mget({ index: from, ids, _source: false }))
    const gone = docs.flatMap((doc) => ('found' in doc && doc.found ? [] : [doc._id]))
    if (gone.length > 0)
      await bulk(
        elastic,
        to,
        gone.map((id) => ({ delete: { _id: id } })),
      )
  }
  return wanted
}

async function* batches(elastic: Elastic, index: string, query: object): AsyncGenerator<readonly RawHit[]> {
  const { id } = await elastic.call((client) => client.openPointInTime({ index, keep_alive: KEEP }))
  try {
    for (let after: readonly unknown[] | undefined; ; ) {
      const request = {
        pit: { id, keep_alive: KEEP },
        query,
        size: BATCH,
        sort: ['_shard_doc'],
        version: true,
        seq_no_primary_term: true,
        ...(after === undefined ? {} : { search_after: after }),
      }
      const { hits } = await elastic.call((client) => client.search(request as object))
      const found = hits.hits as readonly RawHit[]
      if (found.length > 0) yield found
      if (found.length < BATCH) return
      after = found.at(-1)?.sort
    }
  } finally {
    await elastic.call((client) => client.closePointInTime({ id }))
  }
}

/** Documents as they are to be indexed: fields that are only searched are not kept, and are made again. */
async function renew(elastic: Elastic, type: IndexType, hits: readonly RawHit[]): Promise<(object | undefined)[]> {
  if (type === 'documents') {
    return hits.map((hit) => {
      const { body, stamp, claimants } = hit._source as DocumentSource
      return documentSource(body, stamp, claimants)
    })
  }
  if (type !== 'claims') return hits.map((hit) => hit._source as object)
  const ids = [...new Set(hits.map((hit) => (hit._source as ClaimSource).doc))]
  const documents = await elastic.readMany<DocumentSource>(
    ids.map((id) => ({ type: 'documents', id, fields: ['body'] })),
  )
  const claims = documents.flatMap((stored) => (stored === null ? [] : claimSources(stored.source.body)))
  const renewed = new Map(claims.map((claim) => [claim.id, claim]))
  // A claim that its document no longer has is about to be removed.
  return hits.map((hit) => renewed.get(hit._id ?? ''))
}
