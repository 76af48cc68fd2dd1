import type { ClaimHit, ClaimQuery, Page } from '@counterclaim/model'
import { type ClaimOrder, orderOf } from '../query/claim-orders.ts'
import { claimConditions, documentConditions, entityConditions } from './conditions.ts'
import { type ClaimSource, OPEN } from './document-source.ts'
import type { Elastic, Query } from './elastic.ts'
import { CLAIM_FIELDS, toHits } from './hits.ts'
import { listPage } from './list-page.ts'
import { type Fields, textMatch } from './text-query.ts'

/** What `text` searches, with the weights of SQLite's full-text table: what a claim is about before where it stands. */
const FIELDS: Fields = { 'stems.evidence': 2, 'stems.subject': 3, 'stems.measure': 3, 'stems.title': 1 }

/** Claims by words and filters: in the order asked for, else best match first when there are words, else most worth checking first; then by id. */
export async function searchClaims(elastic: Elastic, query: ClaimQuery): Promise<Page<ClaimHit>> {
  const order = orderOf(query)
  const { query: found, ranks } = await claimQuery(elastic, query)
  const first = order === null ? (ranks ? '_score' : { score: 'desc' }) : keyOf(order)
  return listPage<ClaimSource, ClaimHit>(
    elastic,
    {
      type: 'claims',
      query: found,
      sort: [first, { id: 'asc' }],
      fields: CLAIM_FIELDS,
      limit: query.limit,
      cursor: query.cursor,
    },
    (claims) => toHits(elastic, claims),
  )
}

const FIELD_OF = { published: 'published_sort', low: 'low', high: 'high' } as const

/** What is missing comes last, a bound that is as one that is open. */
function keyOf({ by, descends }: ClaimOrder): object {
  const missing = by === 'published' ? '_last' : by === 'low' ? -OPEN : OPEN
  return { [FIELD_OF[by]]: { order: descends ? 'desc' : 'asc', missing } }
}

/** A query over the index `claims`, and whether it ranks what it finds. */
export async function claimQuery(
  elastic: Elastic,
  query: ClaimQuery,
): Promise<{ readonly query: Query; readonly ranks: boolean }> {
  const filter: Query[] = [
    ...(await claimConditions(elastic, query)),
    ...documentConditions(query),
    ...(await entityConditions(elastic, query.entity)),
  ]
  const text = query.text === undefined ? null : await textMatch(elastic, query.text, FIELDS)
  const ranks = text?.ranks === true
  const must = ranks ? [text.query] : []
  if (text !== null && !ranks) filter.push(text.query)
  return { query: { bool: { must, filter } }, ranks }
}
