import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { ConfigError } from '@counterclaim/model'
import { isFull, noRoom } from '../no-room.ts'

/** Transactions of one connection. */
export interface Transactions {
  /** Everything in `body`, or nothing; committed when it returns, with all that was grouped before. Nested calls join the outer one. */
  readonly transaction: <T>(body: () => T) => T
  /**
   * Everything in `body`, or nothing, seen by this connection at once and committed with others at the end of this turn of
   * the event loop, in order: a process that dies before loses the last of what it did, never something in between.
   * Committing writes every page that was touched, and a document touches hundreds: a tenth of all time went there.
   */
  readonly grouped: <T>(body: () => T) => T
  /** Commits what is grouped. */
  readonly commit: () => void
  /** @throws what made a commit fail: what was grouped is lost, and nothing that builds on it may be written */
  readonly check: () => void
}

/** How long a writer waits for another process: writes take milliseconds, a longer wait means that one hangs. */
export const BUSY_MS = 60_000
const SQLITE_BUSY = 5

/** Groups open on this thread: another connection would wait for them in vain, since they end with the turn. */
const groups = new Set<() => void>()

/** The transactions of a connection. */
export function transactions(database: DatabaseSync): Transactions {
  // Prepared: some dozen of them for each document.
  const [savepoint, release] = ['SAVEPOINT one', 'RELEASE one'].map((sql) => database.prepare(sql)) as [
    StatementSync,
    StatementSync,
  ]
  let depth = 0
  let lost: { readonly error: unknown } | null = null
  const check = (): void => {
    if (lost !== null) throw asFull(lost.error)
  }
  const lose = (error: unknown): void => {
    lost ??= { error }
    groups.delete(commit)
    if (database.isTransaction) database.exec('ROLLBACK')
  }
  const commit = (): void => {
    check()
    if (!groups.delete(commit)) return
    try {
      database.exec('COMMIT')
    } catch (error) {
      lose(error)
      throw asFull(error)
    }
  }
  const open = (): void => {
    check()
    if (groups.has(commit)) return
    for (const other of groups) other()
    begin(database)
    groups.add(commit)
    setImmediate(() => {
      // Whoever uses the connection next is told.
      if (lost === null && groups.has(commit)) attempt(commit)
    })
  }
  const grouped = <T>(body: () => T): T => {
    if (depth > 0) return body()
    open()
    savepoint.run()
    depth++
    try {
      const result = body()
      release.run()
      return result
    } catch (error) {
      // A full disk takes the whole transaction back, and what was grouped before with it.
      if (database.isTransaction) database.exec('ROLLBACK TO one; RELEASE one')
      else lose(error)
      throw asFull(error)
    } finally {
      depth--
    }
  }
  return {
    grouped,
    transaction: (body) => {
      const result = grouped(body)
      if (depth === 0) commit()
      return result
    },
    commit,
    check,
  }
}

function attempt(commit: () => void): void {
  try {
    commit()
  } catch {
    // Kept by `commit` itself.
  }
}

/** IMMEDIATE: a transaction that turns from reader to writer midway would fail instead of waiting. */
function begin(database: DatabaseSync): void {
  try {
    database.exec('BEGIN IMMEDIATE')
  } catch (error) {
    if (!isBusy(error)) throw error
    throw new ConfigError('archive.locked', `Another process has held the archive for ${BUSY_MS / 1000} s`, {
      cause: error,
    })
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === SQLITE_BUSY
}

function asFull(error: unknown): unknown {
  return isFull(error) ? noRoom('the archive', error) : error
}
