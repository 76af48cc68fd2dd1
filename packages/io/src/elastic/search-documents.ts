import type { ClaimQuery, DocumentHead, Page } from '@counterclaim/model'
import { asksOfClaims } from '../query/asks-of-claims.ts'
import { claimConditions, documentConditions, entityConditions, isOneOf } from './conditions.ts'
import type { Elastic, Query } from './elastic.ts'
import { readHeads } from './hits.ts'
import { listPage } from './list-page.ts'
import { eachBucket } from './pages.ts'
import { type Fields, textMatch } from './text-query.ts'

const FIELDS: Fields = { 'stems.title': 3, 'stems.text': 1 }
/** Newest first, documents without a date last. */
const NEWEST = { published_sort: { order: 'desc', missing: '_last' } }

/** Documents by words and filters: best match first when there are words, else newest first; then by id. */
export async function searchDocuments(elastic: Elastic, query: ClaimQuery): Promise<Page<DocumentHead>> {
  const filter: Query[] = [...documentConditions(query), ...(await entityConditions(elastic, query.entity))]
  if (asksOfClaims(query)) filter.push(isOneOf('id', await documentsOfClaims(elastic, query)))
  const text = query.text === undefined ? null : await textMatch(elastic, query.text, FIELDS)
  const ranks = text?.ranks === true
  const must = ranks ? [text.query] : []
  if (text !== null && !ranks) filter.push(text.query)
  return listPage<{ readonly id: string }, DocumentHead>(
    elastic,
    {
      type: 'documents',
      query: { bool: { must, filter } },
      sort: [ranks ? '_score' : NEWEST, { id: 'asc' }],
      fields: ['id'],
      limit: query.limit,
      cursor: query.cursor,
    },
    async (found) => {
      const heads = await readHeads(
        elastic,
        found.map(({ id }) => id),
      )
      return [...heads.values()]
    },
  )
}

/** Elasticsearch joins nothing: documents whose claims answer are listed first. The cost is that of the list. */
async function documentsOfClaims(elastic: Elastic, query: ClaimQuery): Promise<string[]> {
  const filter = [...(await claimConditions(elastic, query)), ...documentConditions(query)]
  const ids: string[] = []
  const sources = [{ doc: { terms: { field: 'doc' } } }]
  for await (const { key } of eachBucket<{ readonly key: { readonly doc: string } }>(
    elastic,
    'claims',
    { bool: { filter } },
    sources,
  )) {
    ids.push(key.doc)
  }
  return ids
}
