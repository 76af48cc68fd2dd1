import { type Elastic, type Found, type Hit, KEEP, type Query, type SearchBody } from './elastic.ts'
import type { IndexType } from './mappings.ts'

/** Hits of one request when all are wanted. */
const BATCH = 1_000

/** Buckets of one request. */
const BUCKETS = 5_000

/** All hits in the order of `sort` (which must end in something unique), as they were when the first was asked for. */
export async function* eachHit<T>(
  elastic: Elastic,
  type: IndexType,
  body: SearchBody,
  size: number = body.size ?? BATCH,
): AsyncGenerator<Hit<T>> {
  const first = await elastic.search<T>(type, { ...body, size })
  if (first.hits.length < size) {
    yield* first.hits
    return
  }
  // Only now is a point in time worth its while: one that is not closed keeps old files on the server.
  const pit = await openPoint(elastic, type)
  try {
    for (let after: Hit<T>['sort'] | undefined; ; ) {
      const page: Found<T> = await elastic.search<T>(type, {
        ...body,
        size,
        pit: { id: pit, keep_alive: KEEP },
        ...(after === undefined ? {} : { search_after: after }),
      })
      yield* page.hits
      if (page.hits.length < size) return
      after = page.hits.at(-1)?.sort
    }
  } finally {
    await elastic.call((client) => client.closePointInTime({ id: pit }))
  }
}

/** What all documents of an index hold as `body`, in the order of `sort`; sees every write that has returned. */
export async function* eachBody<T>(elastic: Elastic, type: IndexType, body: SearchBody): AsyncGenerator<T> {
  await elastic.refresh([type])
  const bodies = { query: { match_all: {} }, ...body, _source: ['body'] }
  for await (const { source } of eachHit<{ readonly body: T }>(elastic, type, bodies)) yield source.body
}

/** The same, all at once. */
export async function allBodies<T>(elastic: Elastic, type: IndexType, body: SearchBody): Promise<T[]> {
  const all: T[] = []
  for await (const one of eachBody<T>(elastic, type, body)) all.push(one)
  return all
}

/** Opens a point in time over one index: what is found at it does not change. */
export async function openPoint(elastic: Elastic, type: IndexType): Promise<string> {
  const { id } = await elastic.call((client) =>
    client.openPointInTime({ index: elastic.alias(type), keep_alive: KEEP }),
  )
  return id
}

/** All buckets that `sources` part the hits into, exact whatever their number, with the aggregations `within` each. */
export async function* eachBucket<T>(
  elastic: Elastic,
  type: IndexType,
  query: Query,
  sources: readonly unknown[],
  within?: Readonly<Record<string, unknown>>,
): AsyncGenerator<T> {
  for (let after: unknown; ; ) {
    const composite = { size: BUCKETS, sources, ...(after === undefined ? {} : { after }) }
    const aggs = { all: { composite, ...(within === undefined ? {} : { aggs: within }) } }
    const { aggregations } = await elastic.search(type, { query, size: 0, aggs })
    const { buckets, after_key: next } = aggregations.all as unknown as { buckets: T[]; after_key?: unknown }
    yield* buckets
    if (next === undefined || buckets.length < BUCKETS) return
    after = next
  }
}
