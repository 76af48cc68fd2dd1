import {
  type Content,
  type Document,
  type Dropped,
  documentId,
  type Fetched,
  type FromWeb,
  type Given,
  type HttpResult,
  type ReadFeed,
  RetryLater,
  type SubmittedDocument,
  Unprocessable,
} from '@counterclaim/model'
import type { FetchPorts } from './fetch-ports.ts'
import { unfold } from './unfold.ts'
import { charsetOf, webMediaType } from './web-media-type.ts'

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
  if (feed === null) return keep(found, charset, given, ports)
  const itself = new Set([url, found.url, found.canonicalUrl])
  return unfold(feed, { itself, within: content.within }, ports)
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
