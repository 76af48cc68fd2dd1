import type { Counts, Entry, EntryFilter, State } from '@counterclaim/model'
import type { Db } from './database.ts'
import { type EntryRow, toEntry } from './ledger.ts'

/** How many rows are read at once when all are asked for: no statement stays open between two of them. */
const BATCH = 500

/** Entries of the ledger, ordered by input. */
export async function* allEntries(db: Db, filter: EntryFilter): AsyncIterable<Entry> {
  let last = filter.after ?? ''
  for (;;) {
    const rows = db.all<EntryRow>(
      `SELECT * FROM entry_states WHERE input > ?1 AND (?2 IS NULL OR state = ?2) AND (?3 IS NULL OR input = ?3)
       AND (?4 IS NULL OR document = ?4) ORDER BY input LIMIT ?5`,
      last,
      filter.state ?? null,
      filter.input ?? null,
      filter.document ?? null,
      BATCH,
    )
    for (const row of rows) yield toEntry(row)
    if (rows.length < BATCH) return
    last = rows.at(-1)?.input ?? last
  }
}

/** Numbers of the whole archive. */
export function countAll(db: Db): Counts {
  const count = (from: string): number => db.get<{ count: number }>(`SELECT count(*) AS count FROM ${from}`)?.count ?? 0
  const states = db.all<{ state: State; count: number }>(
    'SELECT state, count(*) AS count FROM entry_states GROUP BY state ORDER BY state',
  )
  return {
    byState: Object.fromEntries(states.map((row) => [row.state, row.count])),
    bySource: db
      .all<Counts['bySource'][number]>(
        `SELECT min(d.source) AS source, count(*) AS documents,
         sum((SELECT count(*) FROM claims c WHERE c.doc = d.n)) AS claims
       FROM documents d GROUP BY d.source_key ORDER BY d.source_key`,
      )
      .map((row) => ({ ...row })),
    documents: count('documents'),
    claims: count('claims'),
    entities: count('(SELECT DISTINCT entity FROM entity_forms)'),
    contradictions: count('(SELECT DISTINCT contradiction FROM collisions)'),
    stories: count('(SELECT DISTINCT story FROM documents)'),
  }
}
