import type { SQLInputValue } from 'node:sqlite'
import type { ClaimHit, ContradictionQuery, ContradictionView, Page } from '@counterclaim/model'
import { type ContradictionRow, toContradictionView } from '../query/contradiction-view.ts'
import { decodeCursor, encodeCursor, pageSize } from '../query/cursor.ts'
import { formerClaim } from './comparison.ts'
import { type Condition, isOneOf, joinConditions, resolveEntity } from './conditions.ts'
import type { Db } from './database.ts'
import { HEAD, type HeadRow, hitsOfGroup, toHead } from './heads.ts'
import { reviewsOf } from './reviews.ts'

/**
 * One row per contradiction: its best collision. What a page has taken back stands behind what holds, and makes the
 * contradiction resolved when nothing else holds it, unless somebody dismissed it.
 */
const BOARD = `(
  SELECT id, type, reason, score, answer, a, b, doc_a, doc_b, group_a, group_b, former,
    CASE WHEN former AND judged <> 'dismissed' THEN 'resolved' ELSE judged END AS state
  FROM (
    SELECT y.*, coalesce((SELECT r.state FROM reviews r WHERE r.contradiction = y.id ORDER BY r.at DESC, r.by DESC LIMIT 1), 'open') AS judged,
      row_number() OVER (PARTITION BY y.id ORDER BY y.former, y.score DESC, y.a, y.b, y.type) AS place
    FROM (
      SELECT x.contradiction AS id, x.*,
        NOT EXISTS (SELECT 1 FROM claims WHERE id = x.a) OR NOT EXISTS (SELECT 1 FROM claims WHERE id = x.b) AS former
      FROM collisions x
    ) y
  ) WHERE place = 1
)`

/** A row of the board. */
interface BoardRow extends ContradictionRow {
  readonly a: string
  readonly b: string
  readonly doc_a: string
  readonly doc_b: string
  readonly former: number
}

/** The board: surest first, then by id. */
export function searchContradictions(db: Db, query: ContradictionQuery): Page<ContradictionView> {
  const where = conditions(db, query)
  const total = db.get<{ count: number }>(
    `SELECT count(*) AS count FROM ${BOARD} x WHERE ${where.sql}`,
    ...where.params,
  )
  const limit = pageSize(query.limit)
  const after = decodeCursor(query.cursor)
  const params: SQLInputValue[] = [...where.params, ...(after === null ? [] : [after.key, after.id]), limit + 1]
  const rows = db.all<BoardRow>(
    `SELECT * FROM ${BOARD} x WHERE ${where.sql} ${after === null ? '' : 'AND (-score, id) > (?, ?)'}
     ORDER BY -score, id LIMIT ?`,
    ...params,
  )
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    items: rows.slice(0, limit).map((row) => toView(db, row)),
    total: total?.count ?? 0,
    next: last === undefined ? null : encodeCursor({ key: -last.score, id: last.id }),
  }
}

/** One contradiction with both sides. */
export function findContradiction(db: Db, id: string): ContradictionView | null {
  const row = db.get<BoardRow>(`SELECT * FROM ${BOARD} WHERE id = ?`, id)
  return row === undefined ? null : toView(db, row)
}

/** How many are read at once when all are asked for. */
const BATCH = 200

/** All contradictions, ordered by id. */
export async function* allContradictions(db: Db): AsyncIterable<ContradictionView> {
  let last = ''
  for (;;) {
    const rows = db.all<BoardRow>(`SELECT * FROM ${BOARD} WHERE id > ? ORDER BY id LIMIT ?`, last, BATCH)
    for (const row of rows) yield toView(db, row)
    if (rows.length < BATCH) return
    last = rows.at(-1)?.id ?? last
  }
}

function conditions(db: Db, query: ContradictionQuery): Condition {
  const list: Condition[] = []
  const inGroups = (from: string, condition: Condition): void => {
    const groups = `SELECT c.grp FROM ${from} WHERE ${condition.sql}`
    list.push({
      sql: `x.group_a IN (${groups}) OR x.group_b IN (${groups})`,
      params: [...condition.params, ...condition.params],
    })
  }
  if (query.type !== undefined) list.push({ sql: 'x.type = ?', params: [query.type] })
  if (query.state !== undefined) list.push({ sql: 'x.state = ?', params: [query.state] })
  if (query.story !== undefined) {
    // Any document of the story names it: its label changes as documents join.
    const story = {
      sql: 'd.story IN (SELECT story FROM documents WHERE id = ? OR key = ?)',
      params: [query.story, query.story],
    }
    inGroups('claims c JOIN documents d ON d.n = c.doc', story)
  }
  if (query.entity !== undefined) {
    inGroups('claims c JOIN claim_entities e ON e.claim = c.n', isOneOf('e.entity', resolveEntity(db, query.entity)))
  }
  return joinConditions(list)
}

function toView(db: Db, row: BoardRow): ContradictionView {
  const more = { reviews: reviewsOf(db, row.id).reverse(), former: row.former === 0 ? null : formerHit(db, row) }
  return toContradictionView(row, (group) => hitsOfGroup(db, group), more)
}

/** The claim that was taken back, in the version that made it. */
function formerHit(db: Db, { a, b, doc_a, doc_b }: BoardRow): ClaimHit | null {
  for (const id of [a, b]) {
    if (db.get('SELECT 1 FROM claims WHERE id = ?', id) !== undefined) continue
    const claim = formerClaim(db, [doc_a, doc_b], id)
    if (claim === null) continue
    const { version, ...rest } = claim
    const head = db.get<HeadRow>(
      `SELECT ${HEAD} FROM documents d JOIN versions v ON v.document = d.id WHERE d.id IN (?, ?) AND v.version = ?`,
      doc_a,
      doc_b,
      version,
    )
    if (head !== undefined) return { claim: rest, document: { ...toHead(head), version }, independentSources: 1 }
  }
  return null
}
