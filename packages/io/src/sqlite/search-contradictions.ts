import type { SQLInputValue } from 'node:sqlite'
import type { ContradictionQuery, ContradictionView, Page } from '@counterclaim/model'
import { type ContradictionRow, toContradictionView } from '../query/contradiction-view.ts'
import { decodeCursor, encodeCursor, pageSize } from '../query/cursor.ts'
import { type Condition, isOneOf, joinConditions, resolveEntity } from './conditions.ts'
import type { Db } from './database.ts'
import { hitsOfGroup } from './heads.ts'
import { reviewsOf } from './reviews.ts'

/** The board: surest first, then by id. */
export function searchContradictions(db: Db, query: ContradictionQuery): Page<ContradictionView> {
  const where = conditions(db, query)
  const total = db.get<{ count: number }>(
    `SELECT count(*) AS count FROM contradictions x WHERE ${where.sql}`,
    ...where.params,
  )
  const limit = pageSize(query.limit)
  const after = decodeCursor(query.cursor)
  const params: SQLInputValue[] = [...where.params, ...(after === null ? [] : [after.key, after.id]), limit + 1]
  const rows = db.all<ContradictionRow>(
    `SELECT * FROM contradictions x WHERE ${where.sql} ${after === null ? '' : 'AND (-score, id) > (?, ?)'}
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
  const row = db.get<ContradictionRow>('SELECT * FROM contradictions WHERE id = ?', id)
  return row === undefined ? null : toView(db, row)
}

/** How many are read at once when all are asked for. */
const BATCH = 200

/** All contradictions, ordered by id. */
export async function* allContradictions(db: Db): AsyncIterable<ContradictionView> {
  let last = ''
  for (;;) {
    const rows = db.all<ContradictionRow>('SELECT * FROM contradictions WHERE id > ? ORDER BY id LIMIT ?', last, BATCH)
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

function toView(db: Db, row: ContradictionRow): ContradictionView {
  return toContradictionView(row, (group) => hitsOfGroup(db, group), reviewsOf(db, row.id).reverse())
}
