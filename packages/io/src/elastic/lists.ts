import { RetryLater } from '@counterclaim/model'
import type { Elastic } from './elastic.ts'

/** More than ever add to one list at once. */
const MAX_TRIES = 20
const SOON_MS = 1_000

/** What is added, and to which list. */
interface Addition<T> {
  readonly type: 'reviews' | 'edits'
  /** What the list is filed under. */
  readonly id: string
  readonly entry: T
  /** What entries are sorted by; two that have the same are one. */
  readonly orderOf: (entry: T) => string
}

/**
 * Adds an entry to a list that is only ever added to: one document of an index, its entries in the field named like the type.
 * @throws {RetryLater} `archive.busy` when too many add to it at once
 */
export async function addToList<T>(elastic: Elastic, { type, id, entry, orderOf }: Addition<T>): Promise<void> {
  const at = { type, id }
  const order = (one: T, other: T): number => (orderOf(one) < orderOf(other) ? -1 : 1)
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const old = await elastic.read<Readonly<Record<string, readonly T[]>>>(at)
    const entries = old?.source[type] ?? []
    if (entries.some((one) => orderOf(one) === orderOf(entry))) return
    const source = { id, [type]: [...entries, entry].sort(order) }
    const [written] = await elastic.write([
      old === null ? { action: 'create', ...at, source } : { action: 'index', ...at, source, over: old },
    ])
    if (written === 'done') return
  }
  throw new RetryLater('archive.busy', `Too many add to ${type} of ${id} at once`, SOON_MS)
}
