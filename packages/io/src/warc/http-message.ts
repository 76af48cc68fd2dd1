import { Readable } from 'node:stream'
import { Unprocessable } from '@counterclaim/model'
import { readBody } from '../http/read-body.ts'

/** An answer of a server as it was recorded. */
export interface HttpMessage {
  readonly status: number
  readonly header: (name: string) => string | null
  /** Without chunks and content encoding. */
  readonly body: Uint8Array
}

/**
 * Reads a recorded answer: status line, headers, body. Recorders that unpacked the body often left the headers as they
 * were: what is not as they say is taken as it is.
 * @throws {Unprocessable} `fetch.protocol` for what is no answer; `fetch.encoding`, `fetch.inflates`, `fetch.too-large`
 */
export async function readHttpMessage(block: Uint8Array, maxBytes: number): Promise<HttpMessage> {
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.byteLength)
  const { end, size } = endOfHead(bytes)
  const [first = '', ...lines] = bytes.subarray(0, end).toString('latin1').split(/\r?\n/)
  const status = Number(/^HTTP\/\d(?:\.\d)?\s+(\d{3})/.exec(first)?.[1] ?? Number.NaN)
  if (Number.isNaN(status)) throw new Unprocessable('fetch.protocol', 'The record holds no answer of HTTP')
  const headers = new Map<string, string>()
  for (const line of lines) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  const header = (name: string): string | null => headers.get(name) ?? null
  const rest = bytes.subarray(end + size)
  const whole = /\bchunked\b/i.test(header('transfer-encoding') ?? '') ? withoutChunks(rest) : rest
  return { status, header, body: await unpack(whole, header('content-encoding'), maxBytes) }
}

function endOfHead(bytes: Buffer): { readonly end: number; readonly size: number } {
  const [crlf, lf] = [bytes.indexOf('\r\n\r\n'), bytes.indexOf('\n\n')]
  if (crlf >= 0 && (lf < 0 || crlf < lf)) return { end: crlf, size: 4 }
  return lf >= 0 ? { end: lf, size: 2 } : { end: bytes.length, size: 0 }
}

/** Source: RFC 9112, 7.1. A body that is cut off gives what is there; one that has no chunks is given as it is. */
function withoutChunks(body: Buffer): Buffer {
  const parts: Buffer[] = []
  let at = 0
  while (at < body.length) {
    const end = body.indexOf('\n', at)
    const digits = /^\s*([\da-f]{1,8})\s*(?:;|$)/i.exec(
      body
        .subarray(at, end < 0 ? at : end)
        .toString('latin1')
        .trim(),
    )
    if (digits === null) return at === 0 ? body : Buffer.concat(parts)
    const size = Number.parseInt(digits[1] ?? '0', 16)
    if (size === 0) break
    parts.push(body.subarray(end + 1, end + 1 + size))
    at = end + 1 + size
    while (body[at] === 0x0d || body[at] === 0x0a) at++
  }
  return Buffer.concat(parts)
}

function unpack(body: Buffer, encoding: string | null, maxBytes: number): Promise<Uint8Array> {
  const isUnpacked = /gzip/i.test(encoding ?? '') && !(body[0] === 0x1f && body[1] === 0x8b)
  return readBody(Readable.from([body]), { encoding: isUnpacked ? null : encoding, maxBytes })
}
