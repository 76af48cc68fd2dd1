import type { Ledger, Queue, SubmittedDocument } from '@counterclaim/model'
import type { Pipeline } from './pipeline.ts'
import { type WorkOptions, work } from './work.ts'

/** Documents per transaction of submitting: large enough to cost little, small enough that work starts at once. */
const BATCH = 64

/** Where single documents are submitted. */
export interface Inlet {
  readonly queue: Pick<Queue, 'submit'>
  readonly ledger: Pick<Ledger, 'enter'>
}

/** Where documents are submitted in any number. */
export interface Intake extends Inlet {
  readonly queue: Queue
  readonly ledger: Ledger
  /** While the queue holds this many tasks or more, no more are submitted. No bound unless given. */
  readonly maxPending?: number
}

/** How long a full queue is waited on before it is looked at again. */
const FULL_MS = 200

/**
 * Puts documents in front of the first stage and enters them in the ledger. In this order: a process that dies between
 * the two leaves work that will be done and then entered, not an entry that waits for work that nobody has.
 */
export async function submit({ queue, ledger }: Inlet, documents: readonly SubmittedDocument[]): Promise<void> {
  await queue.submit(documents)
  await ledger.enter(documents.map(({ input }) => input))
}

/** Submits documents in batches, as they come. Gives how many they were. */
export async function submitAll(
  intake: Intake,
  documents: AsyncIterable<SubmittedDocument>,
  signal?: AbortSignal,
): Promise<number> {
  let batch: SubmittedDocument[] = []
  let count = 0
  for await (const document of documents) {
    batch.push(document)
    count++
    if (batch.length >= BATCH) {
      await hasRoom(intake, signal)
      await submit(intake, batch)
      batch = []
    }
    if (signal?.aborted === true) break
  }
  await submit(intake, batch)
  return count
}

async function hasRoom({ queue, maxPending }: Intake, signal: AbortSignal | undefined): Promise<void> {
  if (maxPending === undefined) return
  while (signal?.aborted !== true && (await queue.pending()) >= maxPending) {
    await new Promise((resolve) => setTimeout(resolve, FULL_MS))
  }
}

/** Submits documents while working on them, until all is done: what is not read yet is not in memory. */
export async function addAll<Doc extends SubmittedDocument, Needs>(
  pipeline: Pipeline<SubmittedDocument, Doc, Needs>,
  documents: AsyncIterable<SubmittedDocument>,
  options: Omit<WorkOptions<Needs>, 'expectMore'>,
): Promise<number> {
  const failed = new AbortController()
  const signal = options.signal === undefined ? failed.signal : AbortSignal.any([options.signal, failed.signal])
  let submitting = true
  const submitted = submitAll(options, documents, signal).finally(() => {
    submitting = false
  })
  const worked = work(pipeline, { ...options, signal, expectMore: () => submitting })
  const results = await Promise.allSettled(
    [submitted, worked].map((part) =>
      part.catch((error: unknown) => {
        failed.abort()
        throw error
      }),
    ),
  )
  for (const result of results) if (result.status === 'rejected') throw result.reason
  return submitted
}
