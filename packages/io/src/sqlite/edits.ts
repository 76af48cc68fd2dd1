import type { Edit, Edits } from '@counterclaim/model'
import type { Db } from './database.ts'

interface EditRow {
  readonly body: string
}

/** What people have set right, in SQLite: filed once under each subject. */
export function sqliteEdits(db: Db): Edits {
  return {
    add: async (edit) =>
      db.transaction(() => {
        for (const subject of edit.subjects) {
          db.run(
            'INSERT OR IGNORE INTO edits (subject, at, id, body) VALUES (?, ?, ?, ?)',
            subject,
            edit.at,
            edit.id,
            JSON.stringify(edit),
          )
        }
      }),
    about: async (subjects) =>
      db
        .all<EditRow>(
          `SELECT e.body FROM json_each(?) s JOIN edits e ON e.subject = s.value GROUP BY e.id ORDER BY e.at, e.id`,
          JSON.stringify(subjects),
        )
        .map(toEdit),
  }
}

/** Edits of a subject, the latest first. */
export function editsOf(db: Db, subject: string): Edit[] {
  return db.all<EditRow>('SELECT body FROM edits WHERE subject = ? ORDER BY at DESC, id DESC', subject).map(toEdit)
}

/** All edits, the earliest first. They are made by hand: there are some thousands at most. */
export function allEdits(db: Db): Edit[] {
  return db.all<EditRow>('SELECT body FROM edits WHERE subject = id ORDER BY at, id').map(toEdit)
}

function toEdit({ body }: EditRow): Edit {
  return JSON.parse(body) as Edit
}
