import type { Search } from '@counterclaim/model'
import type { Elastic } from './elastic.ts'
import { ARCHIVE_TYPES } from './mappings.ts'

/** The same search, but every read sees every write that had returned before it: for who waits for their own. */
export function freshSearch(elastic: Elastic, search: Search): Search {
  const fresh = async <T>(read: () => Promise<T>): Promise<T> => {
    await elastic.refresh(ARCHIVE_TYPES)
    return read()
  }
  async function* each<T>(read: () => AsyncIterable<T>): AsyncGenerator<T> {
    await elastic.refresh(ARCHIVE_TYPES)
    yield* read()
  }
  return {
    claims: (query) => fresh(() => search.claims(query)),
    facets: (query) => fresh(() => search.facets(query)),
    extent: (query) => fresh(() => search.extent(query)),
    documents: (query) => fresh(() => search.documents(query)),
    contradictions: (query) => fresh(() => search.contradictions(query)),
    contradiction: (id) => fresh(() => search.contradiction(id)),
    reviews: (contradiction) => search.reviews(contradiction),
    edits: (subject) => search.edits(subject),
    claim: (id) => fresh(() => search.claim(id)),
    document: (idOrKey) => fresh(() => search.document(idOrKey)),
    former: (ids) => search.former(ids),
    entity: (idOrName) => fresh(() => search.entity(idOrName)),
    nearMisses: (claim) => fresh(() => search.nearMisses(claim)),
    entries: (filter) => each(() => search.entries(filter)),
    counts: () => fresh(() => search.counts()),
    allDocuments: () => each(() => search.allDocuments()),
    allContradictions: () => each(() => search.allContradictions()),
    allReviews: () => each(() => search.allReviews()),
    allEdits: () => each(() => search.allEdits()),
  }
}
