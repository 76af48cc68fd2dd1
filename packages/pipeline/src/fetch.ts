import {
  type Blobs,
  type Content,
  type Document,
  documentId,
  type Fetched,
  type Files,
  type Given,
  type Http,
  RetryLater,
  type Stage,
  type SubmittedDocument,
  Unprocessable,
} from '@counterclaim/model'
import { mediaTypeOf } from './media-type.ts'
import { charsetOf, webMediaType } from './web-media-type.ts'

/** What fetching reaches for. */
export interface FetchPorts {
  readonly files: Files
  readonly blobs: Blobs
  readonly http: Http
  /** The present moment, ISO 8601. */
  readonly now: () => string
}

/** What fetching adds; a page that has moved for good brings its new URL. */
type Adds = Fetched & Partial<Pick<Document, 'id' | 'url'>>

/** Reads the bytes an input points to, on this machine or on the web, and keeps them in the blob store. */
export const fetch: Stage<SubmittedDocument, Adds, FetchPorts> = {
  name: 'fetch',
  version: 1,
  run: async ({ content, given }, ports) => {
    switch (content.kind) {
      case 'problem':
        throw new Unprocessable(content.code, content.reason)
      case 'blob':
        return {
          contentHash: content.hash,
          mediaType: content.mediaType,
          bytes: content.bytes,
          fetchedAt: ports.now(),
          given,
        }
      case 'url':
        return fetchWeb(content, given, ports)
      case 'path':
        return fetchFile(content, given, ports)
    }
  },
}

async function fetchFile(
  { path }: Content & { readonly kind: 'path' },
  given: Given,
  { files, blobs, now }: FetchPorts,
): Promise<Adds> {
  const bytes = await files.read(path)
  const mediaType = mediaTypeOf(path)
  return { contentHash: await blobs.put(bytes), mediaType, bytes: bytes.length, fetchedAt: now(), given }
}

async function fetchWeb(
  { url }: Content & { readonly kind: 'url' },
  given: Given,
  { http, blobs, now }: FetchPorts,
): Promise<Adds> {
  const found = await http.get(url)
  // Only a request with validators may be answered so.
  if (found.kind === 'not-modified') throw new RetryLater('fetch.server-error', `${url} answered 304 unasked`, 0)
  const { bytes, contentType, canonicalUrl } = found
  if (bytes.length === 0) throw new Unprocessable('input.empty', `${found.url} has no bytes`)
  const mediaType = webMediaType(contentType, bytes, found.url)
  return {
    id: documentId(canonicalUrl),
    url: canonicalUrl,
    contentHash: await blobs.put(bytes),
    mediaType,
    bytes: bytes.length,
    fetchedAt: now(),
    given,
    web: { finalUrl: found.url, charset: charsetOf(contentType), ...found.validators },
  }
}
