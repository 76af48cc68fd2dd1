import type { SQLInputValue } from 'node:sqlite'
import type { ClaimQuery, DocumentHead, Page } from '@counterclaim/model'
import { asksOfClaims } from '../query/asks-of-claims.ts'
import { decodeCursor, encodeCursor, pageSize } from '../query/cursor.ts'
import {
  type Condition,
  claimConditions,
  documentConditions,
  isOneOf,
  joinConditions,
  resolveEntity,
  textMatch,
} from './conditions.ts'
import type { Db } from './database.ts'
import { HEAD, type HeadRow, toHead } from './heads.ts'

/** bm25 weights of title and text. */
const RANK = 'bm25(documents_fts, 3.0, 1.0)'
/** Newest first, documents without a date last: dates are sorted by their text, turned round by the query's DESC. */
const NEWEST = "coalesce(d.published_sort, '')"

/** Documents by words and filters: best match first when there are words, else newest first; then by id. */
export function searchDocuments(db: Db, query: ClaimQuery): Page<DocumentHead> {
  const { from, where, rank } = plan(db, query)
  const total = db.get<{ count: number }>(`SELECT count(*) AS count FROM ${from} WHERE ${where.sql}`, ...where.params)
  const limit = pageSize(query.limit)
  const after = decodeCursor(query.cursor)
  const params: SQLInputValue[] = [
    ...where.params,
    ...(after === null ? [] : [after.key, after.key, after.id]),
    limit + 1,
  ]
  const [beyond, order] = rank === null ? ['<', 'DESC'] : ['>', 'ASC']
  const rows = db.all<HeadRow & { rank: number | string }>(
    `WITH ranked AS ${rank === null ? 'NOT MATERIALIZED' : 'MATERIALIZED'} (
       SELECT d.id, d.n, ${rank ?? NEWEST} AS rank FROM ${from} WHERE ${where.sql})
     SELECT r.rank, ${HEAD}
     FROM (SELECT * FROM ranked ${after === null ? '' : `WHERE rank ${beyond} ? OR (rank = ? AND id > ?)`} ORDER BY rank ${order}, id LIMIT ?) r
     JOIN documents d ON d.n = r.n ORDER BY r.rank ${order}, r.id`,
    ...params,
  )
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    items: rows.slice(0, limit).map(toHead),
    total: total?.count ?? 0,
    next: last === undefined ? null : encodeCursor({ key: last.rank, id: last.d_id }),
  }
}

function plan(db: Db, query: ClaimQuery): { from: string; where: Condition; rank: string | null } {
  const conditions = [...documentConditions(query)]
  if (asksOfClaims(query)) {
    const asked = joinConditions(claimConditions(db, query))
    conditions.push({ sql: `d.n IN (SELECT c.doc FROM claims c WHERE ${asked.sql})`, params: asked.params })
  }
  if (query.entity !== undefined) {
    const known = isOneOf('entity', resolveEntity(db, query.entity))
    conditions.push({ sql: `d.n IN (SELECT doc FROM mentions WHERE ${known.sql})`, params: known.params })
  }
  if (query.text === undefined) return { from: 'documents d', where: joinConditions(conditions), rank: null }
  const { expression, negated } = textMatch(db, query.text, 'title text')
  if (negated) {
    conditions.push({
      sql: 'd.n NOT IN (SELECT rowid FROM documents_fts WHERE documents_fts MATCH ?)',
      params: [expression],
    })
    return { from: 'documents d', where: joinConditions(conditions), rank: null }
  }
  conditions.unshift({ sql: 'documents_fts MATCH ?', params: [expression] })
  return {
    from: 'documents_fts JOIN documents d ON d.n = documents_fts.rowid',
    where: joinConditions(conditions),
    rank: RANK,
  }
}
