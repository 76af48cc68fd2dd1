import type { Blobs, Document, Fetched, Stage, Text } from '@counterclaim/model'
import { extractDocument } from './extract-document.ts'

/** Clean text, passages and sentences out of the bytes. */
export const extract: Stage<Document & Fetched, Text, { readonly blobs: Pick<Blobs, 'get'> }> = {
  name: 'extract',
  version: 1,
  run: async (doc, { blobs }) => extractDocument(doc, await blobs.get(doc.contentHash)),
}
