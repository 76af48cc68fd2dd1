import type { Candidates } from '@counterclaim/model'
import type { Db } from './database.ts'

/** Keys under which documents find each other: committed before `publish` returns, so every later lookup sees them. */
export function sqliteCandidates(db: Db): Candidates {
  return {
    publish: async (document, keys) =>
      db.transaction(() => {
        db.run('DELETE FROM candidates WHERE document = ?', document)
        for (const key of keys) db.run('INSERT OR IGNORE INTO candidates (key, document) VALUES (?, ?)', key, document)
      }),
    lookup: async (keys) =>
      db
        .all<{ document: string }>(
          'SELECT DISTINCT document FROM candidates WHERE key IN (SELECT value FROM json_each(?)) ORDER BY document',
          JSON.stringify(keys),
        )
        .map((row) => row.document),
  }
}
