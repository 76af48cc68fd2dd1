import type { Act, Audit } from '@counterclaim/model'
import type { Db } from './database.ts'

/** Lines read at once. */
const PAGE = 500

/** The audit log in SQLite. */
export function sqliteAudit(db: Db): Audit {
  return {
    record: async (act) => {
      db.run('INSERT OR IGNORE INTO acts (id, at, body) VALUES (?, ?, ?)', act.id, act.at, JSON.stringify(act))
    },
    acts: async function* () {
      for (let last: { readonly at: string; readonly n: number } | undefined; ; ) {
        const rows = db.all<{ n: number; at: string; body: string }>(
          'SELECT n, at, body FROM acts WHERE ? OR (at, n) < (?, ?) ORDER BY at DESC, n DESC LIMIT ?',
          last === undefined ? 1 : 0,
          last?.at ?? '',
          last?.n ?? 0,
          PAGE,
        )
        for (const { body } of rows) yield JSON.parse(body) as Act
        last = rows.at(-1)
        if (rows.length < PAGE) return
      }
    },
  }
}
