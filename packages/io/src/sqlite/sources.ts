import type { Source, Sources } from '@counterclaim/model'
import type { Db } from './database.ts'

/** The watched feeds and sitemaps in SQLite. */
export function sqliteSources(db: Db): Sources {
  return {
    list: async () =>
      db.all<{ body: string }>('SELECT body FROM sources ORDER BY url').map(({ body }) => JSON.parse(body) as Source),
    add: async (source) =>
      db.run('INSERT OR IGNORE INTO sources (url, body) VALUES (?, ?)', source.url, JSON.stringify(source)) > 0,
    update: async (source) => {
      db.run('UPDATE sources SET body = ? WHERE url = ?', JSON.stringify(source), source.url)
    },
    remove: async (url) => db.run('DELETE FROM sources WHERE url = ?', url) > 0,
  }
}
