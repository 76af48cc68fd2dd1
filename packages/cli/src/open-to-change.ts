import { join, resolve } from 'node:path'
import { openSqlite, type SqliteBackend } from '@counterclaim/io'
import { isDistributed } from '@counterclaim/workers/is-distributed'
import { isThere } from './disk.ts'
import { usageError } from './failure.ts'
import type { Shell } from './shell.ts'

/** What both kinds of archive give to who changes them. */
export type Changeable = Pick<
  SqliteBackend,
  | 'search'
  | 'archive'
  | 'candidates'
  | 'ledger'
  | 'blobs'
  | 'blobFolder'
  | 'digests'
  | 'reviews'
  | 'edits'
  | 'audit'
  | 'close'
>

/**
 * Opens the archive in a folder, embedded or with the servers that the settings name, for a command that changes it.
 * @throws {ConfigError} `config.invalid` when there is none: changing never makes an empty one
 */
export async function openToChange(shell: Shell, dir: string): Promise<Changeable> {
  const folder = resolve(shell.cwd, dir)
  if (isDistributed(process.env)) {
    // Loaded only now: embedded archives need no client of Redis.
    const { openDistributed } = await import('@counterclaim/workers/distributed')
    return openDistributed(folder)
  }
  if (!isThere(join(folder, 'archive.sqlite'))) throw usageError(`No archive in ${dir}: name another with --data`)
  return openSqlite(folder)
}
