import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { Unprocessable } from '@counterclaim/model'
import { type ByteReader, byteReader } from './byte-reader.ts'

/** A record of a WARC file. Source: ISO 28500:2017. */
export interface WarcRecord {
  /** 1-based place in the file. */
  readonly number: number
  /** `response`, `resource`, `revisit`, `request` …, in lower case. */
  readonly type: string
  /** A named field of the record, null when it is missing. */
  readonly header: (name: string) => string | null
  /** Length of the block as announced, in bytes. */
  readonly length: number
  /** What the record holds; null where it was passed over: not wanted, or too long. */
  readonly block: Uint8Array | null
}

/** Fields of records are short; more than this is no record. */
const MAX_HEADER_BYTES = 65_536
/**
 * A packed file may unpack to this many bytes, or to so many times its size where that is more. Pages pack to a fifth, a
 * monotonous one to a fiftieth; what packs to a thousandth is made to fill memory or time.
 */
const FREE_BYTES = 67_108_864
const MOST_TIMES = 200

/**
 * The records of a WARC file, one at a time and in order; packed or not, with any number of gzip members. Only the blocks
 * that `wants` asks for are held. Of a packed file that is damaged some KB before the damage may be lost with it.
 * @throws {Unprocessable} `input.damaged` when it is cut off, or what stands in the place of a record is none;
 * `input.too-large` when it unpacks without end; errors of the file system and of gzip as they are
 */
export async function* readRecords(
  path: string,
  wants: (record: Omit<WarcRecord, 'block'>) => boolean,
): AsyncGenerator<WarcRecord> {
  const reader = byteReader(unpacked(path))
  try {
    for (let number = 1; ; number++) {
      const fields = await readFields(reader, number)
      if (fields === null) return
      const length = Number(fields.get('content-length') ?? Number.NaN)
      if (!Number.isSafeInteger(length) || length < 0) throw damaged(`Record ${number} does not say how long it is`)
      const type = fields.get('warc-type')?.toLowerCase() ?? ''
      const record = { number, type, length, header: (name: string) => fields.get(name.toLowerCase()) ?? null }
      const block = wants(record) ? await reader.take(length) : null
      const found = block === null ? await reader.skip(length) : block.length
      if (found < length) throw damaged(`Record ${number} is cut off after ${found} of ${length} bytes`)
      yield { ...record, block }
    }
  } finally {
    await reader.close()
  }
}

/** The file's bytes, unpacked when the first ones say that it is packed, whatever its name says. */
async function* unpacked(path: string): AsyncGenerator<Buffer> {
  const isPacked = await startsAsGzip(path)
  const file = createReadStream(path)
  try {
    if (isPacked) yield* unpack(file, path)
    else yield* file
  } finally {
    file.destroy()
  }
}

async function startsAsGzip(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer } = await file.read({ buffer: Buffer.alloc(2), position: 0 })
    return buffer[0] === 0x1f && buffer[1] === 0x8b
  } finally {
    await file.close()
  }
}

async function* unpack(file: ReturnType<typeof createReadStream>, path: string): AsyncGenerator<Buffer> {
  const unpacking = createGunzip()
  file.on('error', (error) => unpacking.destroy(error))
  let size = 0
  for await (const chunk of file.pipe(unpacking) as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > Math.max(FREE_BYTES, MOST_TIMES * file.bytesRead))
      throw new Unprocessable('input.too-large', `${path} unpacks to more than ${MOST_TIMES} times its size`)
    yield chunk
  }
}

/** Names in lower case → values; null at the end of the file. */
async function readFields(reader: ByteReader, number: number): Promise<ReadonlyMap<string, string> | null> {
  let line = await reader.line(MAX_HEADER_BYTES)
  // Two line ends part records; some writers put fewer or more.
  while (line === '') line = await reader.line(MAX_HEADER_BYTES)
  if (line === null) return null
  if (!line.startsWith('WARC/')) throw damaged(`What stands in the place of record ${number} is no WARC record`)
  const fields = new Map<string, string>()
  let [size, name] = [0, '']
  for (;;) {
    line = await reader.line(MAX_HEADER_BYTES)
    if (line === null) throw damaged(`Record ${number} is cut off in its fields`)
    if (line === '') return fields
    size += line.length
    if (size > MAX_HEADER_BYTES) throw damaged(`The fields of record ${number} have no end`)
    if (/^[ \t]/.test(line)) fields.set(name, `${fields.get(name) ?? ''} ${line.trim()}`)
    else {
      const colon = line.indexOf(':')
      name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase()
      if (name !== '') fields.set(name, utf8(line.slice(colon + 1).trim()))
    }
  }
}

/** Fields are UTF-8; lines are read as Latin-1, which keeps every byte. */
function utf8(text: string): string {
  return Buffer.from(text, 'latin1').toString('utf8')
}

function damaged(words: string): Unprocessable {
  return new Unprocessable('input.damaged', words)
}
