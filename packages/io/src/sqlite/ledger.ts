import type { Entry, Ledger, Step, SubmittedDocument } from '@counterclaim/model'
import { stepsUntilLost } from '../query/steps-until-lost.ts'
import type { Db } from './database.ts'

/** A row of the view `entry_states`. */
export interface EntryRow extends Omit<Entry, 'steps'> {
  readonly steps: string
  /** 1 when another input keeps the document of this one's URL. */
  readonly lost: number
}

/** The ledger in SQLite. */
export function sqliteLedger(db: Db): Ledger {
  return {
    enter: async (inputs) =>
      db.transaction(() => {
        for (const input of inputs) db.run('INSERT OR IGNORE INTO entries (input) VALUES (?)', input)
      }),
    record: async (input, { state, code, reason, document, steps, submission }) => {
      db.grouped(() =>
        db.run(
          `INSERT INTO entries (input, state, code, reason, document, steps, submission) VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (input) DO UPDATE SET state = excluded.state, code = excluded.code, reason = excluded.reason,
           document = excluded.document, steps = excluded.steps, submission = excluded.submission`,
          input,
          state,
          code,
          reason,
          document,
          JSON.stringify(steps),
          submission === undefined ? null : JSON.stringify(submission),
        ),
      )
    },
    entry: async (input) => {
      const row = db.get<EntryRow>('SELECT * FROM entry_states WHERE input = ?', input)
      return row === undefined ? null : toEntry(row)
    },
    submission: async (input) => {
      const row = db.get<{ submission: string }>(
        'SELECT submission FROM entries WHERE input = ? AND submission IS NOT NULL',
        input,
      )
      return row === undefined ? null : (JSON.parse(row.submission) as SubmittedDocument)
    },
  }
}

/** An entry as the ledger gives it. */
export function toEntry(row: EntryRow): Entry {
  const steps = JSON.parse(row.steps) as Step[]
  return {
    input: row.input,
    state: row.state,
    code: row.code,
    reason: row.reason,
    document: row.document,
    steps: row.lost === 1 ? stepsUntilLost(steps) : steps,
  }
}
