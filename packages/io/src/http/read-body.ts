import { Readable, type Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createBrotliDecompress, createGunzip, createZstdDecompress } from 'node:zlib'
import { Unprocessable } from '@counterclaim/model'

/** How a body is sent, and how much of it is read. */
export interface BodyOptions {
  /** Content-Encoding, null when there is none. */
  readonly encoding: string | null
  /** Bytes, both as sent and as unpacked. */
  readonly maxBytes: number
  /** Gives the first `maxBytes` of a larger body instead of refusing it. */
  readonly cut?: boolean
}

/** A window of 8 MB is what senders may use at most (RFC 9659); without the bound a frame may ask for 128 MB. */
const ZSTD_WINDOW_LOG = 23

const UNPACKERS: Readonly<Record<string, () => Transform>> = {
  gzip: () => createGunzip(),
  'x-gzip': () => createGunzip(),
  br: () => createBrotliDecompress(),
  zstd: () => createZstdDecompress({ params: { [constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG } }),
}

/**
 * A file that is packed itself (`sitemap.xml.gz`), unpacked with the same bound; anything else as it is.
 * @throws {Unprocessable} `fetch.inflates`, `fetch.encoding`
 */
export async function unpackFile(bytes: Uint8Array, maxBytes: number): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  return readBody(Readable.from([bytes]), { encoding: 'gzip', maxBytes })
}

/** The encodings that `readBody` unpacks, as Accept-Encoding. */
export const ACCEPT_ENCODING = 'gzip, br, zstd'

/** Where reading stops early, on purpose. */
class Enough extends Error {}

/**
 * The whole body, unpacked. Never holds more than `maxBytes` and a chunk, however far the body would inflate.
 * @throws {Unprocessable} `fetch.too-large`, `fetch.inflates`, `fetch.encoding`; errors of the connection as they are
 */
export async function readBody(body: Readable, { encoding, maxBytes, cut = false }: BodyOptions): Promise<Uint8Array> {
  const name = encoding?.trim().toLowerCase() ?? ''
  const unpacker = name === '' || name === 'identity' ? null : unpackerOf(name)
  const chunks: Buffer[] = []
  let size = 0
  const collect = async (source: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of source) {
      chunks.push(chunk)
      size += chunk.length
      if (size <= maxBytes) continue
      if (cut) throw new Enough()
      throw unpacker === null
        ? tooLarge(maxBytes)
        : new Unprocessable('fetch.inflates', `Unpacks to more than ${maxBytes} bytes`)
    }
  }
  try {
    await (unpacker === null
      ? pipeline(body, collect)
      : pipeline(body, (source: AsyncIterable<Buffer>) => bounded(source, maxBytes), unpacker, collect))
  } catch (error) {
    if (!(error instanceof Enough)) throw isDamage(error) ? damaged(name, error) : error
  }
  return Buffer.concat(chunks).subarray(0, maxBytes)
}

async function* bounded(source: AsyncIterable<Buffer>, maxBytes: number): AsyncIterable<Buffer> {
  let size = 0
  for await (const chunk of source) {
    size += chunk.length
    if (size > maxBytes) throw tooLarge(maxBytes)
    yield chunk
  }
}

function unpackerOf(name: string): Transform {
  const make = UNPACKERS[name]
  if (make === undefined)
    throw new Unprocessable('fetch.encoding', `Sent as "${name.slice(0, 40)}", which was not asked for`)
  return make()
}

function tooLarge(maxBytes: number): Unprocessable {
  return new Unprocessable('fetch.too-large', `More than ${maxBytes} bytes`)
}

/** An error of the unpackers; zlib, brotli (with two underscores) and zstd each have a prefix of their own. */
function isDamage(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(?:Z_|ERR__ERROR_|ZSTD_)/.test(String(error.code))
}

function damaged(name: string, cause: unknown): Unprocessable {
  return new Unprocessable('fetch.encoding', `The ${name} body is cut off or damaged`, { cause })
}
