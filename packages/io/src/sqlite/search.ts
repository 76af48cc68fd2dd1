import type { DocumentHead, IndexableDocument, Search } from '@counterclaim/model'
import { readFormer } from './archive.ts'
import { readClaims } from './claim-rows.ts'
import { nearMissesOf } from './comparison.ts'
import type { Db } from './database.ts'
import type { DocumentRow } from './document-rows.ts'
import { allEdits, editsOf } from './edits.ts'
import { measureExtent } from './extent.ts'
import { countFacets } from './facets.ts'
import { HEAD, type HitRow, toHit } from './heads.ts'
import { allReviews, reviewsOf } from './reviews.ts'
import { searchClaims } from './search-claims.ts'
import { allContradictions, findContradiction, searchContradictions } from './search-contradictions.ts'
import { searchDocuments } from './search-documents.ts'
import { findEntity } from './search-entities.ts'
import { allEntries, countAll } from './search-ledger.ts'

/** What people read of the archive, from SQLite. */
export function sqliteSearch(db: Db): Search {
  return {
    claims: async (query) => searchClaims(db, query),
    facets: async (query) => countFacets(db, query),
    extent: async (query) => measureExtent(db, query),
    documents: async (query) => searchDocuments(db, query),
    contradictions: async (query) => searchContradictions(db, query),
    contradiction: async (id) => findContradiction(db, id),
    reviews: async (contradiction) => reviewsOf(db, contradiction),
    edits: async (subject) => editsOf(db, subject),
    claim: async (id) => {
      const row = db.get<HitRow>(
        `SELECT c.id, c.grp, c.body, ${HEAD} FROM whole_claims c JOIN documents d ON d.n = c.doc WHERE c.id = ?`,
        id,
      )
      return row === undefined ? null : toHit(db, row)
    },
    document: async (idOrKey) => {
      // A key or URL may be that of several: then the smallest id.
      const row = db.get<DocumentRow>(
        `SELECT * FROM whole_documents WHERE id = ?1 OR key = ?1 OR url = ?1 ORDER BY id <> ?1, key <> ?1, id LIMIT 1`,
        idOrKey,
      )
      return row === undefined ? null : toDocument(db, row)
    },
    former: async (ids) => readFormer(db, ids),
    entity: async (idOrName) => findEntity(db, idOrName),
    nearMisses: async (claim) => nearMissesOf(db, claim),
    entries: (filter) => allEntries(db, filter),
    counts: async () => countAll(db),
    allDocuments: () => allDocuments(db),
    allContradictions: () => allContradictions(db),
    allReviews: async function* () {
      yield* allReviews(db)
    },
    allEdits: async function* () {
      yield* allEdits(db)
    },
  }
}

/** How many are read at once when all are asked for: a document may be long. */
const BATCH = 20

async function* allDocuments(db: Db): AsyncIterable<IndexableDocument & { readonly head: DocumentHead }> {
  let last = ''
  for (;;) {
    const rows = db.all<DocumentRow>('SELECT * FROM whole_documents WHERE id > ? ORDER BY id LIMIT ?', last, BATCH)
    for (const row of rows) yield toDocument(db, row)
    if (rows.length < BATCH) return
    last = rows.at(-1)?.id ?? last
  }
}

function toDocument(db: Db, row: DocumentRow): IndexableDocument & { readonly head: DocumentHead } {
  const head = {
    id: row.id,
    key: row.key,
    version: row.version,
    url: row.url,
    title: row.title,
    source: row.source,
    publishedAt: row.published_at,
    copyOf: row.copy_of,
    story: row.story,
  }
  return { ...(JSON.parse(row.body) as IndexableDocument), claims: readClaims(db, row.n), head }
}
