import { type AtomFeed, parseFeed } from 'feedsmith'
import type { RawEntry, RawFeed } from './raw-feed.ts'

/** Articles of RSS, RDF, Atom and JSON Feed. feedsmith expands no entity that a document defines itself. */
export function readSyndication(text: string): RawFeed {
  const parsed = parseFeed(text)
  switch (parsed.format) {
    case 'rss':
      return {
        title: parsed.feed.title ?? null,
        entries: (parsed.feed.items ?? []).map((item) => ({
          url: item.link ?? (item.guid?.isPermaLink === false ? null : item.guid?.value),
          title: item.title,
          date: item.pubDate ?? item.dc?.dates?.[0],
        })),
      }
    case 'rdf':
      return {
        title: parsed.feed.title ?? null,
        entries: (parsed.feed.items ?? []).map(({ link, title, dc }) => ({ url: link, title, date: dc?.dates?.[0] })),
      }
    case 'atom':
      return { title: parsed.feed.title?.value ?? null, entries: (parsed.feed.entries ?? []).map(readAtomEntry) }
    case 'json':
      return {
        title: parsed.feed.title ?? null,
        entries: (parsed.feed.items ?? []).map((item) => ({
          url: item.url ?? item.external_url,
          title: item.title,
          date: item.date_published,
        })),
      }
  }
}

type AtomEntry = NonNullable<AtomFeed.Feed<string>['entries']>[number]

/** The page is the alternate link, HTML before other types. `updated` is no publication date. */
function readAtomEntry({ links = [], title, published }: AtomEntry): RawEntry {
  const pages = links.filter(({ rel = 'alternate' }) => rel === 'alternate')
  const page = pages.find(({ type = 'text/html' }) => type === 'text/html') ?? pages[0]
  return { url: page?.href, title: title?.value, date: published }
}
