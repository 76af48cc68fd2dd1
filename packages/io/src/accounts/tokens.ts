import type { Accounts, Member, Token } from '@counterclaim/model'
import type { Db } from '../sqlite/database.ts'
import { hashOf, newSecret } from './password.ts'
import { checkName } from './users.ts'

/** So much of a secret's hash tells it from the others. */
const ID_LENGTH = 8

/** A new token, the secret that lets in by it, and the hash by which it is found. `now` is in ms since 1970. */
export function newToken({ name, role }: Member, now: number): { token: Token; secret: string; hash: string } {
  checkName(name)
  const secret = newSecret()
  const hash = hashOf(secret)
  return { token: { id: hash.slice(0, ID_LENGTH), name, role, addedAt: new Date(now).toISOString() }, secret, hash }
}

/** Tokens in SQLite. */
export function tokens(db: Db, now: () => number): Pick<Accounts, 'tokens' | 'addToken' | 'revokeToken' | 'ofToken'> {
  return {
    tokens: async () =>
      db
        .all<Token>('SELECT id, name, role, added_at AS addedAt FROM tokens ORDER BY name, id')
        .map((row) => ({ ...row })),
    addToken: async (member) => {
      const { token, secret, hash } = newToken(member, now())
      const { id, name, role, addedAt } = token
      db.run(
        'INSERT INTO tokens (id, secret, name, role, added_at) VALUES (?, ?, ?, ?, ?)',
        id,
        hash,
        name,
        role,
        addedAt,
      )
      return { id, secret }
    },
    revokeToken: async (id) => db.run('DELETE FROM tokens WHERE id = ?', id) > 0,
    ofToken: async (secret) => {
      const row = db.get<Member>('SELECT name, role FROM tokens WHERE secret = ?', hashOf(secret))
      return row === undefined ? null : { ...row }
    },
  }
}
