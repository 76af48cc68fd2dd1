import {
  type Content,
  type Given,
  type ReadFeed,
  type Stage,
  type SubmittedDocument,
  Unprocessable,
} from '@counterclaim/model'
import type { FetchPorts } from './fetch-ports.ts'
import { type FetchAdds, fetchWeb } from './fetch-web.ts'
import { mediaTypeOf } from './media-type.ts'

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
          return fetched(content, given, ports)
        case 'url':
          return fetchWeb(doc, content, ports, readFeed)
        case 'path':
          return fetchFile(content, given, ports)
      }
    },
  }
}

function fetched(
  { hash, mediaType, bytes }: Content & { readonly kind: 'blob' },
  given: Given,
  { now }: FetchPorts,
): FetchAdds {
  return { contentHash: hash, mediaType, bytes, fetchedAt: now(), given }
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
