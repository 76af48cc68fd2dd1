import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'

/** A line with its 1-based number; `text` is null when it is longer than allowed. */
export interface Line {
  readonly number: number
  readonly text: string | null
}

const NEWLINE = 0x0a

/** Lines of a text file (`.gz` is unpacked), one at a time, in UTF-8, UTF-16 with its mark, or windows-1252; never holds more than a line of `maxBytes` and a chunk. */
export async function* readLines(path: string, maxBytes: number): AsyncIterable<Line> {
  let number = 1
  let parts: Buffer[] = []
  let size = 0
  const add = (part: Buffer): void => {
    size += part.length
    if (size <= maxBytes) parts.push(part)
    else parts = []
  }
  const end = (): Line => {
    const text = size > maxBytes ? null : decode(Buffer.concat(parts))
    parts = []
    size = 0
    return { number: number++, text }
  }
  for await (const chunk of toUtf8(open(path))) {
    let start = 0
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, start)) {
      add(chunk.subarray(start, at))
      yield end()
      start = at + 1
    }
    add(chunk.subarray(start))
  }
  if (size > 0) yield end()
}

async function* open(path: string): AsyncIterable<Buffer> {
  const file = createReadStream(path)
  if (!path.toLowerCase().endsWith('.gz')) {
    yield* file
    return
  }
  const unpacked = createGunzip()
  file.on('error', (error) => unpacked.destroy(error))
  yield* file.pipe(unpacked)
}

/** Chunks as they are, or in UTF-8 when the first ones' mark says UTF-16: some shells write files so. */
async function* toUtf8(chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  let decoder: TextDecoder | null = null
  let first = true
  for await (const chunk of chunks) {
    if (first) decoder = utf16Decoder(chunk)
    first = false
    yield decoder === null ? chunk : Buffer.from(decoder.decode(chunk, { stream: true }))
  }
}

/** A decoder for text whose byte order mark says UTF-16; null for any other text. */
export function utf16Decoder(bytes: Uint8Array): TextDecoder | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le')
  return bytes[0] === 0xfe && bytes[1] === 0xff ? new TextDecoder('utf-16be') : null
}

/** UTF-8 where the bytes are, as JSON has to be; else windows-1252, which is what programs write that do not care. */
export function decode(bytes: Uint8Array): string {
  // TextDecoder drops the byte order mark that some tools put before the first line.
  return new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'windows-1252').decode(bytes)
}
