import type { SQLInputValue } from 'node:sqlite'
import type { ClaimHit, ClaimQuery, Page } from '@counterclaim/model'
import { type ClaimOrder, orderOf } from '../query/claim-orders.ts'
import { type Cursor, decodeCursor, encodeCursor, pageSize } from '../query/cursor.ts'
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
import { HEAD, type HitRow, toHit } from './heads.ts'

/** Columns that `text` searches. */
const TEXT_COLUMNS = 'evidence subject measure title'
/** bm25 weights of evidence, subject, measure, title, speaker, place: what a claim is about before where it stands. */
const RANK = 'bm25(claims_fts, 2.0, 3.0, 3.0, 1.0, 1.0, 1.0)'

const OPEN = Number.MAX_VALUE
/** What each order goes by; bounds as numbers that a cursor can hold. */
const KEYS: Readonly<Record<ClaimOrder['by'], (descends: boolean) => string>> = {
  published: (descends) => `coalesce(d.published_sort, '${descends ? '' : '~'}')`,
  low: () => `max(coalesce(c.min, -${OPEN}), -${OPEN})`,
  high: () => `min(coalesce(c.max, ${OPEN}), ${OPEN})`,
}

/** What comes behind a cursor. */
const UP = {
  direction: 'ASC',
  beyond: { sql: '(rank, id) > (?, ?)', params: ({ key, id }: Cursor) => [key, id] },
} as const
const DOWN = {
  direction: 'DESC',
  beyond: { sql: '(rank < ? OR (rank = ? AND id > ?))', params: ({ key, id }: Cursor) => [key, key, id] },
} as const

/** Claims by words and filters: in the order asked for, else best match first when there are words, else most worth checking first; then by id. */
export function searchClaims(db: Db, query: ClaimQuery): Page<ClaimHit> {
  const plan = planClaims(db, query)
  const { from, where } = plan
  const order = orderOf(query)
  const rank = order === null ? plan.rank : KEYS[order.by](order.descends)
  const { direction, beyond } = order?.descends === true ? DOWN : UP
  const limit = pageSize(query.limit)
  const after = decodeCursor(query.cursor)
  const params: SQLInputValue[] = [...where.params, ...(after === null ? [] : beyond.params(after)), limit + 1]
  // Ranks of a text query are made once, in a table of their own, before they are compared with the cursor's.
  const rows = db.all<HitRow & { rank: number | string; total: number }>(
    `WITH ranked AS ${rank === null ? 'NOT MATERIALIZED' : 'MATERIALIZED'} (
       SELECT c.id, c.grp, c.n, ${rank ?? '-c.score'} AS rank FROM ${from} WHERE ${where.sql})
     SELECT r.id, r.grp, r.rank, c.body, ${rank === null ? '0' : '(SELECT count(*) FROM ranked)'} AS total, ${HEAD}
     FROM (SELECT * FROM ranked ${after === null ? '' : `WHERE ${beyond.sql}`} ORDER BY rank ${direction}, id LIMIT ?) r
     JOIN whole_claims c ON c.n = r.n JOIN documents d ON d.n = c.doc ORDER BY r.rank ${direction}, r.id`,
    ...params,
  )
  // A text query has counted its table of ranks; where no row came back, or there is none, the matches are counted apart.
  const counted = rank === null ? undefined : rows[0]?.total
  const total =
    counted ??
    db.get<{ count: number }>(`SELECT count(*) AS count FROM ${from} WHERE ${where.sql}`, ...where.params)?.count
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    items: rows.slice(0, limit).map((row) => toHit(db, row)),
    total: total ?? 0,
    next: last === undefined ? null : encodeCursor({ key: last.rank, id: last.id }),
  }
}

interface Plan {
  readonly from: string
  readonly where: Condition
  /** Null when claims are ranked by score. */
  readonly rank: string | null
}

/** Where the claims of a query are, as SQL over `claims c` and `documents d`. */
export function planClaims(db: Db, query: ClaimQuery): Plan {
  const conditions = [...claimConditions(db, query), ...documentConditions(query)]
  if (query.entity !== undefined) {
    const known = isOneOf('entity', resolveEntity(db, query.entity))
    conditions.push({ sql: `c.n IN (SELECT claim FROM claim_entities WHERE ${known.sql})`, params: known.params })
  }
  const from = 'claims c JOIN documents d ON d.n = c.doc'
  if (query.text === undefined) return { from, where: joinConditions(conditions), rank: null }
  const { expression, negated } = textMatch(db, query.text, TEXT_COLUMNS)
  if (negated) {
    conditions.push({
      sql: 'c.n NOT IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH ?)',
      params: [expression],
    })
    return { from, where: joinConditions(conditions), rank: null }
  }
  conditions.unshift({ sql: 'claims_fts MATCH ?', params: [expression] })
  return {
    from: `claims_fts JOIN claims c ON c.n = claims_fts.rowid JOIN documents d ON d.n = c.doc`,
    where: joinConditions(conditions),
    rank: RANK,
  }
}
