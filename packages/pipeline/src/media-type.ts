import { type MediaType, Unprocessable } from '@counterclaim/model'

const TYPES: Readonly<Record<string, MediaType>> = {
  html: 'text/html',
  htm: 'text/html',
  txt: 'text/plain',
  text: 'text/plain',
  md: 'text/markdown',
  markdown: 'text/markdown',
  pdf: 'application/pdf',
}

/** True for a file that is read as a feed or sitemap: nothing else is read that has such a name. JSON with documents never comes here. */
export function mayBeList(path: string): boolean {
  return /\.(?:xml|rss|atom|rdf|opml|json)(?:\.gz)?$/i.test(path)
}

/**
 * What kind of input a file name promises; extraction checks that the bytes keep the promise.
 * @throws {Unprocessable} `input.unsupported`
 */
export function mediaTypeOf(path: string): MediaType {
  const extension = /\.([a-z0-9]+)(?:\.gz)?$/i.exec(path)?.[1]?.toLowerCase() ?? ''
  const type = TYPES[extension]
  if (type === undefined) {
    throw new Unprocessable(
      'input.unsupported',
      `No reader for "${extension || path}": give .html, .txt, .md, .pdf, .json, .jsonl, .warc or .xml`,
    )
  }
  return type
}
