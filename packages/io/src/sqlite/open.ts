import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import {
  type Archive,
  type Audit,
  type Blobs,
  type Candidates,
  ConfigError,
  type Digests,
  type Edits,
  type Ledger,
  type Queue,
  type Reviews,
  type SavedSearches,
  type Search,
  type Sources,
  type Subscribers,
} from '@counterclaim/model'
import { folderBlobs } from '../blobs.ts'
import { folderDigests } from '../digests.ts'
import { sqliteArchive } from './archive.ts'
import { sqliteAudit } from './audit.ts'
import { sqliteCandidates } from './candidates.ts'
import { type Db, openDatabase } from './database.ts'
import { sqliteEdits } from './edits.ts'
import { sqliteLedger } from './ledger.ts'
import { join } from './loans.ts'
import { sqliteQueue } from './queue.ts'
import { sqliteReviews } from './reviews.ts'
import { sqliteSavedSearches } from './saved-searches.ts'
import { sqliteSearch } from './search.ts'
import { sqliteSources } from './sources.ts'
import { sqliteSubscribers } from './subscribers.ts'

/** Everything a pipeline and its readers need, in one place. Both backends give this shape. */
export interface Backend {
  readonly queue: Queue
  readonly ledger: Ledger
  readonly archive: Archive
  readonly candidates: Candidates
  readonly search: Search
  readonly blobs: Blobs
  readonly digests: Digests
  readonly reviews: Reviews
  readonly edits: Edits
  readonly audit: Audit
  /** Gives tasks on loan back and closes. Nothing of it may be used afterwards. */
  close(): Promise<void>
}

/** The embedded backend, with the folder its blobs are in, so that threads can read them. */
export interface SqliteBackend extends Backend {
  readonly blobFolder: string
  readonly sources: Sources
  readonly savedSearches: SavedSearches
  readonly subscribers: Subscribers
  /** Another one whenever work on a document has ended or a person has changed something, in whichever process. */
  readonly mark: () => Promise<string>
}

/** Version of schema.sql. */
export const SCHEMA = 1

/**
 * Opens the embedded archive in a folder (`archive.sqlite` and `blobs/`), made if it is not there; `:memory:` keeps the
 * archive in memory and its blobs in a temporary folder. Several processes may have it open at once.
 * @throws {ConfigError} `archive.newer`, `archive.locked`
 */
export function openSqlite(dir: string): SqliteBackend {
  const temporary = dir === ':memory:' ? mkdtempSync(joinPath(tmpdir(), 'counterclaim-')) : null
  const folder = temporary ?? dir
  mkdirSync(folder, { recursive: true })
  const db = openDatabase(temporary === null ? joinPath(folder, 'archive.sqlite') : ':memory:')
  applySchema(db, dir)
  const owner = join(db)
  const blobFolder = joinPath(folder, 'blobs')
  return {
    queue: sqliteQueue(db, owner),
    ledger: sqliteLedger(db),
    archive: sqliteArchive(db),
    candidates: sqliteCandidates(db),
    search: sqliteSearch(db),
    blobs: folderBlobs(blobFolder),
    blobFolder,
    reviews: sqliteReviews(db),
    edits: sqliteEdits(db),
    audit: sqliteAudit(db),
    digests: folderDigests(joinPath(folder, 'digests')),
    sources: sqliteSources(db),
    savedSearches: sqliteSavedSearches(db),
    subscribers: sqliteSubscribers(db),
    mark: async () => markOf(db),
    close: async () => {
      owner.leave()
      db.close()
      if (temporary !== null) rmSync(temporary, { recursive: true, force: true })
    },
  }
}

/** Tasks are numbered as they come and go when all that follows from them is archived; what people change has its act. */
function markOf(db: Db): string {
  const row = db.get<{ mark: string }>(
    `SELECT (SELECT coalesce(group_concat(seq), '') FROM sqlite_sequence WHERE name IN ('tasks', 'acts'))
     || ':' || (SELECT count(*) FROM tasks) AS mark`,
  )
  return row?.mark ?? ''
}

function applySchema(db: Db, dir: string): void {
  db.transaction(() => {
    const found = db.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0
    if (found > SCHEMA) {
      throw new ConfigError('archive.newer', `${dir} has schema ${found}, this version knows ${SCHEMA}`)
    }
    if (found === SCHEMA) return
    db.exec(readFileSync(joinPath(import.meta.dirname, 'schema.sql'), 'utf8'))
    db.exec(`PRAGMA user_version = ${SCHEMA}`)
  })
}
