import { canonicalUrl, type Http, type ReadFeed, type Source, Unprocessable } from '@counterclaim/model'
import { charsetOf } from '../web-media-type.ts'
import { FIRST_INTERVAL_MS } from './rhythm.ts'

/** Gives the feeds that a page names, absolute. */
export type FindFeeds = (bytes: Uint8Array, url: string) => readonly string[]

/** A source that nobody has looked at. */
export function newSource(url: string, title: string | null, addedAt: string): Source {
  return {
    url: canonicalUrl(url) ?? url,
    title,
    addedAt,
    checkedAt: null,
    intervalMs: FIRST_INTERVAL_MS,
    validators: {},
    failure: null,
    published: [],
  }
}

/** What finding a source reads with. */
export interface SourceReaders {
  readonly readFeed: ReadFeed
  readonly findFeeds: FindFeeds
}

/**
 * The list at a URL as a new source, or the first one that the page there names.
 * @throws {Unprocessable} `feed.none`, `feed.opml`, `feed.invalid`, `fetch.*`
 * @throws {RetryLater} `fetch.*`
 */
export async function findSource(
  url: string,
  { http, now }: { readonly http: Http; readonly now: () => string },
  { readFeed, findFeeds }: SourceReaders,
): Promise<Source> {
  const get = async (address: string): Promise<Found> => {
    const found = await http.get(address)
    if (found.kind === 'not-modified') return { source: null, feeds: [] }
    const feed = await readFeed(found.bytes, found.url, charsetOf(found.contentType))
    const source = feed === null ? null : newSource(found.canonicalUrl, feed.title, now())
    return { source, feeds: feed === null ? findFeeds(found.bytes, found.url) : [] }
  }
  const { source, feeds } = await get(url)
  if (source !== null) return source
  const named = feeds[0] === undefined ? null : (await get(feeds[0])).source
  if (named !== null) return named
  throw new Unprocessable('feed.none', `${url} is no feed and no sitemap, and names none`)
}

interface Found {
  readonly source: Source | null
  readonly feeds: readonly string[]
}
