import { RetryLater, Unprocessable } from '@counterclaim/model'
import { type Client, errors } from '@elastic/elasticsearch'
import { describe, type Reason } from './failures.ts'

/** One line of a `_bulk` request with its document. */
export interface BulkItem {
  readonly action: 'index' | 'create' | 'delete'
  /** Index (an alias), id, and what guards the write: a sequence number, or a version of our own. */
  readonly meta: Readonly<Record<string, string | number>>
  readonly source: string | null
}

/** `conflict`: somebody else was faster, and nothing was written. `missing`: there was nothing to delete. */
export type Written = 'done' | 'conflict' | 'missing'

/**
 * A request this large is cut in two. Writing takes five times its size of what Elasticsearch keeps for writes in work
 * (measured: 1 while it is read, 4 while it is written), which is a tenth of its heap.
 */
const MAX_CHARACTERS = 2_000_000
/** Waits after the first refusal, doubled each time: 12 s in all, then the task is put back. */
const FIRST_WAIT_MS = 100
const MAX_TRIES = 8
const LATER_MS = 15_000
/** Status of a request or item that the server was too busy for. */
const BUSY = 429
const TOO_LARGE = 413

/**
 * Writes in order, one `_bulk` request as long as it is not too large; what the server was too busy for is sent again. An
 * item that the server cannot hold gets `Unprocessable` `archive.refused` in place of what became of it.
 * @throws {RetryLater} `archive.busy` when it stays too busy
 */
export async function writeBulk(client: Client, items: readonly BulkItem[]): Promise<(Written | Unprocessable)[]> {
  const written: (Written | Unprocessable)[] = []
  for (let from = 0; from < items.length; ) {
    const until = endOfRequest(items, from)
    written.push(...(await writeRequest(client, items.slice(from, until))))
    from = until
  }
  return written
}

function endOfRequest(items: readonly BulkItem[], from: number): number {
  let size = 0
  let at = from
  while (at < items.length) {
    size += items[at]?.source?.length ?? 0
    if (at > from && size > MAX_CHARACTERS) break
    at++
  }
  return at
}

async function writeRequest(client: Client, items: readonly BulkItem[]): Promise<(Written | Unprocessable)[]> {
  const written: (Written | Unprocessable)[] = []
  let left = items.map((item, place) => ({ item, place }))
  for (let tries = 0; left.length > 0; tries++) {
    if (tries === MAX_TRIES) throw new RetryLater('archive.busy', 'Elasticsearch takes no more at once', LATER_MS)
    if (tries > 0) await pause(FIRST_WAIT_MS * 2 ** (tries - 1))
    const results = await request(
      client,
      left.map(({ item }) => item),
    )
    const again: typeof left = []
    for (const [i, waiting] of left.entries()) {
      const result = results[i]
      if (left.length === 1 && result?.status === BUSY && isTooLarge(result.error?.reason ?? '')) {
        written[waiting.place] = refusal(`More than Elasticsearch can take: ${describe(result.error ?? {})}`)
        continue
      }
      const outcome = outcomeOf(result?.status ?? BUSY, result?.error)
      if (outcome === 'busy') again.push(waiting)
      else written[waiting.place] = outcome
    }
    left = again
  }
  return written
}

interface ItemResult {
  readonly status: number
  readonly error?: Reason | undefined
}

/** One request; a server that is too busy for all of it is too busy for each item. */
async function request(client: Client, items: readonly BulkItem[]): Promise<(ItemResult | undefined)[]> {
  const operations = items.flatMap(({ action, meta, source }) => [
    { [action]: meta },
    ...(source === null ? [] : [source]),
  ])
  try {
    // A name that is no alias would be made on the spot, without its mapping.
    const { items: results } = await client.bulk({ operations, require_alias: true })
    return results.map((result) => Object.values(result)[0])
  } catch (error) {
    if (!(error instanceof errors.ResponseError)) throw error
    // Larger than the server reads at all: one item alone, since requests are cut long before.
    if (error.statusCode === TOO_LARGE && items.length === 1) return [{ status: TOO_LARGE }]
    if (error.statusCode !== BUSY) throw error
    const { error: reason } = (error.body ?? {}) as { readonly error?: Reason }
    return items.map(() => ({ status: BUSY, error: reason }))
  }
}

function outcomeOf(status: number, error: Reason | undefined): Written | Unprocessable | 'busy' {
  if (status < 300) return 'done'
  if (status === 404 && error === undefined) return 'missing'
  if (status === 409) return 'conflict'
  if (status === BUSY || status === 503 || error?.type === 'cluster_block_exception') return 'busy'
  return refusal(describe(error ?? {}))
}

function refusal(reason: string): Unprocessable {
  return new Unprocessable('archive.refused', reason)
}

/**
 * True when the server would refuse the write also with nothing else to do. What is written was read before, and that
 * quarter of it is still counted.
 */
function isTooLarge(reason: string): boolean {
  const [, step, bytes, max] = /(coordinating|primary)_operation_bytes=(\d+), max_\w+_bytes=(\d+)/.exec(reason) ?? []
  return Number(bytes) * (step === 'primary' ? 1.25 : 1) > Number(max)
}

/** Waits are spread by half, so that workers refused together do not come back together. */
function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms * (0.75 + Math.random() / 2)))
}
