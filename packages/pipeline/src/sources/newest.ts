import type { FeedEntry, Sitemap } from '@counterclaim/model'

/** Sitemaps of an index that are read at one look: today's, the one before, and one for other kinds of pages. */
const MOST_SITEMAPS = 3
/**
 * Pages of them that one look takes: an index leads to everything that a site has ever published. A news sitemap has at most
 * as many. Source: Google's guide to news sitemaps.
 */
const MOST_PAGES = 1_000

/**
 * The sitemaps of an index in which news is likely: those whose path says so, then what changed last, then the highest
 * number or latest date in the address. What is known of them from an earlier look is kept.
 */
export function newestSitemaps(entries: readonly FeedEntry[], known: readonly Sitemap[] = []): Sitemap[] {
  const validators = new Map(known.map((sitemap) => [sitemap.url, sitemap.validators]))
  const sorted = entries.toSorted(
    (a, b) =>
      Number(saysNews(b)) - Number(saysNews(a)) ||
      momentOf(b) - momentOf(a) ||
      b.url.localeCompare(a.url, 'en', { numeric: true }),
  )
  return sorted.slice(0, MOST_SITEMAPS).map(({ url }) => ({ url, validators: validators.get(url) ?? {} }))
}

/** The newest pages of several sitemaps, each once; those without a date come last, in their order. */
export function newestPages(lists: readonly (readonly FeedEntry[])[]): FeedEntry[] {
  const pages = new Map(lists.flat().map((entry) => [entry.url, entry]))
  return [...pages.values()].sort((a, b) => momentOf(b) - momentOf(a)).slice(0, MOST_PAGES)
}

function saysNews({ url }: FeedEntry): boolean {
  return /news/i.test(new URL(url).pathname)
}

function momentOf({ publishedAt, changedAt }: FeedEntry): number {
  return Date.parse(publishedAt ?? changedAt ?? '0000-01-01')
}
