import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'

/** A line with its 1-based number; `text` is null when it is longer than allowed. */
export interface Line {
  readonly number: number
  readonly text: string | null
}

const NEWLINE = 0x0a

/** Lines of a UTF-8 file (`.gz` is unpacked), one at a time; never holds more than a line of `maxBytes` and a chunk. */
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
  for await (const chunk of open(path)) {
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

function decode(bytes: Buffer): string {
  // TextDecoder drops the byte order mark that some tools put before the first line.
  return new TextDecoder().decode(bytes)
}
