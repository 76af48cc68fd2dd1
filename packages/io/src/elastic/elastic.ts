import { Client, type estypes } from '@elastic/elasticsearch'
import { type BulkItem, type Written, writeBulk } from './bulk.ts'
import { coalesce } from './coalesce.ts'
import { failureOf, failureOfItem, isExpired } from './failures.ts'
import { APART_TYPES, type IndexType } from './mappings.ts'
import type { ElasticSettings } from './settings.ts'

/** A document of an index as it was read, with what guards writing it back. */
export interface Stored<T> {
  readonly id: string
  readonly source: T
  readonly seqNo: number
  readonly primaryTerm: number
}

/** Which document to read, and which of its fields; without `fields` all of it, with none only whether it is there. */
export interface Read {
  readonly type: IndexType
  readonly id: string
  readonly fields?: readonly string[]
}

/**
 * What is written: in place of a version that was read (`over`), or under a version of our own. Then what stands under a
 * higher one is not touched; with `newer` neither is what stands under the same.
 */
export interface Write {
  readonly action: 'index' | 'create' | 'delete'
  readonly type: IndexType
  readonly id: string
  readonly source?: object
  readonly over?: Pick<Stored<unknown>, 'seqNo' | 'primaryTerm'>
  readonly version?: number
  readonly newer?: boolean
}

/** One hit; `sort` is where the next page goes on. */
export interface Hit<T> {
  readonly id: string
  readonly source: T
  readonly sort: readonly (string | number | null)[]
}

/** A query in Elasticsearch's own language, as JSON. */
export type Query = Readonly<Record<string, unknown>>

/** What a search asks beside where; hits are always counted exactly. */
export interface SearchBody {
  readonly query?: Query
  readonly sort?: readonly unknown[]
  readonly size?: number
  readonly search_after?: readonly unknown[]
  readonly pit?: { readonly id: string; readonly keep_alive: string }
  readonly aggs?: Readonly<Record<string, unknown>>
  /** Fields to give of each hit; without it, all. */
  readonly _source?: readonly string[] | false
}

/** Hits of a page with the exact number of all. */
export interface Found<T> {
  readonly hits: readonly Hit<T>[]
  readonly total: number
  readonly aggregations: Readonly<Record<string, estypes.AggregationsAggregate>>
}

/**
 * The indices of one archive. Reading by id sees every write that has returned; searching sees it after the next
 * refresh. Errors come as `RetryLater`, `Unprocessable` or `ConfigError`.
 */
export interface Elastic {
  readonly client: Client
  readonly prefix: string
  /** The alias of a type's current index. */
  readonly alias: (type: IndexType) => string
  read<T>(read: Read): Promise<Stored<T> | null>
  /** In the order asked for; `T` is what the mapping of the type holds. */
  readMany<T>(reads: readonly Read[]): Promise<(Stored<T> | null)[]>
  write(writes: readonly Write[]): Promise<Written[]>
  search<T>(type: IndexType, body: SearchBody): Promise<Found<T>>
  /** At a point in time; null when it has expired. */
  searchAt<T>(point: string, body: SearchBody): Promise<Found<T> | null>
  count(type: IndexType, query: Query): Promise<number>
  refresh(types: readonly IndexType[]): Promise<void>
  /** Runs a call of the client with its errors as ours. */
  call<T>(run: (client: Client) => Promise<T>): Promise<T>
  close(): Promise<void>
}

const REQUEST_MS = 30_000
/**
 * Each request costs both sides milliseconds, whatever it asks: with eight documents in work most of a worker's time.
 * Two at once, so that a large one does not hold up all others.
 */
const READS = { atOnce: 1, most: 200 }
const WRITES = { atOnce: 1, most: 1_000 }
/** How long a point in time is kept between two requests. */
export const KEEP = '2m'

/** Connects; nothing is sent before the first call. Certificates are always verified. */
export function connectElastic(settings: ElasticSettings): Elastic {
  const { url, auth, ca, prefix } = settings
  const client = new Client({
    node: url,
    ...(auth === null ? {} : { auth }),
    ...(ca === null ? {} : { tls: { ca } }),
    requestTimeout: REQUEST_MS,
    // The task is tried again as a whole; a request sent twice may find its own write and take it for another's.
    maxRetries: 1,
    redaction: { type: 'remove' },
  })
  const apart: ReadonlySet<IndexType> = new Set(APART_TYPES)
  const alias = (type: IndexType): string => `${prefix}${apart.has(type) ? '_' : '-'}${type}`
  const call: Elastic['call'] = async (run) => {
    try {
      return await run(client)
    } catch (error) {
      throw failureOf(error)
    }
  }
  const readAll = coalesce<Read, Stored<unknown> | null>(async (reads) => {
    const docs = reads.map(({ type, id, fields }) => ({
      _index: alias(type),
      _id: id,
      ...(fields === undefined ? {} : { _source: fields.length === 0 ? false : [...fields] }),
    }))
    const { docs: found } = await call((c) => c.mget<unknown>({ docs }))
    return found.map(toStored)
  }, READS)
  const readMany = async <T>(reads: readonly Read[]): Promise<(Stored<T> | null)[]> =>
    reads.length === 0 ? [] : ((await readAll(reads)) as (Stored<T> | null)[])
  const writeAll = coalesce<Write, Written>(
    (writes) =>
      call((c) =>
        writeBulk(
          c,
          writes.map((write) => toItem(alias(write.type), write)),
        ),
      ),
    WRITES,
  )
  const search = async <T>(type: IndexType, body: SearchBody): Promise<Found<T>> => {
    // A search at a point in time names no index: the point does.
    const where = body.pit === undefined ? { index: alias(type) } : {}
    const request = { ...where, track_total_hits: true, ...body } as estypes.SearchRequest
    return toFound(await call((c) => c.search<T>(request)))
  }
  return {
    client,
    prefix,
    alias,
    call,
    readMany,
    read: async <T>(read: Read) => (await readMany<T>([read]))[0] ?? null,
    write: async (writes) => (writes.length === 0 ? [] : writeAll(writes)),
    search,
    searchAt: async <T>(id: string, body: SearchBody): Promise<Found<T> | null> => {
      try {
        return await search<T>('documents', { ...body, pit: { id, keep_alive: KEEP } })
      } catch (error) {
        if (isExpired(error)) return null
        throw error
      }
    },
    count: async (type, query) => (await search(type, { query, size: 0 })).total,
    refresh: async (types) => {
      await call((c) => c.indices.refresh({ index: types.map(alias) }))
    },
    close: () => client.close(),
  }
}

function toStored(found: estypes.MgetResponseItem<unknown>): Stored<unknown> | null | Error {
  if ('error' in found) return failureOfItem(found.error)
  if (!found.found) return null
  return {
    id: found._id,
    source: found._source ?? {},
    seqNo: found._seq_no ?? 0,
    primaryTerm: found._primary_term ?? 0,
  }
}

function toItem(index: string, { action, id, source, over, version, newer }: Write): BulkItem {
  return {
    action,
    meta: {
      _index: index,
      _id: id,
      ...(over === undefined ? {} : { if_seq_no: over.seqNo, if_primary_term: over.primaryTerm }),
      ...(version === undefined ? {} : { version, version_type: newer === true ? 'external' : 'external_gte' }),
    },
    source: source === undefined ? null : JSON.stringify(source),
  }
}

function toFound<T>({ hits, aggregations }: estypes.SearchResponse<T>): Found<T> {
  const { total } = hits
  return {
    hits: hits.hits.map((hit) => ({
      id: hit._id ?? '',
      source: (hit._source ?? {}) as T,
      sort: (hit.sort ?? []) as (string | number | null)[],
    })),
    total: typeof total === 'number' ? total : (total?.value ?? 0),
    aggregations: aggregations ?? {},
  }
}
