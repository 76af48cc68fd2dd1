import type { Blobs, Document, Fetched, Ocr, Stage, Text } from '@counterclaim/model'
import type { Extractable, Extracted } from './extract-document.ts'
import { LEXICONS } from './lexicons.ts'

/**
 * Clean text and metadata of one input. The readers of HTML and PDF take half a second to load: they are loaded at the
 * first call, so that a process that only names the stage does without them.
 * @throws {Unprocessable} when nothing readable is in it (`input.binary`, `pdf.encrypted`, `html.too-deep`, `text.none` …)
 */
export async function extractDocument(input: Extractable, bytes: Uint8Array, ocr?: Ocr): Promise<Extracted> {
  const reader = await import('./extract-document.ts')
  return reader.extractDocument(input, bytes, ocr)
}

/** What extraction reaches for. Without `ocr` nothing is read from pictures. */
export interface ExtractPorts {
  readonly blobs: Pick<Blobs, 'get'>
  readonly ocr?: Ocr
}

/** Clean text, passages and sentences out of the bytes. */
export const extract: Stage<Document & Fetched, Text & Pick<Document, 'cuts'>, ExtractPorts> = {
  name: 'extract',
  version: 1,
  data: LEXICONS,
  run: async (doc, { blobs, ocr }) => {
    const { cut, ...text } = await extractDocument(doc, await blobs.get(doc.contentHash), ocr)
    const others = (doc.cuts ?? []).filter(({ stage }) => stage !== 'extract')
    const cuts = cut === undefined ? others : [...others, { stage: 'extract', what: cut }]
    return doc.cuts === undefined && cuts.length === 0 ? text : { ...text, cuts }
  },
}
