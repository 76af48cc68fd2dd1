import { type Accounts, ConfigError, MACHINE, type User } from '@counterclaim/model'
import type { Db } from '../sqlite/database.ts'
import { keepable } from './password.ts'

/** Letters, digits and what parts them: a name stands in logs and pages as it is. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._@-]{0,63}$/u

/** @throws {ConfigError} `config.invalid` when it is no name, or the one under which the machine itself decides */
export function checkName(name: string): void {
  if (!NAME.test(name) || name.toLowerCase() === MACHINE) {
    throw new ConfigError(
      'config.invalid',
      'A name has up to 64 letters, digits, spaces and . _ @ -, a letter or digit first',
    )
  }
}

/** People in SQLite. */
export function users(db: Db, now: () => number): Pick<Accounts, 'users' | 'addUser' | 'removeUser' | 'setPassword'> {
  return {
    users: async () =>
      db.all<User>('SELECT name, role, added_at AS addedAt FROM users ORDER BY name').map((row) => ({ ...row })),
    addUser: async ({ name, role }, password) => {
      checkName(name)
      const kept = await keepable(password)
      const at = new Date(now()).toISOString()
      return (
        db.run(
          'INSERT OR IGNORE INTO users (name, role, password, added_at) VALUES (?, ?, ?, ?)',
          name,
          role,
          kept,
          at,
        ) > 0
      )
    },
    removeUser: async (name) => db.run('DELETE FROM users WHERE name = ?', name) > 0,
    setPassword: async (name, password) => {
      const kept = await keepable(password)
      return db.transaction(() => {
        db.run('DELETE FROM sessions WHERE name = ? COLLATE NOCASE', name)
        return db.run('UPDATE users SET password = ? WHERE name = ?', kept, name) > 0
      })
    },
  }
}
