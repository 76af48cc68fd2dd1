import { NEW_LOG, type SavedSearch, type SavedSearches, type SearchLog } from '@counterclaim/model'
import type { Elastic } from './elastic.ts'
import { allBodies } from './pages.ts'
import { untilWritten } from './until-written.ts'

interface SearchSource {
  readonly id: string
  readonly name: string
  readonly body: SavedSearch
  readonly log: SearchLog
}

/** The saved searches in Elasticsearch, each one document with what came of it. */
export function elasticSavedSearches(elastic: Elastic): SavedSearches {
  const type = 'searches'
  const read = (id: string) => elastic.read<SearchSource>({ type, id })
  return {
    // Without the logs, which hold every group that was found.
    list: () => allBodies<SavedSearch>(elastic, type, { sort: [{ name: 'asc' }, { id: 'asc' }] }),
    add: async (search) => {
      const { id, name } = search
      const source: SearchSource = { id, name, body: search, log: NEW_LOG }
      const [written] = await elastic.write([{ action: 'create', type, id, source }])
      return written === 'done'
    },
    remove: async (id) => (await elastic.write([{ action: 'delete', type, id }]))[0] === 'done',
    log: async (id) => (await read(id))?.source.log ?? null,
    change: async (id, change) => {
      const { log } = await untilWritten(`changes of ${id}`, async () => {
        const old = await read(id)
        if (old === null) return { log: null }
        const log = change(old.source.log)
        const [written] = await elastic.write([
          { action: 'index', type, id, source: { ...old.source, log }, over: old },
        ])
        return written === 'done' ? { log } : null
      })
      return log
    },
  }
}
