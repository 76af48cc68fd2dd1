import type { Accounts } from '@counterclaim/model'
import { SESSION_MS } from '../../accounts/bounds.ts'
import { hashOf, isPassword, newSecret } from '../../accounts/password.ts'
import type { Elastic } from '../elastic.ts'
import { failures } from './failures.ts'
import { clearEnded, forget, keep, readKept } from './kept.ts'
import { type KeptUser, userId } from './users.ts'

interface KeptSession {
  /** The id of whose it is, and their stamp when it began. */
  readonly user: string
  readonly stamp: string
}

/** Sessions in Elasticsearch, of which a hash is kept. They are read by id: what one desk ends has ended at all. */
export function sessions(elastic: Elastic, now: () => number): Pick<Accounts, 'signIn' | 'signOut' | 'ofSession'> {
  const failed = failures(elastic, now)
  const idOf = (secret: string): string => `session:${hashOf(secret)}`
  const stampOf = async (id: string): Promise<string | undefined> =>
    (await readKept<KeptUser>(elastic, id))?.source.body.stamp
  return {
    signIn: async (name, password) => {
      // Counted before the hash is made: guesses that come all at once are not all let through.
      const failure = await failed.count(name)
      if (failure === null) return null
      const user = await readKept<KeptUser>(elastic, userId(name))
      if (!(await isPassword(password, user?.source.body.password ?? null)) || user === null) return null
      await failed.forgive(name, failure)
      await clearEnded(elastic, now())
      const { id, source } = user
      const { stamp } = source.body
      const secret = newSecret()
      const body: KeptSession = { user: id, stamp }
      await keep(elastic, { id: idOf(secret), kind: 'session', ends: now() + SESSION_MS, body }, null)
      // Somebody whose password was changed, or who was removed, while the hash was made does not get in.
      return (await stampOf(id)) === stamp ? secret : null
    },
    signOut: async (secret) => {
      await forget(elastic, idOf(secret))
    },
    ofSession: async (secret) => {
      const session = await readKept<KeptSession>(elastic, idOf(secret))
      if (session === null || (session.source.ends ?? 0) <= now()) return null
      const { user, stamp } = session.source.body
      const found = (await readKept<KeptUser>(elastic, user))?.source.body
      return found === undefined || found.stamp !== stamp ? null : { name: found.name, role: found.role }
    },
  }
}
