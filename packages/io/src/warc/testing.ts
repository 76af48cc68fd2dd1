import { gzipSync } from 'node:zlib'

/** A record as recorders write it; `fields` over the usual ones. */
export function record(
  type: string,
  url: string,
  block: string | Uint8Array,
  fields: Record<string, string> = {},
): Buffer {
  const body = Buffer.from(block)
  const all = {
    'WARC-Type': type,
    'WARC-Target-URI': url,
    'WARC-Date': '2026-03-01T10:00:00Z',
    'Content-Length': `${body.length}`,
    ...fields,
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.concat([Buffer.from(`WARC/1.0\r\n${lines.join('')}\r\n`), body, Buffer.from('\r\n\r\n')])
}

/** An answer of a server, as a block. */
export function answer(body: string | Uint8Array, headers: Record<string, string> = {}, status = '200 OK'): Buffer {
  const lines = Object.entries({ 'Content-Type': 'text/html', ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  )
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${lines.join('')}\r\n`), Buffer.from(body)])
}

/** Each record a gzip member of its own, as the format wants it. */
export function packed(records: readonly Uint8Array[]): Buffer {
  return Buffer.concat(records.map((one) => gzipSync(one)))
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}
