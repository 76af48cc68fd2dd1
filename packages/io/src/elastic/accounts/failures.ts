import { randomUUID } from 'node:crypto'
import { MOST_FAILURES, WINDOW_MS } from '../../accounts/bounds.ts'
import { hashOf } from '../../accounts/password.ts'
import type { Elastic } from '../elastic.ts'
import { untilWritten } from '../until-written.ts'
import { keep, readKept } from './kept.ts'

/** A try to sign in that failed, or has not ended yet. */
interface Try {
  readonly id: string
  /** In ms since 1970. */
  readonly at: number
}

/** Wrong passwords by name, counted by all desks together. */
export interface Failures {
  /** Counts a try as failed; gives its id, null when the name was wrong too often. */
  count(name: string): Promise<string | null>
  /** Takes a try back that turned out right. */
  forgive(name: string, id: string): Promise<void>
}

/** The same for names that nobody has: what is typed as a name may be a password, and is kept as a hash. */
export function failures(elastic: Elastic, now: () => number): Failures {
  const idOf = (name: string): string => `failures:${hashOf(name.toLowerCase())}`
  /** Writes what `change` makes of the tries that still count; nothing where it makes null. */
  const change = async (name: string, make: (tries: readonly Try[]) => readonly Try[] | null): Promise<boolean> => {
    const { changed } = await untilWritten('tries to sign in', async () => {
      const old = await readKept<readonly Try[]>(elastic, idOf(name))
      const body = make((old?.source.body ?? []).filter(({ at }) => at > now() - WINDOW_MS))
      if (body === null) return { changed: false }
      const ends = now() + WINDOW_MS
      return (await keep(elastic, { id: idOf(name), kind: 'failures', ends, body }, old)) ? { changed: true } : null
    })
    return changed
  }
  return {
    count: async (name) => {
      const one: Try = { id: randomUUID(), at: now() }
      const counted = await change(name, (tries) => (tries.length >= MOST_FAILURES ? null : [...tries, one]))
      return counted ? one.id : null
    },
    forgive: async (name, id) => {
      await change(name, (tries) => tries.filter((one) => one.id !== id))
    },
  }
}
