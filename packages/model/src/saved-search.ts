import type { ErrorCode } from './errors.ts'
import { shortHash } from './ids.ts'
import type { ClaimQuery, DocumentHead } from './search.ts'

/** What is kept of a search: everything but where a page begins and how long it is. */
export type SavedQuery = Omit<ClaimQuery, 'limit' | 'cursor' | 'sort'>

/** A search that is kept under a name, and alerts to what it finds for the first time. */
export interface SavedSearch {
  readonly id: string
  /** Another one may not have it. */
  readonly name: string
  readonly query: SavedQuery
  readonly by: string
  /** When it was saved, ISO 8601. */
  readonly at: string
  /** Where alerts are sent beside the page and the feed; null for nowhere. */
  readonly webhook: Webhook | null
  /** Addresses that alerts are mailed to. */
  readonly mail: readonly string[]
}

/** Who is told by a request. The secret signs it; it is shown once, when the search is saved. */
export interface Webhook {
  readonly url: string
  readonly secret: string
}

/** Something new that a search found: a claim, or a contradiction of the entity that it watches. */
export interface AlertItem {
  readonly kind: 'claim' | 'contradiction'
  readonly id: string
  /** The claim's evidence; the contradiction's reason. */
  readonly text: string
  /** What of the query it answers, in the words of the query: "throttl*", "speaker: Meta". */
  readonly fired: readonly string[]
  /** Where a claim stands; null for a contradiction. */
  readonly document: DocumentHead | null
}

/** How an alert reached one receiver, or did not yet. */
export interface Delivery {
  readonly way: 'webhook' | 'mail'
  /** The URL or address. */
  readonly to: string
  readonly state: 'waiting' | 'delivered' | 'failed'
  /** How often it was tried. */
  readonly attempts: number
  /** Not tried before, ISO 8601. */
  readonly notBefore: string
  /** Why it was not delivered the last time: code and message. */
  readonly reason: string | null
}

/** What one look at a search found for the first time. */
export interface Alert {
  readonly id: string
  readonly at: string
  /** The best first; at most `MOST_ITEMS`. */
  readonly items: readonly AlertItem[]
  /** How many more there were. */
  readonly more: number
  readonly deliveries: readonly Delivery[]
}

/** What came of a saved search so far. */
export interface SearchLog {
  /** When it was last looked at, ISO 8601; null before the first look, which tells nothing: all that is there is known. */
  readonly checkedAt: string | null
  /** Why the last look failed; null when it did not. A search that fails is kept. */
  readonly failure: { readonly code: ErrorCode; readonly reason: string } | null
  /** Groups of claims, and contradictions, that it has found before. */
  readonly known: readonly string[]
  /** The newest first, at most `MOST_ALERTS`. */
  readonly alerts: readonly Alert[]
}

/** Items that one alert lists: what a person reads. */
export const MOST_ITEMS = 50
/** Alerts that are kept of one search. */
export const MOST_ALERTS = 50

/** The log of a search that nobody has looked at. */
export const NEW_LOG: SearchLog = { checkedAt: null, failure: null, known: [], alerts: [] }

/** The saved searches of an archive, each with what came of it. */
export interface SavedSearches {
  /** By name. */
  list(): Promise<SavedSearch[]>
  /** False when another one has its id. */
  add(search: SavedSearch): Promise<boolean>
  /** With all that came of it. False when there was none. */
  remove(id: string): Promise<boolean>
  /** What came of a search; null when there is none. */
  log(id: string): Promise<SearchLog | null>
  /**
   * Writes `change` of what came of a search in its place, over what was read: again when somebody else was faster. Nothing
   * happens when it was removed meanwhile. Gives what stands there then, null for nothing.
   */
  change(id: string, change: (log: SearchLog) => SearchLog): Promise<SearchLog | null>
}

/** Tells programs of alerts. */
export interface Webhooks {
  /**
   * Posts JSON, signed.
   * @param id of the message, the same whenever it is sent again, so that a receiver can tell
   * @throws {Unprocessable} `fetch.*`: it will never be taken
   * @throws {RetryLater} `fetch.*`: it may be taken later
   */
  post(webhook: Webhook, id: string, json: string): Promise<void>
}

/** The id of a saved search: of its name, whatever its case. */
export function searchId(name: string): string {
  return `s_${shortHash(name.trim().toLowerCase())}`
}
