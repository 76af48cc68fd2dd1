import { openSqlite } from '@counterclaim/io'
import {
  connectElastic,
  dropElastic,
  type Elastic,
  type ElasticSettings,
  INDEX_TYPES,
  openElastic,
  processLock,
  setUpElastic,
} from '@counterclaim/io/elastic'
import type { ContractBackend } from '@counterclaim/pipeline/contract'

/**
 * Opens an Elasticsearch archive of its own for one test, empty; its indices are made once and emptied between tests,
 * since making them takes seconds. Queue, candidates and blobs are those of an embedded archive in memory.
 */
export async function openEmptyElastic(url: string, prefix: string): Promise<ContractBackend> {
  const settings = { url, auth: null, ca: null, prefix }
  await emptyElastic(settings)
  const backend = await openElastic(settings, { lock: processLock(), fresh: true })
  const embedded = openSqlite(':memory:')
  const closeAll = async (): Promise<void> => {
    await backend.close()
    await embedded.close()
  }
  return { ...embedded, ...backend, close: closeAll, die: closeAll }
}

/** Makes the indices of an archive, or empties them. */
export async function emptyElastic(settings: ElasticSettings): Promise<void> {
  const elastic = connectElastic(settings)
  await setUpElastic(elastic)
  await empty(elastic)
  await elastic.close()
}

/** Removes what `openEmptyElastic` made. */
export async function removeElastic(url: string, prefix: string): Promise<void> {
  const elastic = connectElastic({ url, auth: null, ca: null, prefix })
  await dropElastic(elastic)
  await elastic.close()
}

async function empty(elastic: Elastic): Promise<void> {
  await elastic.refresh(INDEX_TYPES)
  await Promise.all(
    INDEX_TYPES.map(async (type) => {
      const { hits } = await elastic.search(type, { size: 10_000, _source: false })
      await elastic.write(hits.map(({ id }) => ({ action: 'delete', type, id })))
    }),
  )
}
