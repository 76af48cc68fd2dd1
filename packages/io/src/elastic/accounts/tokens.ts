import type { Accounts, Token } from '@counterclaim/model'
import { hashOf } from '../../accounts/password.ts'
import { newToken } from '../../accounts/tokens.ts'
import type { Elastic } from '../elastic.ts'
import { allKept, forget, keep, readKept } from './kept.ts'

interface KeptToken extends Token {
  /** SHA-256 of the secret. */
  readonly hash: string
}

/** Tokens in Elasticsearch, found by the hash of their secret. */
export function tokens(
  elastic: Elastic,
  now: () => number,
): Pick<Accounts, 'tokens' | 'addToken' | 'revokeToken' | 'ofToken'> {
  const idOf = (hash: string): string => `token:${hash}`
  return {
    tokens: async () =>
      (await allKept<KeptToken>(elastic, 'token'))
        .map(({ hash: _hash, ...token }) => token)
        .sort((a, b) => (a.name === b.name ? Number(a.id > b.id) : a.name < b.name ? -1 : 1)),
    addToken: async (member) => {
      const { token, secret, hash } = newToken(member, now())
      const body: KeptToken = { ...token, hash }
      await keep(elastic, { id: idOf(hash), kind: 'token', ends: null, body }, null)
      return { id: token.id, secret }
    },
    revokeToken: async (id) => {
      const found = (await allKept<KeptToken>(elastic, 'token')).find((one) => one.id === id)
      return found === undefined ? false : forget(elastic, idOf(found.hash))
    },
    ofToken: async (secret) => {
      const found = (await readKept<KeptToken>(elastic, idOf(hashOf(secret))))?.source.body
      return found === undefined ? null : { name: found.name, role: found.role }
    },
  }
}
