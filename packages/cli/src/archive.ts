import { join, resolve } from 'node:path'
import { openSqlite } from '@counterclaim/io'
import type { Search } from '@counterclaim/model'
import { isThere } from './disk.ts'
import { usageError } from './failure.ts'
import type { Shell } from './shell.ts'

/**
 * Opens the archive for reading, gives it to `read`, and closes it whatever happens. It is in the folder, or, with
 * `COUNTERCLAIM_ELASTIC_URL`, in Elasticsearch.
 * @throws {ConfigError} `config.invalid` when there is no archive: reading never makes an empty one
 */
export async function withSearch<T>(shell: Shell, dir: string, read: (archive: Search) => Promise<T>): Promise<T> {
  if ((process.env.COUNTERCLAIM_ELASTIC_URL ?? '') !== '') return withElastic(read)
  const folder = resolve(shell.cwd, dir)
  if (!isThere(join(folder, 'archive.sqlite'))) {
    throw usageError(`No archive in ${dir}: make one with \`counterclaim add PATH\`, or name another with --data`)
  }
  const backend = openSqlite(folder)
  try {
    return await read(backend.search)
  } finally {
    await backend.close()
  }
}

async function withElastic<T>(read: (archive: Search) => Promise<T>): Promise<T> {
  // Loaded only now: embedded runs need no client of Elasticsearch.
  const { openElastic, processLock, readElasticSettings } = await import('@counterclaim/io/elastic')
  const backend = await openElastic(readElasticSettings(process.env), { lock: processLock(), fresh: true })
  try {
    return await read(backend.search)
  } finally {
    await backend.close()
  }
}
