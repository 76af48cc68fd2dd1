import {
  type FeedEntry,
  type Http,
  type ReadFeed,
  RetryLater,
  type Sitemap,
  type Source,
  Unprocessable,
} from '@counterclaim/model'
import { charsetOf } from '../web-media-type.ts'
import { newestPages, newestSitemaps } from './newest.ts'

/** What a look at a source found. */
export interface Look {
  /** As it is known now, but for its rhythm. */
  readonly source: Source
  /** Null when nothing has changed. */
  readonly entries: readonly FeedEntry[] | null
}

type Fetching = { readonly http: Http; readonly readFeed: ReadFeed }

/**
 * Fetches a list; one that has not changed costs a 304. An index of sitemaps is followed to the newest of them, whether it
 * has changed or not: what they list changes by itself.
 * @throws {Unprocessable} `feed.none`, `feed.invalid`, `fetch.*`
 * @throws {RetryLater} `fetch.*`
 */
export async function lookAt(source: Source, { http, readFeed }: Fetching): Promise<Look> {
  const found = await http.get(source.url, source.validators)
  const { sitemaps, ...known } = { ...source, failure: null }
  if (found.kind === 'not-modified') {
    if (sitemaps === undefined) return { source: known, entries: null }
    return lookInto(known, sitemaps, { http, readFeed })
  }
  const feed = await readFeed(found.bytes, found.url, charsetOf(found.contentType))
  if (feed === null) throw new Unprocessable('feed.none', `${source.url} is no feed and no sitemap`)
  const read = { ...known, title: feed.title ?? source.title, validators: found.validators }
  if (feed.kind !== 'index') return { source: read, entries: feed.entries }
  return lookInto(read, newestSitemaps(feed.entries, sitemaps), { http, readFeed })
}

/** One that fails hides none of the others; its reason is kept with the source. All of them failing is a failure of the source. */
async function lookInto(source: Source, sitemaps: readonly Sitemap[], fetching: Fetching): Promise<Look> {
  if (sitemaps.length === 0) throw new Unprocessable('feed.none', `${source.url} is an index without sitemaps`)
  const failures: (RetryLater | Unprocessable)[] = []
  const lists: (readonly FeedEntry[])[] = []
  const looked: Sitemap[] = []
  for (const sitemap of sitemaps) {
    try {
      const { entries, validators } = await readSitemap(sitemap, fetching)
      if (entries !== null) lists.push(entries)
      looked.push({ url: sitemap.url, validators })
    } catch (error) {
      if (!(error instanceof RetryLater || error instanceof Unprocessable)) throw error
      failures.push(error)
      looked.push(sitemap)
    }
  }
  const [first] = failures
  if (first !== undefined && failures.length === sitemaps.length) throw first
  const failure = first === undefined ? null : { code: first.code, reason: first.message }
  return { source: { ...source, failure, sitemaps: looked }, entries: lists.length === 0 ? null : newestPages(lists) }
}

/** `entries` is null when it has not changed. */
async function readSitemap(
  { url, validators }: Sitemap,
  { http, readFeed }: Fetching,
): Promise<Sitemap & { readonly entries: readonly FeedEntry[] | null }> {
  const found = await http.get(url, validators)
  if (found.kind === 'not-modified') return { url, validators, entries: null }
  const feed = await readFeed(found.bytes, found.url, charsetOf(found.contentType))
  if (feed === null) throw new Unprocessable('feed.none', `${url} is no sitemap`)
  // Lists that name lists would never end.
  if (feed.kind === 'index') throw new Unprocessable('feed.nested', `${url} is an index that another index named`)
  return { url, validators: found.validators, entries: feed.entries }
}
