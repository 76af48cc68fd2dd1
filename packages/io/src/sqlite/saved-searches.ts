import { NEW_LOG, type SavedSearch, type SavedSearches, type SearchLog } from '@counterclaim/model'
import type { Db } from './database.ts'

/** The saved searches in SQLite. */
export function sqliteSavedSearches(db: Db): SavedSearches {
  const read = (id: string): SearchLog | null => {
    const row = db.get<{ log: string }>('SELECT log FROM saved_searches WHERE id = ?', id)
    return row === undefined ? null : (JSON.parse(row.log) as SearchLog)
  }
  return {
    list: async () =>
      db
        .all<{ body: string }>('SELECT body FROM saved_searches ORDER BY name, id')
        .map(({ body }) => JSON.parse(body) as SavedSearch),
    add: async (search) =>
      db.run(
        'INSERT OR IGNORE INTO saved_searches (id, name, body, log) VALUES (?, ?, ?, ?)',
        search.id,
        search.name,
        JSON.stringify(search),
        JSON.stringify(NEW_LOG),
      ) > 0,
    remove: async (id) => db.run('DELETE FROM saved_searches WHERE id = ?', id) > 0,
    log: async (id) => read(id),
    change: async (id, change) =>
      db.transaction(() => {
        const log = read(id)
        if (log === null) return null
        const changed = change(log)
        db.run('UPDATE saved_searches SET log = ? WHERE id = ?', JSON.stringify(changed), id)
        return changed
      }),
  }
}
