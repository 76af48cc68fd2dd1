import type { Elastic, Stored } from '../elastic.ts'
import { allBodies } from '../pages.ts'

/** What the index `accounts` holds: people, their sessions, tokens, and tries to sign in that failed. */
export interface Kept<T> {
  readonly id: string
  readonly kind: 'user' | 'session' | 'token' | 'failures'
  /** When it means nothing any more, in ms since 1970; null for never. */
  readonly ends: number | null
  readonly body: T
}

const type = 'accounts'

/** By id: sees every write that has returned, whichever desk made it. */
export function readKept<T>(elastic: Elastic, id: string): Promise<Stored<Kept<T>> | null> {
  return elastic.read<Kept<T>>({ type, id })
}

/** In place of `over`, or where nothing is. False when somebody else was faster. */
export async function keep<T>(elastic: Elastic, source: Kept<T>, over: Stored<Kept<T>> | null): Promise<boolean> {
  const { id } = source
  const [written] = await elastic.write([
    over === null ? { action: 'create', type, id, source } : { action: 'index', type, id, source, over },
  ])
  return written === 'done'
}

/** False when it was not there. */
export async function forget(elastic: Elastic, id: string): Promise<boolean> {
  return (await elastic.write([{ action: 'delete', type, id }]))[0] === 'done'
}

/** All of a kind. */
export function allKept<T>(elastic: Elastic, kind: Kept<T>['kind']): Promise<T[]> {
  return allBodies<T>(elastic, type, { query: { term: { kind } }, sort: [{ id: 'asc' }] })
}

/** So many are cleared away at once; the next sign-in goes on. */
const MOST_CLEARED = 500

/** Clears what has ended away. What somebody renewed meanwhile stays. */
export async function clearEnded(elastic: Elastic, now: number): Promise<void> {
  const query = { range: { ends: { lte: now } } }
  const { hits } = await elastic.search(type, { query, size: MOST_CLEARED, _source: false })
  const found = await elastic.readMany<Kept<unknown>>(hits.map(({ id }) => ({ type, id })))
  const ended = found.flatMap((one) => (one === null || (one.source.ends ?? now + 1) > now ? [] : [one]))
  await elastic.write(ended.map((over) => ({ action: 'delete', type, id: over.id, over })))
}
