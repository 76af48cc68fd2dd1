import { digestMail } from '@counterclaim/digest'
import {
  type Digest,
  type Mailer,
  MOST_BOUNCES,
  MOST_TOLD,
  RetryLater,
  type Search,
  type Subscriber,
  type Subscribers,
  Unprocessable,
} from '@counterclaim/model'
import { digestOf } from './digest.ts'
import { localTime } from './local-time.ts'

/** What digests are sent with. */
export interface SendPorts {
  readonly search: Search
  readonly subscribers: Subscribers
  readonly mailer: Mailer
  /** Where readers open the desk, null for nowhere. */
  readonly desk: string | null
  /** The present moment, ISO 8601. */
  readonly now: () => string
}

/** What became of one subscriber's mail. */
export interface Sent {
  readonly address: string
  readonly state: 'sent' | 'waiting' | 'bounced'
  /** Lines of the digest. */
  readonly lines: number
  readonly reason: string | null
}

/**
 * Days before the window that are looked at again: what was published then and read only now is told too. Sources that were
 * down, or long queues, take some days at most.
 */
const LATE_DAYS = 3
const FIRST_WAIT_MS = 300_000
const MOST_WAIT_MS = 3_600_000
const DAY_MS = 86_400_000

/**
 * Sends the digest to everybody whose time of day has come and who has not had today's. A mail covers all days since the
 * last one, whatever happened between, and tells no line twice. On the day that clocks go forward a time that is skipped has
 * come when it is skipped; on the day that they go back, the first of the two counts.
 */
export async function sendDigests(ports: SendPorts): Promise<Sent[]> {
  const sent: Sent[] = []
  for (const subscriber of await ports.subscribers.list()) {
    if (!isDue(subscriber, ports.now())) continue
    sent.push(await sendOne(subscriber, ports))
  }
  return sent
}

function isDue({ at, zone, sentUntil, waiting, bounces }: Subscriber, now: string): boolean {
  const { day, time } = localTime(now, zone)
  if (bounces >= MOST_BOUNCES || time < at) return false
  return (sentUntil === null || sentUntil < day) && (waiting === null || waiting.notBefore <= now)
}

async function sendOne(subscriber: Subscriber, ports: SendPorts): Promise<Sent> {
  const { address, id, zone, secret } = subscriber
  const today = localTime(ports.now(), zone).day
  const digest = await digestFor(subscriber, today, ports.search)
  const unsubscribe = ports.desk === null ? null : `${ports.desk}/unsubscribe?id=${id}&secret=${secret}`
  const mail = digestMail(digest, { desk: ports.desk, unsubscribe })
  const change = (to: Partial<Subscriber>): Promise<Subscriber | null> =>
    ports.subscribers.change(id, (now) => ({ ...now, ...to }))
  const lines = digest.items.length
  try {
    await ports.mailer.send({ ...mail, to: address, id: `digest-${today}-${id}`, unsubscribe })
    const told = [...subscriber.told, ...digest.items.map((item) => item.id)].slice(-MOST_TOLD)
    await change({ sentUntil: today, sentAt: ports.now(), told, waiting: null, bounces: 0, bounce: null })
    return { address, state: 'sent', lines, reason: null }
  } catch (error) {
    if (!(error instanceof RetryLater || error instanceof Unprocessable)) throw error
    const reason = `${error.code}: ${error.message}`
    if (error instanceof Unprocessable) {
      // This day's mail is given up; its lines are in the next one.
      const tomorrow = new Date(Date.parse(ports.now()) + DAY_MS - 3_600_000).toISOString()
      await change({
        waiting: { attempts: 0, notBefore: tomorrow, reason },
        bounces: subscriber.bounces + 1,
        bounce: reason,
      })
      return { address, state: 'bounced', lines, reason }
    }
    const attempts = (subscriber.waiting?.attempts ?? 0) + 1
    const waitMs = Math.min(MOST_WAIT_MS, Math.max(error.afterMs, FIRST_WAIT_MS * 2 ** (attempts - 1)))
    const notBefore = new Date(Date.parse(ports.now()) + waitMs).toISOString()
    await change({ waiting: { attempts, notBefore, reason } })
    return { address, state: 'waiting', lines, reason }
  }
}

/** What came about since the last mail, then what came about before and was read too late for it; without what was told. */
async function digestFor(subscriber: Subscriber, today: string, search: Search): Promise<Digest> {
  const { sentUntil, sentAt, watch, told } = subscriber
  const last = addDays(today, -1)
  const since = sentUntil ?? last
  const late = sentAt === null ? new Set<string>() : await readSince(sentAt, since, search)
  const digests: Digest[] = []
  for (const entity of watch.length === 0 ? [undefined] : watch) {
    const of = entity === undefined ? {} : { entity }
    digests.push(await digestOf(search, last, daysFrom(since, today), of))
    if (late.size > 0) digests.push(await digestOf(search, addDays(since, -1), LATE_DAYS, { ...of, documents: late }))
  }
  const known = new Set(told)
  const items = new Map(digests.flatMap((digest) => digest.items).map((item) => [item.id, item]))
  const [{ sources, omitted, stories = [], silent = [] }] = digests as [Digest]
  const fresh = [...items.values()].filter(({ id }) => !known.has(id))
  return { date: last, since, until: today, items: fresh, sources, stories, silent, omitted }
}

/** Documents of the days before a window that were read after a moment. */
async function readSince(moment: string, before: string, search: Search): Promise<Set<string>> {
  const late = new Set<string>()
  const window = { since: addDays(before, -LATE_DAYS), until: addDays(before, -1), limit: PAGE }
  for (let cursor: string | undefined; ; ) {
    const page = await search.documents({ ...window, ...(cursor === undefined ? {} : { cursor }) })
    for (const { id } of page.items) {
      const doc = await search.document(id)
      if (doc !== null && doc.fetchedAt > moment) late.add(id)
    }
    if (page.next === null) return late
    cursor = page.next
  }
}

const PAGE = 500

function daysFrom(since: string, until: string): number {
  return Math.max(1, Math.round((Date.parse(until) - Date.parse(since)) / DAY_MS))
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
}
