import type { Arrivals, Limits } from '@counterclaim/io'
import type { Duty } from '@counterclaim/io/redis'
import type { Archive, Digests, Queue, SavedSearches, Search, Subscribers } from '@counterclaim/model'
import { isDue, type Swept, sweep } from '@counterclaim/pipeline'
import { alertAll } from '@counterclaim/pipelines/alert-all'
import { digestOf } from '@counterclaim/pipelines/digest'
import { sendDigests } from '@counterclaim/pipelines/send-digests'
import type { Outgoing } from './outgoing.ts'
import type { Watching } from './watching.ts'

/** What duties are done with, and who is told of what came of them. */
export interface DutyPorts extends Watching {
  readonly queue: Pick<Queue, 'pending'>
  readonly search: Search
  readonly archive: Pick<Archive, 'documents'>
  readonly digests: Digests
  readonly onDuty?: (done: Done) => void
}

/** What saved searches are looked at with. */
export interface AlertingPorts extends Pick<DutyPorts, 'search' | 'onDuty'>, Outgoing {
  readonly savedSearches: SavedSearches
  readonly arrivals: Arrivals
}

/** What digests are sent with. */
export interface SendingPorts extends Pick<DutyPorts, 'search' | 'onDuty'>, Outgoing {
  readonly subscribers: Subscribers
}

/** What came of a duty. */
export type Done =
  | { readonly duty: 'poll'; readonly sources: number; readonly fresh: number; readonly failed: number }
  | { readonly duty: 'digest'; readonly date: string; readonly items: number }
  | { readonly duty: 'alerts'; readonly searches: number; readonly alerts: number; readonly failed: number }
  | { readonly duty: 'mail'; readonly mails: number; readonly failed: number }
  | ({ readonly duty: 'sweep' } & Swept)

const DAY_MS = 86_400_000

/** Looks at the sources whose time has come. While the queue is long none is looked at: what is there comes first. */
export function pollDuty(ports: DutyPorts, limits: Limits): Duty {
  return {
    name: 'poll',
    every: limits.pollMs,
    run: async () => {
      if ((await ports.queue.pending()) >= limits.maxPending) return
      const now = new Date().toISOString()
      const due = (await ports.sources.list()).filter((source) => isDue(source, now))
      let [fresh, failed] = [0, 0]
      for await (const checked of ports.check(due)) {
        fresh += checked.fresh
        if (checked.state === 'failed') failed++
      }
      if (due.length > 0) ports.onDuty?.({ duty: 'poll', sources: due.length, fresh, failed })
    },
  }
}

/** Days back at most for which digests are made that nobody made in their time. */
const MOST_MISSED = 31

/** Makes and keeps the digest of every day that has ended since the last one that was kept: of one, or of those that were missed. */
export function digestDuty(ports: DutyPorts, limits: Limits): Duty {
  return {
    name: 'digest',
    every: limits.digestAt,
    run: async () => {
      const now = Date.now()
      const [last] = await ports.digests.days()
      const missed = Array.from({ length: MOST_MISSED }, (_, i) => dayBefore(now, MOST_MISSED - i))
      for (const date of last === undefined ? missed.slice(-1) : missed.filter((day) => day > last)) {
        const digest = await digestOf(ports.search, date, 1)
        await ports.digests.keep(digest)
        ports.onDuty?.({ duty: 'digest', date, items: digest.items.length })
      }
    },
  }
}

function dayBefore(now: number, days: number): string {
  return new Date(now - days * DAY_MS).toISOString().slice(0, 10)
}

/** Sends digests to whose time of day has come. */
export function mailDuty(ports: SendingPorts, limits: Limits): Duty {
  return {
    name: 'mail',
    every: limits.alertMs,
    run: async () => {
      const sent = await sendDigests({ ...ports, now: () => new Date().toISOString() })
      if (sent.length === 0) return
      const failed = sent.filter(({ state }) => state !== 'sent').length
      ports.onDuty?.({ duty: 'mail', mails: sent.length, failed })
    },
  }
}

/**
 * Looks at the saved searches soon after anything has come, once for all that has, and sends what they found for the first
 * time. Where nothing comes it looks now and then: what could not be sent is sent again.
 */
export function alertsDuty(ports: AlertingPorts, limits: Limits): Duty {
  return {
    name: 'alerts',
    every: Math.min(limits.alertSoonMs, limits.alertMs),
    run: async () => {
      const now = Date.now()
      const mark = await ports.arrivals.due(limits.alertMs, now)
      if (mark === null) return
      const looked = await alertAll({ ...ports, now: () => new Date().toISOString() })
      // Only now: what a look that failed has not seen is looked at again.
      await ports.arrivals.seen(mark, now)
      if (looked.length === 0) return
      const alerts = looked.filter(({ alert }) => alert !== null).length
      const failed = looked.filter((one) => one.failure !== null || one.failed > 0).length
      ports.onDuty?.({ duty: 'alerts', searches: looked.length, alerts, failed })
    },
  }
}

/** Checks that the ledger, the queue and the archive agree. */
export function sweepDuty(ports: DutyPorts, limits: Limits): Duty {
  return {
    name: 'sweep',
    every: limits.sweepMs,
    run: async () => ports.onDuty?.({ duty: 'sweep', ...(await sweep(ports)) }),
  }
}
