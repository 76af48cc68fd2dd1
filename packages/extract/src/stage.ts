import type { Blobs, Document, Fetched, Stage, Text } from '@counterclaim/model'
import type { Extractable } from './extract-document.ts'
import { LEXICONS } from './lexicons.ts'

/**
 * Clean text and metadata of one input. The readers of HTML and PDF take half a second to load: they are loaded at the
 * first call, so that a process that only names the stage does without them.
 * @throws {Unprocessable} when nothing readable is in it (`input.binary`, `pdf.encrypted`, `html.too-deep`, `text.none` …)
 */
export async function extractDocument(input: Extractable, bytes: Uint8Array): Promise<Text> {
  const reader = await import('./extract-document.ts')
  return reader.extractDocument(input, bytes)
}

/** Clean text, passages and sentences out of the bytes. */
export const extract: Stage<Document & Fetched, Text, { readonly blobs: Pick<Blobs, 'get'> }> = {
  name: 'extract',
  version: 1,
  data: LEXICONS,
  run: async (doc, { blobs }) => extractDocument(doc, await blobs.get(doc.contentHash)),
}
