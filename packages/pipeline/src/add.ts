import type { Ledger, SubmittedDocument } from '@counterclaim/model'
import type { Pipeline } from './pipeline.ts'
import { type WorkOptions, work } from './work.ts'

/** Documents per transaction of submitting: large enough to cost little, small enough that work starts at once. */
const BATCH = 64

/** Puts documents in front of the first stage, in batches, as they come. Gives how many they were. */
export async function submitAll(
  ledger: Ledger,
  documents: AsyncIterable<SubmittedDocument>,
  signal?: AbortSignal,
): Promise<number> {
  let batch: SubmittedDocument[] = []
  let count = 0
  for await (const document of documents) {
    batch.push(document)
    count++
    if (batch.length >= BATCH) {
      await ledger.submit(batch)
      batch = []
    }
    if (signal?.aborted === true) break
  }
  await ledger.submit(batch)
  return count
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
  const submitted = submitAll(options.ledger, documents, signal).finally(() => {
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
