import { readLimits } from '@counterclaim/io'
import type { Board } from '@counterclaim/io/redis-board'
import type {
  Archive,
  Audit,
  Blobs,
  Candidates,
  Digests,
  Edits,
  Ledger,
  Reviews,
  SavedSearches,
  Search,
  Sources,
  Subscribers,
} from '@counterclaim/model'
import { QUEUES_PATH } from '@counterclaim/web'
import { alertsDuty, digestDuty, mailDuty, pollDuty } from '@counterclaim/workers/duties'
import { openEmbedded } from '@counterclaim/workers/embedded'
import { isDistributed } from '@counterclaim/workers/is-distributed'
import { timerClock } from '@counterclaim/workers/timer-clock'

/** An archive that is served. */
export interface Serving {
  readonly search: Search
  readonly reviews: Reviews
  readonly edits: Edits
  readonly audit: Audit
  readonly ledger: Ledger
  readonly blobs: Blobs
  readonly archive: Archive
  readonly candidates: Candidates
  readonly digests: Digests
  readonly sources: Pick<Sources, 'list'>
  readonly savedSearches: SavedSearches
  readonly subscribers: Subscribers
  /** The pages that show the queues; missing where there are none. */
  readonly board?: Board
  close(): Promise<void>
}

/**
 * Opens the archive in a folder to be served. Embedded, sources are polled and what is new is read, and digests are made, in
 * this process; on Redis and Elasticsearch workers do that. `tell` is told of what goes wrong on the clock.
 */
export async function openServing(dir: string, tell: (text: string) => void): Promise<Serving> {
  if (isDistributed(process.env)) {
    const { openDistributed } = await import('@counterclaim/workers/distributed')
    const archive = await openDistributed(dir)
    const board = await archive.boardUnder(QUEUES_PATH)
    return { ...archive, board, close: () => board.close().then(() => archive.close()) }
  }
  const archive = openEmbedded(dir)
  const limits = readLimits(process.env)
  const poll = pollDuty(archive, limits)
  const read = { ...poll, run: () => poll.run().then(() => archive.drain()) }
  // Two clocks: alerts do not wait until all that was polled has been read.
  const stops = [
    [read, digestDuty(archive, limits)],
    [alertsDuty(archive, limits), mailDuty(archive, limits)],
  ].map((duties) => timerClock(duties, (duty, error) => tell(`${duty}: ${String(error)}`)))
  return {
    ...archive,
    close: async () => {
      await Promise.all(stops.map((stop) => stop()))
      await archive.close()
    },
  }
}
