import { alertMail } from '@counterclaim/digest'
import {
  type Alert,
  type Delivery,
  type Mailer,
  RetryLater,
  type SavedSearch,
  type SavedSearches,
  type SearchLog,
  Unprocessable,
  type Webhooks,
} from '@counterclaim/model'

/** What alerts are sent with. */
export interface DeliveryPorts {
  readonly savedSearches: SavedSearches
  readonly webhooks: Webhooks
  readonly mailer: Mailer
  /** Where readers open the desk, null for nowhere. */
  readonly desk: string | null
  /** The present moment, ISO 8601. */
  readonly now: () => string
  /** In [0, 1): parts those that failed at one time. */
  readonly random?: () => number
}

const FIRST_WAIT_MS = 60_000
/** Doubled from a minute: eight waits are four hours; receivers that are down for longer read the page or the feed. */
const MOST_TRIES = 9
/** Waits are longer by up to a quarter, so that not all come back at one time. */
const JITTER = 0.25

/**
 * Sends what is waiting and due. What came of each is written down after it: a process that dies between sends again, under
 * the same id. Gives how many were delivered, and how many failed for good.
 */
export async function deliverAlerts(
  saved: SavedSearch,
  ports: DeliveryPorts,
): Promise<{ readonly delivered: number; readonly failed: number }> {
  const log = await ports.savedSearches.log(saved.id)
  let [delivered, failed] = [0, 0]
  // The oldest first, as they happened.
  for (const alert of (log?.alerts ?? []).toReversed()) {
    for (const delivery of alert.deliveries) {
      if (delivery.state !== 'waiting' || delivery.notBefore > ports.now()) continue
      const after = await deliver(saved, alert, delivery, ports)
      await ports.savedSearches.change(saved.id, (now) => replaced(now, alert.id, after))
      if (after.state === 'delivered') delivered++
      if (after.state === 'failed') failed++
    }
  }
  return { delivered, failed }
}

async function deliver(saved: SavedSearch, alert: Alert, delivery: Delivery, ports: DeliveryPorts): Promise<Delivery> {
  const attempts = delivery.attempts + 1
  try {
    await send(saved, alert, delivery, ports)
    return { ...delivery, state: 'delivered', attempts, reason: null }
  } catch (error) {
    if (!(error instanceof RetryLater || error instanceof Unprocessable)) throw error
    const reason = `${error.code}: ${error.message}`
    if (error instanceof Unprocessable || attempts >= MOST_TRIES)
      return { ...delivery, state: 'failed', attempts, reason }
    const waitMs = Math.max(error.afterMs, FIRST_WAIT_MS * 2 ** (attempts - 1))
    const later = Date.parse(ports.now()) + waitMs * (1 + JITTER * (ports.random ?? Math.random)())
    return { ...delivery, attempts, reason, notBefore: new Date(later).toISOString() }
  }
}

async function send(saved: SavedSearch, alert: Alert, { way, to }: Delivery, ports: DeliveryPorts): Promise<void> {
  if (way === 'mail') {
    const mail = alertMail({ saved, alert }, ports.desk)
    return ports.mailer.send({ ...mail, to, id: alert.id, unsubscribe: null })
  }
  if (saved.webhook === null) throw new Unprocessable('fetch.bad-url', 'The search has no webhook any more')
  return ports.webhooks.post(saved.webhook, alert.id, JSON.stringify(messageOf(saved, alert)))
}

/** What a webhook posts: the alert without how it is sent, and the search it is of. */
function messageOf({ id, name, query }: SavedSearch, { deliveries: _deliveries, ...alert }: Alert): object {
  return { type: 'alert', ...alert, search: { id, name, query } }
}

function replaced(log: SearchLog, id: string, after: Delivery): SearchLog {
  const isSame = ({ way, to }: Delivery): boolean => way === after.way && to === after.to
  const alerts = log.alerts.map((alert) =>
    alert.id === id ? { ...alert, deliveries: alert.deliveries.map((one) => (isSame(one) ? after : one)) } : alert,
  )
  return { ...log, alerts }
}
