import {
  type FeedEntry,
  type Http,
  type Ledger,
  type Queue,
  type ReadFeed,
  RetryLater,
  type Source,
  type Sources,
  Unprocessable,
} from '@counterclaim/model'
import { submit } from '../add.ts'
import { entrySubmission } from '../web-submission.ts'
import { lookAt } from './look.ts'
import { nextInterval, publishedOf } from './rhythm.ts'

/** What looking at sources reaches for. */
export interface CheckPorts {
  readonly http: Http
  readonly queue: Pick<Queue, 'submit'>
  readonly ledger: Pick<Ledger, 'enter' | 'entry'>
  readonly sources: Pick<Sources, 'update'>
  /** The present moment, ISO 8601. */
  readonly now: () => string
}

/** What a look at a source found. */
export interface Checked {
  /** As it is known now. */
  readonly source: Source
  readonly state: 'read' | 'unchanged' | 'failed'
  /** Entries that the list has, and those of them that were no input before; two lists read at once may both count one. */
  readonly listed: number
  readonly fresh: number
}

/**
 * Looks at a source: submits the entries that were never an input, and keeps what is known of it. Costs one 304 when
 * nothing has changed. Never throws for what the source does: a failure is kept with it. The entries are submitted before
 * the validators are kept, so that none is lost when the process dies between the two.
 */
export async function checkSource(source: Source, ports: CheckPorts, readFeed: ReadFeed): Promise<Checked> {
  const checkedAt = ports.now()
  let checked: Checked
  try {
    checked = await look(source, ports, readFeed)
  } catch (error) {
    if (!(error instanceof RetryLater || error instanceof Unprocessable)) throw error
    const failure = { code: error.code, reason: error.message }
    checked = { source: { ...source, failure }, state: 'failed', listed: 0, fresh: 0 }
  }
  const intervalMs = nextInterval(source.intervalMs, checked.fresh > 0)
  const updated = { ...checked.source, checkedAt, intervalMs }
  await ports.sources.update(updated)
  return { ...checked, source: updated }
}

async function look(source: Source, ports: CheckPorts, readFeed: ReadFeed): Promise<Checked> {
  const { source: known, entries } = await lookAt(source, { http: ports.http, readFeed })
  if (entries === null) return { source: known, state: 'unchanged', listed: 0, fresh: 0 }
  const fresh = await submitFresh(entries, ports)
  const published = publishedOf(entries, source.published, ports.now())
  return { source: { ...known, published }, state: 'read', listed: entries.length, fresh }
}

async function submitFresh(entries: readonly FeedEntry[], ports: CheckPorts): Promise<number> {
  const fresh = []
  for (const entry of entries) if ((await ports.ledger.entry(entry.url)) === null) fresh.push(entry)
  const submissions = fresh.map((entry) => entrySubmission(entry, 'feed'))
  await submit(ports, submissions)
  return fresh.length
}
