import type { Entry, Ledger, Outcome, Step, SubmittedDocument, Task } from '@counterclaim/model'
import type { Db } from './database.ts'
import { type Owner, takeBack } from './loans.ts'

interface TaskRow {
  readonly n: number
  readonly document: string
  readonly attempts: number
}

/** A row of the view `entry_states`. */
export interface EntryRow extends Omit<Entry, 'steps'> {
  readonly steps: string
  /** 1 when another input keeps the document of this one's URL. */
  readonly lost: number
}

/** Dead owners are looked for this often while there is other work, and at once when there is none. */
const TAKE_BACK_MS = 2_000
/** A task that took two processes with it runs alone, so that no innocent one is blamed for the third. */
const SUSPECT = 2

/** The queue and ledger in SQLite. */
export function sqliteLedger(db: Db, owner: Owner): Ledger {
  let takenBack = 0
  const take = (n: number): Task[] =>
    db.transaction(() => {
      if (Date.now() - takenBack > TAKE_BACK_MS) {
        takeBack(db)
        takenBack = Date.now()
      }
      return takeRows(db, owner.id, n).map((row) => ({
        document: JSON.parse(row.document) as SubmittedDocument,
        attempts: row.attempts,
      }))
    })
  return {
    submit: async (documents) =>
      db.transaction(() => {
        for (const document of documents) submit(db, document)
      }),
    take: async (n) => take(n),
    finish: async (input, outcome) => db.transaction(() => finish(db, input, outcome)),
    retry: async (input, afterMs) => {
      db.run('UPDATE tasks SET owner = NULL, not_before = ? WHERE input = ?', Date.now() + afterMs, input)
    },
    pending: async () => db.get<{ count: number }>('SELECT count(*) AS count FROM tasks')?.count ?? 0,
    entry: async (input) => {
      const row = db.get<EntryRow>('SELECT * FROM entry_states WHERE input = ?', input)
      return row === undefined ? null : toEntry(row)
    },
  }
}

/** An entry as the ledger gives it. */
export function toEntry(row: EntryRow): Entry {
  return {
    input: row.input,
    state: row.state,
    code: row.code,
    reason: row.reason,
    document: row.document,
    steps: row.lost === 1 ? stepsUntilLost(row) : JSON.parse(row.steps),
  }
}

/** Steps end where the document was lost, also when it was lost only later: whichever of the two inputs came first. */
function stepsUntilLost(row: EntryRow): Step[] {
  const steps = JSON.parse(row.steps) as Step[]
  const at = steps.findIndex((step) => step.stage === 'index')
  return steps.slice(0, at + 1).map((step, i) => (i === at ? { ...step, outcome: 'same-url' } : step))
}

function submit(db: Db, document: SubmittedDocument): void {
  // A task on loan may have read the bytes before they changed: it is worked once more after its end.
  db.run(
    `INSERT INTO tasks (input, document) VALUES (?, ?)
     ON CONFLICT (input) DO UPDATE SET document = excluded.document, again = owner IS NOT NULL`,
    document.input,
    JSON.stringify(document),
  )
  db.run('INSERT OR IGNORE INTO entries (input) VALUES (?)', document.input)
}

function takeRows(db: Db, owner: string, n: number): TaskRow[] {
  const now = Date.now()
  const alone = db.get('SELECT 1 FROM tasks WHERE owner = ? AND crashes >= ?', owner, SUSPECT)
  if (alone !== undefined) return []
  // Fewest crashes and attempts first: a document that kills its process is met last, after all others are done.
  const pick = `UPDATE tasks SET owner = ?, attempts = attempts + 1 WHERE n IN (
    SELECT n FROM tasks WHERE owner IS NULL AND not_before <= ? AND crashes BETWEEN ? AND ?
    ORDER BY crashes, attempts, n LIMIT ?) RETURNING n, document, attempts - 1 AS attempts`
  const rows = db.all<TaskRow>(pick, owner, now, 0, SUSPECT - 1, n)
  if (rows.length > 0) return rows.sort((a, b) => a.attempts - b.attempts || a.n - b.n)
  const busy = db.get('SELECT 1 FROM tasks WHERE owner = ?', owner)
  return busy === undefined ? db.all<TaskRow>(pick, owner, now, SUSPECT, 1_000_000, 1) : []
}

function finish(db: Db, input: string, outcome: Outcome | null): void {
  if (outcome !== null) {
    db.run(
      `INSERT INTO entries (input, state, code, reason, document, steps) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (input) DO UPDATE SET state = excluded.state, code = excluded.code, reason = excluded.reason,
         document = excluded.document, steps = excluded.steps`,
      input,
      outcome.state,
      outcome.code,
      outcome.reason,
      outcome.document,
      JSON.stringify(outcome.steps),
    )
  }
  db.run('DELETE FROM tasks WHERE input = ? AND again = 0', input)
  db.run(
    'UPDATE tasks SET owner = NULL, attempts = 0, crashes = 0, not_before = 0, again = 0 WHERE input = ? AND again = 1',
    input,
  )
}
