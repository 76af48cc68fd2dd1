import type { Counts, Entry, EntryFilter, State } from '@counterclaim/model'
import type { Elastic } from './elastic.ts'
import { eachBucket, eachHit } from './pages.ts'
import { deriveEntries, type EntrySource } from './settle.ts'

const EVERYTHING = { match_all: {} }
/** Entries that are looked at together. */
const BATCH = 500

/** Entries of the ledger, ordered by input. */
export async function* allEntries(elastic: Elastic, filter: EntryFilter): AsyncGenerator<Entry> {
  const conditions = [
    ...(filter.state === undefined ? [] : [{ term: { shown: filter.state } }]),
    ...(filter.input === undefined ? [] : [{ term: { input: filter.input } }]),
    ...(filter.document === undefined ? [] : [{ term: { document: filter.document } }]),
    ...(filter.after === undefined ? [] : [{ range: { input: { gt: filter.after } } }]),
  ]
  const body = { query: { bool: { filter: conditions } }, sort: [{ input: 'asc' }] }
  const derived = async (sources: readonly EntrySource[]): Promise<Entry[]> =>
    (await deriveEntries(elastic, sources)).filter(({ state }) => filter.state === undefined || state === filter.state)
  let batch: EntrySource[] = []
  for await (const { source } of eachHit<EntrySource>(elastic, 'ledger', body)) {
    batch.push(source)
    if (batch.length < BATCH) continue
    yield* await derived(batch)
    batch = []
  }
  yield* await derived(batch)
}

/** Numbers of the whole archive. */
export async function countAll(elastic: Elastic): Promise<Counts> {
  const [byState, bySource, documents, claims, contradictions, joined, entities] = await Promise.all([
    countStates(elastic),
    countSources(elastic),
    elastic.count('documents', EVERYTHING),
    elastic.count('claims', EVERYTHING),
    elastic.count('contradictions', EVERYTHING),
    elastic.count('labels', { term: { joined: true } }),
    countEntities(elastic),
  ])
  // Every document is its own story but those that joined another's.
  return { byState, bySource, documents, claims, entities, contradictions, stories: documents - joined }
}

async function countStates(elastic: Elastic): Promise<Counts['byState']> {
  const states: [State, number][] = []
  const sources = [{ state: { terms: { field: 'shown' } } }]
  for await (const bucket of eachBucket<{ readonly key: { readonly state: State }; readonly doc_count: number }>(
    elastic,
    'ledger',
    EVERYTHING,
    sources,
  )) {
    states.push([bucket.key.state, bucket.doc_count])
  }
  return Object.fromEntries(states)
}

interface SourceBucket {
  readonly key: { readonly source: string }
  readonly doc_count: number
  readonly written?: { readonly buckets: readonly { readonly key: string }[] }
}

async function countSources(elastic: Elastic): Promise<Counts['bySource']> {
  const sources = [{ source: { terms: { field: 'source_key' } } }]
  // Of several ways to write a source the first by alphabet is shown.
  const written = { terms: { field: 'source', size: 1, order: { _key: 'asc' } } }
  const claims = new Map<string, number>()
  for await (const { key, doc_count } of eachBucket<SourceBucket>(elastic, 'claims', EVERYTHING, sources)) {
    claims.set(key.source, doc_count)
  }
  const counts: Counts['bySource'][number][] = []
  for await (const bucket of eachBucket<SourceBucket>(elastic, 'documents', EVERYTHING, sources, { written })) {
    const { key, doc_count: documents } = bucket
    const source = bucket.written?.buckets[0]?.key ?? key.source
    counts.push({ source, documents, claims: claims.get(key.source) ?? 0 })
  }
  return counts
}

async function countEntities(elastic: Elastic): Promise<number> {
  let count = 0
  const sources = [{ entity: { terms: { field: 'entities' } } }]
  for await (const _ of eachBucket(elastic, 'documents', EVERYTHING, sources)) count++
  return count
}
