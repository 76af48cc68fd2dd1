import { decodeEntities } from '../text/entities.ts'

/** Feeds are named in a page's head; this much is read of it, in bytes. */
const HEAD = 200_000
const LINK = /<link\s[^<>]*>/gi
const ATTRIBUTE = /([a-z]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi
const TYPES: ReadonlySet<string> = new Set([
  'application/rss+xml',
  'application/atom+xml',
  'application/rdf+xml',
  'application/feed+json',
])

/** Absolute addresses of the feeds that a page names by `link rel=alternate`, in its order. Source: rssboard.org/rss-autodiscovery. */
export function findFeeds(bytes: Uint8Array, url: string): string[] {
  const head = new TextDecoder().decode(bytes.subarray(0, HEAD))
  const found = new Set<string>()
  for (const [tag] of head.matchAll(LINK)) {
    const { rel = '', type = '', href = '' } = attributesOf(tag)
    const isFeed = /(?:^|\s)alternate(?:\s|$)/i.test(rel) && TYPES.has(type.trim().toLowerCase())
    if (isFeed && href !== '' && URL.canParse(href, url)) found.add(new URL(href, url).href)
  }
  return [...found]
}

function attributesOf(tag: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...tag.matchAll(ATTRIBUTE)].map(([, name = '', double, single, bare]) => [
      name.toLowerCase(),
      decodeEntities(double ?? single ?? bare ?? ''),
    ]),
  )
}
