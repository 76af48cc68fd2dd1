import { type Fetched, type Given, type Text, versionId } from '@counterclaim/model'

/** What extraction reads besides the bytes. */
export interface Extractable extends Pick<Fetched, 'mediaType'> {
  readonly id: string
  readonly url: string
  readonly key: string
  readonly given: Given
}

/**
 * Clean text and metadata of one input.
 * @throws {Unprocessable} when nothing readable is in it (`input.binary`, `pdf.encrypted`, `html.too-deep`, `text.none` …)
 */
export async function extractDocument(input: Extractable, bytes: Uint8Array): Promise<Text> {
  const text = new TextDecoder().decode(bytes).trim()
  const title = input.given.title ?? text.split('\n')[0] ?? ''
  const passages = [...text.matchAll(/[^\n]+/g)].map((m) => ({
    kind: 'paragraph' as const,
    start: m.index,
    end: m.index + m[0].length,
  }))
  const sentences = passages.flatMap((p, passage) =>
    [...text.slice(p.start, p.end).matchAll(/\S.*?(?:[.?!]["”’']*(?=\s|$)|$)/g)].map((m) => ({
      passage,
      start: p.start + m.index,
      end: p.start + m.index + m[0].length,
    })),
  )
  return {
    version: versionId(input.id, title, text),
    source: input.given.source ?? 'unknown',
    title,
    byline: null,
    publishedAt: input.given.publishedAt ?? null,
    publishedFrom: input.given.publishedAt === undefined ? null : 'given',
    language: 'en',
    text,
    passages,
    sentences,
  }
}
