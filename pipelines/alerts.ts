import {
  type Alert,
  type AlertItem,
  type ClaimHit,
  type Delivery,
  type ErrorCode,
  MOST_ALERTS,
  MOST_ITEMS,
  type SavedSearch,
  type SavedSearches,
  type Search,
  type SearchLog,
  shortHash,
} from '@counterclaim/model'
import { firedBy } from './fired.ts'

/** What looking at saved searches reads and writes. */
export interface AlertPorts {
  readonly search: Pick<Search, 'claims' | 'contradictions'>
  readonly savedSearches: SavedSearches
  /** The present moment, ISO 8601. */
  readonly now: () => string
}

/** Rows of one page when all of them are wanted. */
const PAGE = 500
/**
 * Groups of claims that a search may find: what it has found is remembered, 20 bytes each, and looked through at each look.
 * Whoever is alerted to more asks for everything.
 */
const MOST_FOUND = 20_000

/**
 * Looks at a saved search: what it finds for the first time becomes an alert, each claim once, whichever sources repeat it.
 * The first look tells nothing, for what is there then is known. A look that fails is written down and alters nothing else.
 * Gives the alert, null when nothing is new.
 */
export async function checkSearch(saved: SavedSearch, ports: AlertPorts): Promise<Alert | null> {
  const at = ports.now()
  let found: readonly Found[]
  try {
    found = await findAll(saved, ports.search)
  } catch (error) {
    const failure = { code: codeOf(error), reason: error instanceof Error ? error.message : String(error) }
    await ports.savedSearches.change(saved.id, (log) => ({ ...log, failure }))
    return null
  }
  let alert: Alert | null = null
  await ports.savedSearches.change(saved.id, (log) => {
    const known = new Set(log.known)
    const fresh = log.checkedAt === null ? [] : found.filter(({ key }) => !known.has(key))
    alert = fresh.length === 0 ? null : alertOf(saved, fresh, at)
    return logWith(log, found, alert, at)
  })
  return alert
}

/** What was found before stays known, as long as there is room: a claim that is gone for a while is not news when it comes back. */
function logWith(log: SearchLog, found: readonly Found[], alert: Alert | null, at: string): SearchLog {
  const known = [...new Set([...found.map(({ key }) => key), ...log.known])].slice(0, 2 * MOST_FOUND)
  const alerts = alert === null ? log.alerts : [alert, ...log.alerts].slice(0, MOST_ALERTS)
  return { checkedAt: at, failure: null, known, alerts }
}

interface Found {
  /** The group of the claim, or the contradiction. */
  readonly key: string
  readonly item: AlertItem
}

/** Everything that a search finds: claims, one of each group, and where it watches one entity, the contradictions of that. */
async function findAll({ query }: SavedSearch, search: AlertPorts['search']): Promise<Found[]> {
  const found = new Map<string, Found>()
  const add = (one: Found): void => {
    if (found.has(one.key)) return
    if (found.size >= MOST_FOUND)
      throw new TooBroad(`It finds more than ${MOST_FOUND.toLocaleString('en-US')} claims: ask for less`)
    found.set(one.key, one)
  }
  for (let cursor: string | undefined; ; ) {
    const page = await search.claims({ ...query, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) })
    for (const hit of page.items) add({ key: hit.claim.group, item: itemOf(query, hit) })
    if (page.next === null) break
    cursor = page.next
  }
  const { entity } = query
  if (entity === undefined || Object.keys(query).length > 1) return [...found.values()]
  for (let cursor: string | undefined; ; ) {
    const page = await search.contradictions({ entity, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) })
    for (const { id, reason } of page.items)
      add({ key: id, item: { kind: 'contradiction', id, text: reason, fired: [`entity: ${entity}`], document: null } })
    if (page.next === null) return [...found.values()]
    cursor = page.next
  }
}

function itemOf(query: SavedSearch['query'], hit: ClaimHit): AlertItem {
  const { claim, document } = hit
  return { kind: 'claim', id: claim.id, text: claim.evidence, fired: firedBy(query, hit), document }
}

function alertOf(saved: SavedSearch, fresh: readonly Found[], at: string): Alert {
  const { webhook, mail } = saved
  const waiting = { state: 'waiting', attempts: 0, notBefore: at, reason: null } as const
  const deliveries: Delivery[] = [
    ...(webhook === null ? [] : [{ way: 'webhook', to: webhook.url, ...waiting } as const]),
    ...mail.map((to) => ({ way: 'mail', to, ...waiting }) as const),
  ]
  // Contradictions first: they are what people watch for.
  const items = fresh.map(({ item }) => item).sort((a, b) => Number(a.kind === 'claim') - Number(b.kind === 'claim'))
  return {
    id: `n_${shortHash(saved.id, at, ...fresh.map(({ key }) => key))}`,
    at,
    items: items.slice(0, MOST_ITEMS),
    more: Math.max(0, items.length - MOST_ITEMS),
    deliveries,
  }
}

class TooBroad extends Error {
  readonly code: ErrorCode = 'alert.too-broad'
}

function codeOf(error: unknown): ErrorCode {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? (error.code as ErrorCode)
    : 'stage.failed'
}
