import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { BUSY_MS, type Transactions, transactions } from './transactions.ts'

/** Rows and transactions of one SQLite connection; statements are prepared once. */
export interface Db extends Pick<Transactions, 'transaction' | 'grouped'> {
  /** All rows. `T` is what the SELECT names: the schema is the judge, nothing is checked at run time. */
  all<T>(sql: string, ...params: readonly SQLInputValue[]): T[]
  get<T>(sql: string, ...params: readonly SQLInputValue[]): T | undefined
  /** Number of rows changed. */
  run(sql: string, ...params: readonly SQLInputValue[]): number
  /** The number of the row that an INSERT made, null when it made none. Four times as fast as RETURNING, which fills a table of its own. */
  insert(sql: string, ...params: readonly SQLInputValue[]): number | null
  exec(sql: string): void
  close(): void
}

/** Searches build their SQL from filters; beyond this many different statements the cache starts over. */
const MAX_STATEMENTS = 400

/**
 * Opens a connection. Without `journal_mode=wal` and `synchronous=normal` a file takes 5 writes a second (each waits for
 * the disk), with them thousands; after a kill nothing that was committed is lost, after a power cut the last moments may be.
 * Each checkpoint waits for the disk as well: a document touches some hundred pages of index, so the usual one after
 * 1,000 pages would come after every few documents.
 */
export function openDatabase(path: string): Db {
  const database = new DatabaseSync(path, { timeout: BUSY_MS })
  database.exec(
    'PRAGMA journal_mode=wal; PRAGMA synchronous=normal; PRAGMA foreign_keys=on; PRAGMA wal_autocheckpoint=8000; PRAGMA cache_size=-32000; PRAGMA temp_store=memory',
  )
  const statements = new Map<string, StatementSync>()
  const prepare = (sql: string): StatementSync => {
    const known = statements.get(sql)
    if (known !== undefined) return known
    if (statements.size >= MAX_STATEMENTS) statements.clear()
    const made = database.prepare(sql)
    statements.set(sql, made)
    return made
  }
  const { transaction, grouped, commit, check } = transactions(database)
  const change = (sql: string, params: readonly SQLInputValue[]): { changes: number; row: number } => {
    check()
    const statement = prepare(sql)
    // `run` also reports the last row id, and FTS5's own tables number rows beyond what a double holds exactly.
    statement.setReadBigInts(true)
    const { changes, lastInsertRowid } = statement.run(...params)
    statement.setReadBigInts(false)
    return { changes: Number(changes), row: Number(lastInsertRowid) }
  }
  return {
    // Rows come without a prototype: fine to read, but what is given to callers whole must be spread.
    all: <T>(sql: string, ...params: readonly SQLInputValue[]): T[] => prepare(sql).all(...params) as T[],
    get: <T>(sql: string, ...params: readonly SQLInputValue[]): T | undefined =>
      prepare(sql).get(...params) as T | undefined,
    run: (sql, ...params) => change(sql, params).changes,
    insert: (sql, ...params) => {
      const { changes, row } = change(sql, params)
      return changes === 0 ? null : row
    },
    exec: (sql) => database.exec(sql),
    transaction,
    grouped,
    close: () => {
      commit()
      statements.clear()
      database.close()
    },
  }
}
