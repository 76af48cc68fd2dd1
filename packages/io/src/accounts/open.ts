import { chmodSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Accounts, ConfigError } from '@counterclaim/model'
import { type Db, openDatabase } from '../sqlite/database.ts'
import { sessions } from './sessions.ts'
import { tokens } from './tokens.ts'
import { users } from './users.ts'

const SCHEMA = 1
const OWNER_ONLY = 0o600

/**
 * Opens `accounts.sqlite` in a folder, made if it is not there. It lies beside the archive or beside its blobs, whatever
 * holds the documents, as the list of sources does; several processes may have it open at once. `now` is in ms since 1970.
 * @throws {ConfigError} `archive.newer`, `archive.locked`
 */
export function openAccounts(dir: string, now: () => number = Date.now): Accounts {
  mkdirSync(dir, { recursive: true })
  const path = join(dir, 'accounts.sqlite')
  const db = openDatabase(path)
  // Before anything is in it: a hash of a password is nobody else's to read.
  chmodSync(path, OWNER_ONLY)
  applySchema(db, dir)
  return {
    ...users(db, now),
    ...sessions(db, now),
    ...tokens(db, now),
    close: async () => db.close(),
  }
}

/** Whether anybody could enter. */
export async function isEmpty(accounts: Accounts): Promise<boolean> {
  return (await accounts.users()).length === 0 && (await accounts.tokens()).length === 0
}

function applySchema(db: Db, dir: string): void {
  db.transaction(() => {
    const found = db.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0
    if (found > SCHEMA) {
      throw new ConfigError(
        'archive.newer',
        `accounts.sqlite in ${dir} has schema ${found}, this version knows ${SCHEMA}`,
      )
    }
    if (found === SCHEMA) return
    db.exec(readFileSync(join(import.meta.dirname, 'schema.sql'), 'utf8'))
    db.exec(`PRAGMA user_version = ${SCHEMA}`)
  })
}
