import type { Elastic } from './elastic.ts'
import { untilWritten } from './until-written.ts'

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
  await untilWritten(`add to ${type} of ${id}`, async () => {
    const old = await elastic.read<Readonly<Record<string, readonly T[]>>>(at)
    const entries = old?.source[type] ?? []
    if (entries.some((one) => orderOf(one) === orderOf(entry))) return 'done'
    const source = { id, [type]: [...entries, entry].sort(order) }
    const [written] = await elastic.write([
      old === null ? { action: 'create', ...at, source } : { action: 'index', ...at, source, over: old },
    ])
    return written === 'done' ? written : null
  })
}
