import type { SQLInputValue } from 'node:sqlite'
import type { ClaimQuery } from '@counterclaim/model'
import { parseQuery } from '../query/parse-query.ts'
import { sortableDate } from '../query/sortable-date.ts'
import { stemsOf } from '../query/stems.ts'
import type { Db } from './database.ts'
import { compileMatch, inColumns, quote } from './fts-match.ts'

/** A part of a WHERE clause with its values. */
export interface Condition {
  readonly sql: string
  readonly params: readonly SQLInputValue[]
}

/** The entities a person may mean: by id, or by any name, whatever its case and inflection. */
export function resolveEntity(db: Db, idOrName: string): string[] {
  const rows = db.all<{ entity: string }>(
    'SELECT entity FROM entity_names WHERE name_key = ? ORDER BY entity',
    stemsOf(idOrName),
  )
  return [...new Set([idOrName, ...rows.map((row) => row.entity)])]
}

/** What a query asks of the claim itself (alias `c`). */
export function claimConditions(db: Db, query: ClaimQuery): Condition[] {
  const conditions: Condition[] = []
  const add = (sql: string, ...params: SQLInputValue[]): void => void conditions.push({ sql, params })
  if (query.kind !== undefined) add('c.kind = ?', query.kind)
  if (query.stance !== undefined) add('c.stance = ?', query.stance)
  if (query.unit !== undefined) add('c.unit = ?', query.unit)
  if (query.min !== undefined) add('c.max >= ?', query.min)
  if (query.max !== undefined) add('c.min <= ?', query.max)
  if (query.measure !== undefined) {
    const { sql, params } = inColumn('measure', query.measure)
    add(`c.n IN (${sql})`, ...params)
  }
  if (query.speaker !== undefined) conditions.push(inRole(db, 'speaker', query.speaker))
  if (query.place !== undefined) conditions.push(inRole(db, 'place', query.place))
  return conditions
}

/** What a query asks of the document (alias `d`). Days in `until` are included to their end. */
export function documentConditions(query: ClaimQuery): Condition[] {
  const conditions: Condition[] = []
  const add = (sql: string, ...params: SQLInputValue[]): void => void conditions.push({ sql, params })
  if (query.source !== undefined) add('d.source_key = ?', query.source.toLowerCase())
  if (query.since !== undefined) add('d.published_sort >= ?', sortableDate(query.since) ?? query.since)
  if (query.until !== undefined) {
    const until = sortableDate(query.until) ?? query.until
    add('substr(d.published_sort, 1, ?) <= ?', until.length, until)
  }
  return conditions
}

/** The text of a query over columns of a full-text table. */
export function textMatch(db: Db, text: string, columns: string): { expression: string; negated: boolean } {
  const query = parseQuery(text)
  if (query === null) return { expression: quote('-'), negated: false }
  const { expression, negated } = compileMatch(db, query)
  return { expression: inColumns(columns, expression), negated }
}

/** Joins conditions with AND; `1` when there are none. */
export function joinConditions(conditions: readonly Condition[]): Condition {
  return {
    sql: conditions.length === 0 ? '1' : conditions.map((condition) => `(${condition.sql})`).join(' AND '),
    params: conditions.flatMap((condition) => condition.params),
  }
}

/** `column IN (…)` over values of any number, as one parameter so that the statement stays the same. */
export function isOneOf(column: string, values: readonly string[]): Condition {
  return { sql: `${column} IN (SELECT value FROM json_each(?))`, params: [JSON.stringify(values)] }
}

/** The numbers of the claims whose column has the words. */
function inColumn(column: string, words: string): Condition {
  const stems = stemsOf(words).split(' ')
  return {
    sql: 'SELECT rowid FROM claims_fts WHERE claims_fts MATCH ?',
    params: [inColumns(column, stems.map((stem) => quote(stem || '-')).join(' AND '))],
  }
}

/** By entity where it is known, by the words of the text where it is not: each by its index, for an OR has none. */
function inRole(db: Db, role: 'speaker' | 'place', name: string): Condition {
  const byEntity = isOneOf(`${role}_entity`, resolveEntity(db, name))
  const byWords = inColumn(role, name)
  return {
    sql: `c.n IN (SELECT n FROM claims WHERE ${byEntity.sql} UNION ${byWords.sql})`,
    params: [...byEntity.params, ...byWords.params],
  }
}
