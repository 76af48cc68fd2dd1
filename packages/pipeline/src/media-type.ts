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
      `No reader for "${extension || path}": give .html, .txt, .md, .pdf, .json, .jsonl or .warc`,
    )
  }
  return type
}
