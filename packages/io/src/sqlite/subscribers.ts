import type { Subscriber, Subscribers } from '@counterclaim/model'
import type { Db } from './database.ts'

/** Who gets digests, in SQLite. */
export function sqliteSubscribers(db: Db): Subscribers {
  const put = (subscriber: Subscriber): void => {
    const { id, address } = subscriber
    db.run(
      'INSERT OR REPLACE INTO subscribers (id, address, body) VALUES (?, ?, ?)',
      id,
      address,
      JSON.stringify(subscriber),
    )
  }
  return {
    list: async () =>
      db
        .all<{ body: string }>('SELECT body FROM subscribers ORDER BY address')
        .map(({ body }) => JSON.parse(body) as Subscriber),
    put: async (subscriber) => put(subscriber),
    change: async (id, change) =>
      db.transaction(() => {
        const row = db.get<{ body: string }>('SELECT body FROM subscribers WHERE id = ?', id)
        if (row === undefined) return null
        const changed = change(JSON.parse(row.body) as Subscriber)
        put(changed)
        return changed
      }),
    remove: async (id) => db.run('DELETE FROM subscribers WHERE id = ?', id) > 0,
  }
}
