import {
  type Content,
  type Document,
  type Dropped,
  documentId,
  type Feed,
  type Fetched,
  type FromWeb,
  type Given,
  type HttpResult,
  type ReadFeed,
  RetryLater,
  type SubmittedDocument,
  Unprocessable,
} from '@counterclaim/model'
import { submit } from './add.ts'
import type { FetchPorts } from './fetch-ports.ts'
import { charsetOf, webMediaType } from './web-media-type.ts'
import { entrySubmission } from './web-submission.ts'

/** What fetching adds; a page that has moved for good brings its new URL. */
export type FetchAdds = Fetched & Partial<Pick<Document, 'id' | 'url'>>

type Found = HttpResult & { readonly kind: 'content' }

/**
 * Fetches a page; one that has not changed costs a 304. A feed or sitemap is dropped, and its entries are submitted in its place: first, so that a process
 * that dies between the two submits them again.
 */
export async function fetchWeb(
  doc: SubmittedDocument,
  content: Content & { readonly kind: 'url' },
  ports: FetchPorts,
  readFeed: ReadFeed,
): Promise<FetchAdds | Dropped> {
  const { url } = content
  const { given } = doc
  const before = await archived(doc, ports)
  const found = await ports.http.get(url, before?.web)
  if (found.kind === 'not-modified') return keepAsItWas(before, url, given, ports)
  if (found.bytes.length === 0) throw new Unprocessable('input.empty', `${found.url} has no bytes`)
  const charset = charsetOf(found.contentType)
  const feed = await readFeed(found.bytes, found.url, charset)
  return feed === null ? keep(found, charset, given, ports) : unfold(feed, found, content, ports)
}

type Archived = Fetched & { readonly web: FromWeb }

/** What the archive has from the same input: its validators spare both sides the bytes when nothing has changed. */
async function archived({ id, input }: SubmittedDocument, { archive }: FetchPorts): Promise<Archived | null> {
  const known = await archive.document(id)
  return known?.input === input && known.web !== undefined ? { ...known, web: known.web } : null
}

function keepAsItWas(before: Archived | null, url: string, given: Given, { now }: FetchPorts): FetchAdds {
  // Only a request with validators may be answered so.
  if (before === null) throw new RetryLater('fetch.server-error', `${url} answered 304 unasked`, 0)
  const { contentHash, mediaType, bytes, web } = before
  return { contentHash, mediaType, bytes, fetchedAt: now(), given, web }
}

async function keep(
  found: Found,
  charset: string | null,
  given: Given,
  { blobs, now }: FetchPorts,
): Promise<FetchAdds> {
  const { bytes, canonicalUrl } = found
  const mediaType = webMediaType(found.contentType, bytes, found.url)
  return {
    id: documentId(canonicalUrl),
    url: canonicalUrl,
    contentHash: await blobs.put(bytes),
    mediaType,
    bytes: bytes.length,
    fetchedAt: now(),
    given,
    web: { finalUrl: found.url, charset, ...found.validators },
  }
}

async function unfold(
  feed: Feed,
  found: Found,
  { url, within }: Content & { readonly kind: 'url' },
  ports: FetchPorts,
): Promise<Dropped> {
  // Lists that name lists would never end.
  if (within === 'feed' || (within === 'index' && feed.kind === 'index')) {
    throw new Unprocessable('feed.nested', `It is a list (${feed.kind}) that another list named`)
  }
  const itself = new Set([url, found.url, found.canonicalUrl])
  const entries = feed.entries.filter((entry) => !itself.has(entry.url))
  const entriesWithin = feed.kind === 'index' ? 'index' : 'feed'
  const submissions = entries.map((entry) => entrySubmission(entry, entriesWithin))
  await submit(ports, submissions)
  const what = feed.kind === 'index' ? 'sitemaps' : 'pages'
  return { dropped: 'list', droppedBecause: `It lists ${entries.length} ${what}, which are inputs of their own` }
}
