import { RetryLater, Unprocessable } from '@counterclaim/model'
import robotsParser from 'robots-parser'
import type { Outside } from './outside.ts'
import { PRODUCT } from './product.ts'

// Its types promise a default export; what it exports is the function itself.
const parseRobots = robotsParser as unknown as typeof robotsParser.default

/** What a site allows this program. */
export interface Rules {
  allows(url: URL): boolean
  /** Wait between requests that the site asks for, 0 when it asks for none. */
  readonly delayMs: number
}

/** The answer to a request for robots.txt: its text, or null when the site has none (4xx). */
export type ReadRobots = (url: URL) => Promise<string | null>

/** A day: a cached file is not used for longer. Source: RFC 9309, 2.4. */
const KEEP_MS = 86_400_000
/** Sites remembered; the one asked for the longest ago goes first. */
const MAX_SITES = 1_000
/** A site that asks for more gets this much: a longer delay would hold up everything behind it. */
const MAX_DELAY_MS = 60_000
/** A robots.txt that no program could read is looked at again after a minute. */
const UNREADABLE_MS = 60_000
/** Bytes of a robots.txt that are read; at least 500 KiB must be. Source: RFC 9309, 2.5. */
export const MAX_ROBOTS_BYTES = 512_000

/**
 * Rules of sites by RFC 9309, kept for a day. `read` is called once for those who ask at the same time.
 * @param read fails when the site cannot be asked; what it fails with is given on, and nothing is kept
 */
export function robotsCache(read: ReadRobots, outside: Pick<Outside, 'now'>): { rulesOf(site: URL): Promise<Rules> } {
  const sites = new Map<string, { readonly until: number; readonly rules: Promise<Rules> }>()
  return {
    rulesOf: (site) => {
      const known = sites.get(site.origin)
      sites.delete(site.origin)
      if (known !== undefined && known.until > outside.now()) {
        sites.set(site.origin, known)
        return known.rules
      }
      const url = new URL('/robots.txt', site)
      const rules = read(url).then((text) => parseRules(url, text ?? ''))
      const entry = { until: outside.now() + KEEP_MS, rules }
      sites.set(site.origin, entry)
      rules.catch(() => {
        if (sites.get(site.origin) === entry) sites.delete(site.origin)
      })
      const oldest = sites.keys().next().value
      if (sites.size > MAX_SITES && oldest !== undefined) sites.delete(oldest)
      return rules
    },
  }
}

function parseRules(url: URL, text: string): Rules {
  // A byte order mark would hide the first line.
  const robots = parseRobots(url.href, text.replace(/^\uFEFF/, ''))
  const seconds = robots.getCrawlDelay(PRODUCT) ?? 0
  return {
    allows: ({ href }) => robots.isAllowed(href, PRODUCT) !== false,
    delayMs: Number.isFinite(seconds) ? Math.min(Math.max(seconds * 1_000, 0), MAX_DELAY_MS) : 0,
  }
}

/** Failures that say that a site has no robots.txt: any 4xx, and a redirect that leads nowhere (RFC 9309, 2.3.1.2). */
const WITHOUT: ReadonlySet<string> = new Set([
  'fetch.not-found',
  'fetch.forbidden',
  'fetch.rejected',
  'fetch.redirects',
  'fetch.bad-url',
])
/** Failures that concern the site as a whole, and say more than that its robots.txt could not be read. */
const OF_SITE: ReadonlySet<string> = new Set(['fetch.blocked-address', 'fetch.tls', 'fetch.dns'])

/**
 * What a failure to read robots.txt means: null for a site without the file, where everything is allowed; else the error
 * under which nothing of the site is fetched for now. 429 is no 4xx here, as for Google's crawler.
 * Source: RFC 9309, 2.3.1.3 and 2.3.1.4.
 */
export function robotsFailure(error: unknown, url: URL): unknown {
  if (!(error instanceof RetryLater || error instanceof Unprocessable) || OF_SITE.has(error.code)) return error
  if (error instanceof Unprocessable && WITHOUT.has(error.code)) return null
  const afterMs = error instanceof RetryLater ? error.afterMs : UNREADABLE_MS
  return new RetryLater('fetch.robots-unknown', `${url.href} cannot be read: ${error.message}`, afterMs, {
    cause: error,
  })
}
