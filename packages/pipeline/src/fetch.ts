import {
  type Blobs,
  type Fetched,
  type Files,
  type Stage,
  type SubmittedDocument,
  Unprocessable,
} from '@counterclaim/model'
import { mediaTypeOf } from './media-type.ts'

/** Reads the bytes an input points to and keeps them in the blob store. */
export const fetch: Stage<
  SubmittedDocument,
  Fetched,
  { readonly files: Files; readonly blobs: Blobs; readonly now: () => string }
> = {
  name: 'fetch',
  version: 1,
  run: async (doc, { files, blobs, now }) => {
    const { content, given } = doc
    if (content.kind === 'problem') throw new Unprocessable(content.code, content.reason)
    if (content.kind === 'blob') {
      return { contentHash: content.hash, mediaType: content.mediaType, bytes: content.bytes, fetchedAt: now(), given }
    }
    const bytes = await files.read(content.path)
    const mediaType = mediaTypeOf(content.path)
    return { contentHash: await blobs.put(bytes), mediaType, bytes: bytes.length, fetchedAt: now(), given }
  },
}
