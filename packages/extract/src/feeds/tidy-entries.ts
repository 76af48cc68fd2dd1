import { canonicalUrl, type FeedEntry } from '@counterclaim/model'
import { decodeEntities } from '../text/entities.ts'
import { feedDate } from './feed-date.ts'
import type { RawEntry } from './raw-feed.ts'

/** The protocol's limit for one sitemap; no feed comes near it. Source: sitemaps.org/protocol.html. */
const MAX_ENTRIES = 50_000
/** Longer titles are no titles. */
const MAX_TITLE = 500

/** Entries with absolute canonical addresses, each once (the first counts); what has no address of the web is left out. */
export function tidyEntries(entries: readonly RawEntry[], base: string): FeedEntry[] {
  const tidy = new Map<string, FeedEntry>()
  for (const entry of entries) {
    const url = addressOf(entry.url, base)
    if (url === null || tidy.has(url)) continue
    const changedAt = feedDate(entry.changed ?? '')
    const changed = changedAt === null ? {} : { changedAt }
    tidy.set(url, { url, title: titleOf(entry.title), publishedAt: feedDate(entry.date ?? ''), ...changed })
    if (tidy.size >= MAX_ENTRIES) break
  }
  return [...tidy.values()]
}

function addressOf(text: string | null | undefined, base: string): string | null {
  const address = text?.trim() ?? ''
  if (address === '' || !URL.canParse(address, base)) return null
  const { href, protocol } = new URL(address, base)
  return protocol === 'http:' || protocol === 'https:' ? canonicalUrl(href) : null
}

/** Titles may hold markup, as such or escaped, once or twice. */
function titleOf(text: string | null | undefined): string | null {
  const title = decodeEntities(decodeEntities((text ?? '').slice(0, 4 * MAX_TITLE)).replace(/<[a-z/!][^<>]*>/gi, ''))
    .replace(/\s+/g, ' ')
    .trim()
  return title === '' || title.length > MAX_TITLE ? null : title
}
