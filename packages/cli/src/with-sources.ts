import { join, resolve } from 'node:path'
import { openSqlite } from '@counterclaim/io'
import type { Sources } from '@counterclaim/model'
import { isThere } from './disk.ts'
import type { Shell } from './shell.ts'

/**
 * Opens the list of watched sources, gives it to `use`, and closes it whatever happens. It is where the documents are: in
 * the folder, or, with `COUNTERCLAIM_ELASTIC_URL`, in Elasticsearch. Null where there is none and `make` is not set.
 */
export async function withSources<T>(
  shell: Shell,
  { data, make = false }: { readonly data: string; readonly make?: boolean },
  use: (known: Sources) => Promise<T>,
): Promise<T | null> {
  const folder = resolve(shell.cwd, data)
  if (!hasSources(folder) && !make) return null
  const backend = isOnElastic() ? await openElasticSources() : openSqlite(folder)
  try {
    return await use(backend.sources)
  } finally {
    await backend.close()
  }
}

/** True where a list of sources may be; looking for one never makes an empty archive. */
export function hasSources(folder: string): boolean {
  return isOnElastic() || isThere(join(folder, 'archive.sqlite'))
}

function isOnElastic(): boolean {
  return (process.env.COUNTERCLAIM_ELASTIC_URL ?? '') !== ''
}

async function openElasticSources(): Promise<{ readonly sources: Sources; close(): Promise<void> }> {
  // Loaded only now: embedded runs need no client of Elasticsearch.
  const { openElastic, processLock, readElasticSettings } = await import('@counterclaim/io/elastic')
  return openElastic(readElasticSettings(process.env), { lock: processLock() })
}
