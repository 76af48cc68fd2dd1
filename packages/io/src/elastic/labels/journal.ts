import { RetryLater } from '@counterclaim/model'
import type { Elastic } from '../elastic.ts'
import { settleEntries } from '../settle.ts'
import type { LabelSource } from './label.ts'
import type { LabelSheet } from './sheet.ts'

/** Its place among the labels; no document has this id. */
export const JOURNAL = 'journal'

/** What is about to be written. It is written down first, so that a change is made whole whoever dies over it. */
export interface Journal {
  /** Rises with every change: a writer that was held up and lost its lock cannot undo what came after. */
  readonly epoch: number
  /** Empty once all of it is done. */
  readonly pending: readonly LabelSource[]
}

/** The journal as the index holds it. */
export interface JournalSource {
  readonly journal: Journal
}

const SOON_MS = 1_000

/** The journal, after what somebody left undone in it is done. To be called under the lock. */
export async function recover(elastic: Elastic): Promise<Journal | null> {
  const journal = (await elastic.read<JournalSource>({ type: 'labels', id: JOURNAL }))?.source.journal ?? null
  if (journal !== null && journal.pending.length > 0) {
    await apply(
      elastic,
      journal,
      journal.pending.map((label) => label.id),
    )
  }
  return journal
}

/**
 * Writes what a sheet changed. To be called under the lock, with the journal as it was before the sheet was read.
 * @throws {RetryLater} `archive.busy` when the lock was lost and somebody else changed labels meanwhile
 */
export async function commit(elastic: Elastic, journal: Journal | null, sheet: LabelSheet): Promise<void> {
  const changes = sheet.changes()
  if (changes.length === 0) return
  const epoch = journal === null ? Date.now() : journal.epoch + 1
  const next: Journal = { epoch, pending: changes.map((change) => change.after) }
  const source: JournalSource = { journal: next }
  const [written] = await elastic.write([
    journal === null
      ? { action: 'create', type: 'labels', id: JOURNAL, source }
      : { action: 'index', type: 'labels', id: JOURNAL, source, version: 2 * epoch, newer: true },
  ])
  if (written !== 'done') throw new RetryLater('archive.busy', 'Somebody else changes labels', SOON_MS)
  const copies = changes.filter(({ before, after }) => before.copy_of !== after.copy_of)
  await apply(
    elastic,
    next,
    copies.map((change) => change.after.id),
  )
}

async function apply(elastic: Elastic, { epoch, pending }: Journal, copies: readonly string[]): Promise<void> {
  await elastic.write(
    pending.map((label) => ({ action: 'index', type: 'labels', id: label.id, source: label, version: epoch })),
  )
  if (copies.length > 0) await settleEntries(elastic, await inputsOf(elastic, copies))
  const done: JournalSource = { journal: { epoch, pending: [] } }
  await elastic.write([
    { action: 'index', type: 'labels', id: JOURNAL, source: done, version: 2 * epoch + 1, newer: true },
  ])
}

async function inputsOf(elastic: Elastic, documents: readonly string[]): Promise<string[]> {
  const read = await elastic.readMany<{ readonly input: string }>(
    documents.map((id) => ({ type: 'documents', id, fields: ['input'] })),
  )
  return read.flatMap((stored) => (stored === null ? [] : [stored.source.input]))
}
