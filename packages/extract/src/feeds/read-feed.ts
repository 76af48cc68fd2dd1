import { type Feed, type FeedEntry, Unprocessable } from '@counterclaim/model'
import { decodeXml } from './decode-xml.ts'
import { feedKind } from './feed-kind.ts'
import type { RawFeed } from './raw-feed.ts'
import { tidyEntries } from './tidy-entries.ts'

/**
 * The list of articles in RSS, Atom, RDF and JSON Feed, or of pages in a sitemap (with the dates and titles of a news
 * sitemap), or of sitemaps in an index; null for anything else. Entities that a document defines itself are never
 * expanded, and nothing outside it is read. The readers are loaded at the first list.
 * @param url where it was found, against which relative addresses are read
 * @param charset what the server said of its encoding, null when it said nothing
 * @throws {Unprocessable} `feed.invalid`; `feed.opml` for a list of feeds
 */
export async function readFeed(bytes: Uint8Array, url: string, charset: string | null): Promise<Feed | null> {
  const kind = feedKind(bytes)
  if (kind === null) return null
  if (kind === 'opml') throw new Unprocessable('feed.opml', `${url} is a list of feeds (OPML), not of pages`)
  const text = decodeXml(bytes, charset)
  let raw: RawFeed
  try {
    raw =
      kind === 'feed'
        ? (await import('./read-syndication.ts')).readSyndication(text)
        : (await import('./read-sitemap.ts')).readSitemap(text, kind)
  } catch (cause) {
    throw new Unprocessable('feed.invalid', `${url} begins like a ${kind} and cannot be read`, { cause })
  }
  const entries: readonly FeedEntry[] = tidyEntries(raw.entries, url)
  return { kind, title: raw.title, entries }
}
