import { randomUUID } from 'node:crypto'
import type { Accounts, User } from '@counterclaim/model'
import { keepable } from '../../accounts/password.ts'
import { checkName } from '../../accounts/users.ts'
import type { Elastic } from '../elastic.ts'
import { untilWritten } from '../until-written.ts'
import { allKept, forget, keep, readKept } from './kept.ts'

/** A person as they are kept. */
export interface KeptUser extends User {
  /** Salt and argon2id hash. */
  readonly password: string
  /** Another one with each password: sessions that were begun with an earlier one have ended. */
  readonly stamp: string
}

/** One of each name, in any case of its letters. */
export function userId(name: string): string {
  return `user:${name.toLowerCase()}`
}

/** People in Elasticsearch. */
export function users(
  elastic: Elastic,
  now: () => number,
): Pick<Accounts, 'users' | 'addUser' | 'removeUser' | 'setPassword'> {
  return {
    users: async () => {
      const all = await allKept<KeptUser>(elastic, 'user')
      return all.map(({ name, role, addedAt }) => ({ name, role, addedAt }))
    },
    addUser: async ({ name, role }, given) => {
      checkName(name)
      const password = await keepable(given)
      const body: KeptUser = { name, role, addedAt: new Date(now()).toISOString(), password, stamp: randomUUID() }
      return keep(elastic, { id: userId(name), kind: 'user', ends: null, body }, null)
    },
    removeUser: (name) => forget(elastic, userId(name)),
    setPassword: async (name, given) => {
      const password = await keepable(given)
      const { changed } = await untilWritten(`changes of ${userId(name)}`, async () => {
        const old = await readKept<KeptUser>(elastic, userId(name))
        if (old === null) return { changed: false }
        const body: KeptUser = { ...old.source.body, password, stamp: randomUUID() }
        return (await keep(elastic, { ...old.source, body }, old)) ? { changed: true } : null
      })
      return changed
    },
  }
}
