import type { Archive, Queue, Search } from '@counterclaim/model'

/** What a look over the whole archive found amiss; all numbers are 0 in a healthy one. */
export interface Swept {
  /** Inputs that the ledger knows. */
  readonly inputs: number
  /** Inputs that wait though the queue is empty: nobody will ever work on them. Add them again. */
  readonly stranded: number
  /** Inputs whose document is not in the archive though the ledger says that it is indexed. Add them again. */
  readonly missing: number
  /** Some of them, for who looks after it. */
  readonly examples: readonly string[]
}

const MOST_EXAMPLES = 10
/** Documents asked for at once. */
const BATCH = 50

/**
 * Checks that the ledger, the queue and the archive tell the same story. Changes nothing: what is found is a defect, or the
 * loss of a server's data, and a person should know. Work that is under way is not amiss, so an input only counts as
 * stranded when the queue was empty before and after.
 */
export async function sweep(ports: {
  readonly search: Pick<Search, 'entries'>
  readonly queue: Pick<Queue, 'pending'>
  readonly archive: Pick<Archive, 'documents'>
}): Promise<Swept> {
  const wasIdle = (await ports.queue.pending()) === 0
  const waiting: string[] = []
  const missing: string[] = []
  let [inputs, stranded, lost] = [0, 0, 0]
  let batch: { readonly input: string; readonly document: string }[] = []
  const look = async (): Promise<void> => {
    const found = await ports.archive.documents(batch.map(({ document }) => document))
    for (const [i, { input }] of batch.entries()) {
      if (found[i] !== null) continue
      lost++
      if (missing.length < MOST_EXAMPLES) missing.push(input)
    }
    batch = []
  }
  for await (const { input, state, document } of ports.search.entries({})) {
    inputs++
    if (state === 'waiting') {
      stranded++
      if (waiting.length < MOST_EXAMPLES) waiting.push(input)
    } else if ((state === 'indexed' || state === 'copy') && document !== null) batch.push({ input, document })
    if (batch.length >= BATCH) await look()
  }
  await look()
  const isIdle = wasIdle && (await ports.queue.pending()) === 0
  return {
    inputs,
    stranded: isIdle ? stranded : 0,
    missing: lost,
    examples: [...(isIdle ? waiting : []), ...missing].slice(0, MOST_EXAMPLES),
  }
}
