import type { DocumentHead, IndexableDocument, NearMiss, Search } from '@counterclaim/model'
import type { ClaimSource, DocumentSource } from './document-source.ts'
import { allEdits, editsOf } from './edits.ts'
import type { Elastic } from './elastic.ts'
import { measureExtent } from './extent.ts'
import { countFacets } from './facets.ts'
import type { FindingsSource } from './findings.ts'
import { CLAIM_FIELDS, toHead, toHits } from './hits.ts'
import type { LabelSource } from './labels/label.ts'
import { eachHit } from './pages.ts'
import { allReviews, reviewsOf } from './reviews.ts'
import { searchClaims } from './search-claims.ts'
import { allContradictions, findContradiction, searchContradictions } from './search-contradictions.ts'
import { searchDocuments } from './search-documents.ts'
import { findEntity } from './search-entities.ts'
import { allEntries, countAll } from './search-ledger.ts'
import { readFormer } from './versions.ts'

/** What people read of the archive, from Elasticsearch. Lists show what was written before the last refresh. */
export function elasticSearch(elastic: Elastic): Search {
  return {
    claims: (query) => searchClaims(elastic, query),
    facets: (query) => countFacets(elastic, query),
    extent: (query) => measureExtent(elastic, query),
    documents: (query) => searchDocuments(elastic, query),
    contradictions: (query) => searchContradictions(elastic, query),
    contradiction: (id) => findContradiction(elastic, id),
    reviews: (contradiction) => reviewsOf(elastic, contradiction),
    edits: (subject) => editsOf(elastic, subject),
    claim: async (id) => {
      const stored = await elastic.read<ClaimSource>({ type: 'claims', id, fields: CLAIM_FIELDS })
      return stored === null ? null : ((await toHits(elastic, [stored.source]))[0] ?? null)
    },
    document: (idOrKey) => findDocument(elastic, idOrKey),
    former: (ids) => readFormer(elastic, ids),
    entity: (idOrName) => findEntity(elastic, idOrName),
    nearMisses: (claim) => nearMissesOf(elastic, claim),
    entries: (filter) => allEntries(elastic, filter),
    counts: () => countAll(elastic),
    allDocuments: () => allDocuments(elastic),
    allContradictions: () => allContradictions(elastic),
    allReviews: () => allReviews(elastic),
    allEdits: () => allEdits(elastic),
  }
}

type Headed = IndexableDocument & { readonly head: DocumentHead }

/** How many documents are read at once when all are asked for: one may be long. */
const BATCH = 20

async function findDocument(elastic: Elastic, idOrKey: string): Promise<Headed | null> {
  const stored = await elastic.read<DocumentSource>({ type: 'documents', id: idOrKey, fields: ['body'] })
  if (stored !== null) return (await withHeads(elastic, [stored.source.body]))[0] ?? null
  // A key or URL may be that of several: keys go before URLs, then the smallest id.
  const query = {
    bool: {
      should: [
        { constant_score: { filter: { term: { key: idOrKey } }, boost: 2 } },
        { constant_score: { filter: { term: { url: idOrKey } }, boost: 1 } },
      ],
    },
  }
  const body = { query, sort: [{ _score: 'desc' }, { id: 'asc' }], size: 1, _source: ['body'] }
  const { hits } = await elastic.search<DocumentSource>('documents', body)
  return (
    (
      await withHeads(
        elastic,
        hits.map((hit) => hit.source.body),
      )
    )[0] ?? null
  )
}

async function* allDocuments(elastic: Elastic): AsyncGenerator<Headed> {
  const body = { query: { match_all: {} }, sort: [{ id: 'asc' }], _source: ['body'] }
  let batch: IndexableDocument[] = []
  for await (const { source } of eachHit<DocumentSource>(elastic, 'documents', body, BATCH)) {
    batch.push(source.body)
    if (batch.length < BATCH) continue
    yield* await withHeads(elastic, batch)
    batch = []
  }
  yield* await withHeads(elastic, batch)
}

async function withHeads(elastic: Elastic, bodies: readonly IndexableDocument[]): Promise<Headed[]> {
  const labels = await elastic.readMany<LabelSource>(
    bodies.map(({ id }) => ({ type: 'labels', id, fields: ['copy_of', 'story'] })),
  )
  return bodies.map((body, i) => ({ ...body, head: toHead(body, labels[i]?.source) }))
}

async function nearMissesOf(elastic: Elastic, claim: string): Promise<NearMiss[]> {
  const found = new Map<string, NearMiss>()
  const body = { query: { term: { near_claims: claim } }, sort: [{ id: 'asc' }], _source: ['near_misses'] }
  for await (const { source } of eachHit<FindingsSource>(elastic, 'findings', body)) {
    for (const { a, b, reason } of source.near_misses) {
      if (a === claim || b === claim) found.set(`${a} ${b} ${reason}`, { a, b, reason })
    }
  }
  return [...found].sort(([x], [y]) => (x < y ? -1 : 1)).map(([, nearMiss]) => nearMiss)
}
