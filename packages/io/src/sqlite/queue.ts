import { FIRST_TOPIC, type Queue, type SubmittedDocument, type Task } from '@counterclaim/model'
import type { Db } from './database.ts'
import { type Owner, takeBack } from './loans.ts'

interface TaskRow {
  readonly n: number
  readonly input: string
  readonly document: string
  readonly attempts: number
  readonly crashes: number
}

/** Dead owners are looked for this often while there is other work, and at once when there is none. */
const TAKE_BACK_MS = 2_000
/** A task that took two processes with it runs alone. */
const SUSPECT = 2

/** The queue in SQLite: the document in progress lies in the task's row. What a process does to a task it lost has no effect. */
export function sqliteQueue(db: Db, owner: Owner): Queue {
  let takenBack = 0
  const take = (topic: string, n: number): TaskRow[] =>
    db.grouped(() => {
      if (Date.now() - takenBack > TAKE_BACK_MS) {
        takeBack(db)
        takenBack = Date.now()
      }
      return takeRows(db, owner.id, topic, n)
    })
  return {
    submit: async (documents) =>
      db.transaction(() => {
        for (const document of documents) submit(db, document)
      }),
    take: async (topic, n) => take(topic, n).map(toTask),
    pass: async ({ input }, topic, document) => {
      db.run(
        `UPDATE tasks SET topic = ?, document = ?, owner = NULL, attempts = 0, crashes = 0, not_before = 0
         WHERE input = ? AND owner = ?`,
        topic,
        JSON.stringify(document),
        input,
        owner.id,
      )
    },
    retry: async ({ input }, afterMs) => {
      db.run(
        'UPDATE tasks SET owner = NULL, not_before = ? WHERE input = ? AND owner = ?',
        Date.now() + afterMs,
        input,
        owner.id,
      )
    },
    finish: async ({ input }) => db.grouped(() => finish(db, owner.id, input)),
    pending: async () => db.get<{ count: number }>('SELECT count(*) AS count FROM tasks')?.count ?? 0,
    depths: async () => {
      const rows = db.all<{ topic: string; count: number }>('SELECT topic, count(*) AS count FROM tasks GROUP BY topic')
      return Object.fromEntries(rows.map(({ topic, count }) => [topic, count]))
    },
  }
}

function toTask({ input, attempts, crashes, document }: TaskRow): Task {
  return { input, attempts, crashes, read: async () => JSON.parse(document) as SubmittedDocument }
}

/** One that is begun (on loan, or passed on) is worked once more after its end, with the document of the last submission. */
function submit(db: Db, document: SubmittedDocument): void {
  db.run(
    `INSERT INTO tasks (input, topic, document) VALUES (?1, ?2, ?3)
     ON CONFLICT (input) DO UPDATE SET
       document = iif(owner IS NULL AND topic = ?2, ?3, document),
       again = iif(owner IS NULL AND topic = ?2, NULL, ?3)`,
    document.input,
    FIRST_TOPIC,
    JSON.stringify(document),
  )
}

function takeRows(db: Db, owner: string, topic: string, n: number): TaskRow[] {
  const now = Date.now()
  const alone = db.get('SELECT 1 FROM tasks WHERE owner = ? AND crashes >= ?', owner, SUSPECT)
  if (alone !== undefined) return []
  // Fewest crashes and attempts first: a document that kills its process is met last, after all others are done.
  const pick = `UPDATE tasks SET owner = ?, attempts = attempts + 1 WHERE n IN (
    SELECT n FROM tasks WHERE owner IS NULL AND topic = ? AND not_before <= ? AND crashes BETWEEN ? AND ?
    ORDER BY crashes, attempts, n LIMIT ?) RETURNING n, input, document, attempts - 1 AS attempts, crashes`
  const rows = db.all<TaskRow>(pick, owner, topic, now, 0, SUSPECT - 1, n)
  if (rows.length > 0) return rows.sort((a, b) => a.attempts - b.attempts || a.n - b.n)
  const busy = db.get('SELECT 1 FROM tasks WHERE owner = ?', owner)
  return busy === undefined ? db.all<TaskRow>(pick, owner, topic, now, SUSPECT, 1_000_000, 1) : []
}

function finish(db: Db, owner: string, input: string): void {
  db.run('DELETE FROM tasks WHERE input = ? AND owner = ? AND again IS NULL', input, owner)
  db.run(
    `UPDATE tasks SET topic = ?, document = again, again = NULL, owner = NULL, attempts = 0, crashes = 0, not_before = 0
     WHERE input = ? AND owner = ?`,
    FIRST_TOPIC,
    input,
    owner,
  )
}
