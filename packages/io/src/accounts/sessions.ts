import type { Accounts, Member } from '@counterclaim/model'
import type { Db } from '../sqlite/database.ts'
import { MOST_FAILURES, SESSION_MS, WINDOW_MS } from './bounds.ts'
import { hashOf, isPassword, newSecret } from './password.ts'

/** Sessions in SQLite. */
export function sessions(db: Db, now: () => number): Pick<Accounts, 'signIn' | 'signOut' | 'ofSession'> {
  const isBarred = (name: string): boolean => {
    db.run('DELETE FROM failures WHERE at <= ?', now() - WINDOW_MS)
    return (db.get<{ n: number }>('SELECT count(*) AS n FROM failures WHERE name = ?', name)?.n ?? 0) >= MOST_FAILURES
  }
  return {
    signIn: async (name, password) => {
      if (isBarred(name)) return null
      // Counted before the hash is made: guesses that come all at once are not all let through.
      const failure = db.insert('INSERT INTO failures (name, at) VALUES (?, ?)', name, now())
      const user = db.get<{ password: string }>('SELECT password FROM users WHERE name = ?', name)
      if (!(await isPassword(password, user?.password ?? null))) return null
      const secret = newSecret()
      return db.transaction(() => {
        db.run('DELETE FROM failures WHERE rowid = ?', failure)
        db.run('DELETE FROM sessions WHERE ends <= ?', now())
        // Somebody whose password was changed, or who was removed, while the hash was made does not get in.
        const made = db.run(
          'INSERT INTO sessions (secret, name, ends) SELECT ?, name, ? FROM users WHERE name = ? AND password = ?',
          hashOf(secret),
          now() + SESSION_MS,
          name,
          user?.password ?? '',
        )
        return made > 0 ? secret : null
      })
    },
    signOut: async (secret) => {
      db.run('DELETE FROM sessions WHERE secret = ?', hashOf(secret))
    },
    ofSession: async (secret) => {
      const row = db.get<Member>(
        'SELECT u.name, u.role FROM sessions s JOIN users u ON u.name = s.name WHERE s.secret = ? AND s.ends > ?',
        hashOf(secret),
        now(),
      )
      return row === undefined ? null : { ...row }
    },
  }
}
