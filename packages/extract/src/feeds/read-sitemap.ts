import { XMLParser } from 'fast-xml-parser'
import type { RawEntry, RawFeed } from './raw-feed.ts'

/** Entities stay as written: what a document defines itself is never expanded. `tidyEntries` decodes those of XML. */
const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  parseTagValue: false,
  processEntities: false,
  removeNSPrefix: true,
  transformTagName: (name) => name.toLowerCase(),
  isArray: (name) => name === 'url' || name === 'sitemap',
})

/** Pages of a sitemap, or sitemaps of an index. Titles and dates are those of news sitemaps. */
export function readSitemap(text: string, kind: 'sitemap' | 'index'): RawFeed {
  const root: unknown = parser.parse(text)
  const items = kind === 'sitemap' ? at(root, 'urlset', 'url') : at(root, 'sitemapindex', 'sitemap')
  return { title: null, entries: Array.isArray(items) ? items.map(readItem) : [] }
}

function readItem(item: unknown): RawEntry {
  return {
    url: textAt(item, 'loc')?.replaceAll('&amp;', '&'),
    title: textAt(item, 'news', 'title'),
    // `lastmod` says when the page changed, never when it was published.
    date: textAt(item, 'news', 'publication_date'),
    changed: textAt(item, 'lastmod'),
  }
}

function textAt(item: unknown, ...path: readonly string[]): string | null {
  const value = at(item, ...path)
  return typeof value === 'string' ? value : null
}

function at(value: unknown, ...path: readonly string[]): unknown {
  let current = value
  for (const name of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, name)) return undefined
    current = (current as Readonly<Record<string, unknown>>)[name]
  }
  return current
}
