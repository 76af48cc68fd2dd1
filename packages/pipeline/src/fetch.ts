import {
  type Content,
  type Dropped,
  type Given,
  type ReadFeed,
  type Stage,
  type SubmittedDocument,
  Unprocessable,
} from '@counterclaim/model'
import { submit } from './add.ts'
import type { FetchPorts } from './fetch-ports.ts'
import { type FetchAdds, fetchWeb } from './fetch-web.ts'
import { mayBeList, mediaTypeOf } from './media-type.ts'
import { unfold } from './unfold.ts'

/** Makes the stage that reads the bytes an input points to, on this machine or on the web, and keeps them in the blob store. */
export function fetchStage(readFeed: ReadFeed): Stage<SubmittedDocument, FetchAdds, FetchPorts> {
  return {
    name: 'fetch',
    version: 1,
    run: async (doc, ports) => {
      const { content, given } = doc
      switch (content.kind) {
        case 'problem':
          throw new Unprocessable(content.code, content.reason)
        case 'blob':
          return fetchCapture(doc, content, ports)
        case 'none':
          return { dropped: content.dropped, droppedBecause: content.reason }
        case 'url':
          return fetchWeb(doc, content, ports, readFeed)
        case 'path':
          return mayBeList(content.path) ? readList(doc, content, ports, readFeed) : fetchFile(content, given, ports)
      }
    },
  }
}

/** Bytes that are there. What was captured later is submitted first, and comes when this is done: versions in their order. */
async function fetchCapture(
  { id, url, key, input, given }: SubmittedDocument,
  { hash, mediaType, bytes, fetchedAt, web, later = [] }: Content & { readonly kind: 'blob' },
  ports: FetchPorts,
): Promise<FetchAdds> {
  const [next, ...rest] = later
  if (next !== undefined) {
    const { given: itsGiven, ...capture } = next
    const content = { kind: 'blob' as const, ...capture, later: rest }
    await submit(ports, [{ id, url, key, trace: [], input, content, given: itsGiven }])
  }
  const from = web === undefined ? {} : { web }
  return { contentHash: hash, mediaType, bytes, fetchedAt: fetchedAt ?? ports.now(), given, ...from }
}

async function fetchFile(
  { path }: Content & { readonly kind: 'path' },
  given: Given,
  { files, blobs, now }: FetchPorts,
): Promise<FetchAdds> {
  const bytes = await files.read(path)
  const mediaType = mediaTypeOf(path)
  return { contentHash: await blobs.put(bytes), mediaType, bytes: bytes.length, fetchedAt: now(), given }
}

/** A feed or sitemap that was saved: what it lists is on the web. */
async function readList(
  { url }: SubmittedDocument,
  { path }: Content & { readonly kind: 'path' },
  ports: FetchPorts,
  readFeed: ReadFeed,
): Promise<Dropped> {
  const feed = await readFeed(await ports.files.read(path), url, null)
  if (feed === null) throw new Unprocessable('input.unsupported', `${path} is no feed and no sitemap`)
  return unfold(feed, { itself: new Set() }, ports)
}
