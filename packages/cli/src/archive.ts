import { join, resolve } from 'node:path'
import { openSqlite, type SqliteBackend } from '@counterclaim/io'
import type { Search } from '@counterclaim/model'
import { isOnElastic } from '@counterclaim/workers/is-distributed'
import { isThere } from './disk.ts'
import { usageError } from './failure.ts'
import type { Shell } from './shell.ts'

/** True where an archive is: in the folder or, with `COUNTERCLAIM_ELASTIC_URL`, in Elasticsearch. Looking makes no empty one. */
export function hasArchive(folder: string): boolean {
  return isOnElastic(process.env) || isThere(join(folder, 'archive.sqlite'))
}

/** What an archive gives to who asks no queue. */
export type Opened = Pick<
  SqliteBackend,
  'search' | 'reviews' | 'audit' | 'sources' | 'savedSearches' | 'subscribers' | 'close'
>

/** Opens the archive, gives it to `use`, and closes it whatever happens. One in a folder is made where there is none. */
export async function useArchive<T>(folder: string, use: (archive: Opened) => Promise<T>): Promise<T> {
  const archive: Opened = isOnElastic(process.env) ? await openOnElastic() : openSqlite(folder)
  try {
    return await use(archive)
  } finally {
    await archive.close()
  }
}

async function openOnElastic(): Promise<Opened> {
  // Loaded only now: embedded runs need no client of Elasticsearch.
  const { openElastic, processLock, readElasticSettings } = await import('@counterclaim/io/elastic')
  return openElastic(readElasticSettings(process.env), { lock: processLock(), fresh: true })
}

/**
 * Reads the archive, see `useArchive`.
 * @throws {ConfigError} `config.invalid` when there is no archive: reading never makes an empty one
 */
export function withSearch<T>(shell: Shell, dir: string, read: (archive: Search) => Promise<T>): Promise<T> {
  const otherwise = 'make one with `counterclaim add PATH`, or name another with --data'
  return withArchive(shell, dir, ({ search }) => read(search), otherwise)
}

/**
 * Gives an archive that is there to `use`, see `useArchive`.
 * @param otherwise what to do where there is none
 * @throws {ConfigError} `config.invalid` when there is no archive
 */
export async function withArchive<T>(
  shell: Shell,
  dir: string,
  use: (archive: Opened) => Promise<T>,
  otherwise = 'name another with --data',
): Promise<T> {
  const folder = resolve(shell.cwd, dir)
  if (!hasArchive(folder)) throw usageError(`No archive in ${dir}: ${otherwise}`)
  return useArchive(folder, use)
}

/**
 * Gives what people keep beside the documents (saved searches, subscribers) to `use`, see `useArchive`.
 * @throws {ConfigError} `config.invalid` when there is no archive
 */
export function withKept(
  shell: Shell,
  { data }: { readonly data: string },
  use: (archive: Opened) => Promise<number>,
): Promise<number> {
  return withArchive(shell, data, use, 'make one with `counterclaim add PATH`')
}
