import { createHash } from 'node:crypto'
import type { IndexableDocument } from '@counterclaim/model'
import { PRODUCT } from '../http/product.ts'
import { OWN_FIELD, writeOwnField } from './own-field.ts'

/** The parts of a document that its record is made of. */
export type Recordable = Pick<
  IndexableDocument,
  'url' | 'key' | 'contentHash' | 'mediaType' | 'fetchedAt' | 'given' | 'web' | 'version'
>

/** The record that opens a WARC file and tells who wrote it. `date` is ISO 8601. */
export function warcInfo(date: string): Uint8Array {
  const block = Buffer.from(`software: ${PRODUCT}\r\nformat: WARC File Format 1.1\r\n`)
  const fields = { 'WARC-Type': 'warcinfo', 'WARC-Date': date, 'Content-Type': 'application/warc-fields' }
  return record({ ...fields, 'WARC-Record-ID': recordId(`warcinfo ${date}`) }, block)
}

/**
 * A document's bytes as a record. It is a `resource`: the archive keeps what a server sent, unpacked, and not its headers
 * word for word. The same version of a document always gives the same bytes. Source: ISO 28500:2017, 6.3.3.
 */
export function documentRecord(doc: Recordable, bytes: Uint8Array): Uint8Array {
  const charset = doc.web?.charset == null ? '' : `; charset=${doc.web.charset}`
  const fields = {
    'WARC-Type': 'resource',
    'WARC-Date': doc.fetchedAt,
    'WARC-Target-URI': doc.url,
    'Content-Type': `${doc.mediaType}${charset}`,
    'WARC-Block-Digest': `sha256:${doc.contentHash}`,
    'WARC-Record-ID': recordId(`${doc.version} ${doc.fetchedAt}`),
    [OWN_FIELD]: writeOwnField({ doc: doc.key, given: doc.given, web: doc.web }),
  }
  return record(fields, bytes)
}

function record(fields: Readonly<Record<string, string>>, block: Uint8Array): Uint8Array {
  const lines = Object.entries({ ...fields, 'Content-Length': `${block.length}` }).map(
    ([name, value]) => `${name}: ${value.replace(/[\r\n]+/g, ' ')}\r\n`,
  )
  return Buffer.concat([Buffer.from(`WARC/1.1\r\n${lines.join('')}\r\n`), block, Buffer.from('\r\n\r\n')])
}

/** A UUID made of a name, so that writing again gives the same. Source: RFC 9562, 5.8. */
function recordId(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16)
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `${variant}${hex.slice(17, 20)}`]
  return `<urn:uuid:${[...parts, hex.slice(20, 32)].join('-')}>`
}
