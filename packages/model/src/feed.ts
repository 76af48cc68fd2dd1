/** What a publisher lists: articles, or sitemaps that list them. */
export interface Feed {
  /** `feed`: RSS, Atom, JSON Feed; `sitemap`: pages of a site; `index`: sitemaps. */
  readonly kind: 'feed' | 'sitemap' | 'index'
  readonly title: string | null
  /** In the order of the list, each URL once, http and https only. */
  readonly entries: readonly FeedEntry[]
}

/** An article (of an index: a sitemap) as its list tells of it. */
export interface FeedEntry {
  /** Absolute, canonical. */
  readonly url: string
  readonly title: string | null
  /** ISO 8601, null when the list gives no date that can be read. */
  readonly publishedAt: string | null
  /** ISO 8601: when a sitemap says that it changed last, for telling what is new in it. Tells nothing of publication. */
  readonly changedAt?: string
}

/**
 * Reads what may be a feed or sitemap; null when it is none.
 * @param url where it was found, against which relative addresses are read
 * @param charset what the server said of its encoding, null when it said nothing
 * @throws {Unprocessable} `feed.invalid` when it begins like one and cannot be read; `feed.opml` for a list of feeds
 */
export type ReadFeed = (bytes: Uint8Array, url: string, charset: string | null) => Promise<Feed | null>
