import type { Accounts, Member, Token } from '@counterclaim/model'
import type { Db } from '../sqlite/database.ts'
import { hashOf, newSecret } from './password.ts'
import { checkName } from './users.ts'

/** So much of a secret's hash tells it from the others. */
export const ID_LENGTH = 8

/** Tokens in SQLite. */
export function tokens(db: Db, now: () => number): Pick<Accounts, 'tokens' | 'addToken' | 'revokeToken' | 'ofToken'> {
  return {
    tokens: async () =>
      db
        .all<Token>('SELECT id, name, role, added_at AS addedAt FROM tokens ORDER BY name, id')
        .map((row) => ({ ...row })),
    addToken: async ({ name, role }) => {
      checkName(name)
      const secret = newSecret()
      const kept = hashOf(secret)
      const id = kept.slice(0, ID_LENGTH)
      const at = new Date(now()).toISOString()
      db.run('INSERT INTO tokens (id, secret, name, role, added_at) VALUES (?, ?, ?, ?, ?)', id, kept, name, role, at)
      return { id, secret }
    },
    revokeToken: async (id) => db.run('DELETE FROM tokens WHERE id = ?', id) > 0,
    ofToken: async (secret) => {
      const row = db.get<Member>('SELECT name, role FROM tokens WHERE secret = ?', hashOf(secret))
      return row === undefined ? null : { ...row }
    },
  }
}
