import type { Alert, SavedSearch } from '@counterclaim/model'
import { type AlertPorts, checkSearch } from './alerts.ts'
import { type DeliveryPorts, deliverAlerts } from './deliver-alerts.ts'

/** What came of looking at one saved search. */
export interface Looked {
  readonly saved: SavedSearch
  /** What was new, null for nothing. */
  readonly alert: Alert | null
  /** Why it could not be looked at, null when it could. */
  readonly failure: string | null
  readonly delivered: number
  /** Deliveries that were given up. */
  readonly failed: number
}

/** Looks at every saved search, and sends what is due, that of earlier looks included. What fails in one stops no other. */
export async function alertAll(ports: AlertPorts & DeliveryPorts): Promise<Looked[]> {
  const looked: Looked[] = []
  for (const saved of await ports.savedSearches.list()) {
    const alert = await checkSearch(saved, ports)
    const sent = await deliverAlerts(saved, ports)
    const failure = (await ports.savedSearches.log(saved.id))?.failure ?? null
    looked.push({ saved, alert, failure: failure === null ? null : `${failure.code}: ${failure.reason}`, ...sent })
  }
  return looked
}
