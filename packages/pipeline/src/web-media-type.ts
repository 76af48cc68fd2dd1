import { type MediaType, Unprocessable } from '@counterclaim/model'
import { mediaTypeOf } from './media-type.ts'

/** Types that servers name for what is read here. Feeds and other XML are none of them. */
const READ: Readonly<Record<string, MediaType>> = {
  'text/html': 'text/html',
  'application/xhtml+xml': 'text/html',
  'text/plain': 'text/plain',
  'text/markdown': 'text/markdown',
  'text/x-markdown': 'text/markdown',
  'application/pdf': 'application/pdf',
  'application/x-pdf': 'application/pdf',
}
/** Types that say nothing: what servers send when they do not know. */
const UNSAID: ReadonlySet<string> = new Set([
  '',
  'application/octet-stream',
  'binary/octet-stream',
  'application/force-download',
  'application/download',
  'unknown/unknown',
  'application/unknown',
  '*/*',
])
/** How much is looked at. Source: the mark of a PDF stands within 1,024 bytes (ISO 32000-1, implementation note 13). */
const HEAD = 1_024
/** What stands near the beginning of every page, comments and XML declarations before it or not. */
const HTML = /<(?:!doctype html|html|head|body)[\s>]/i
/**
 * What kind of input a server sent: by its bytes where they are clear (a PDF; a page sent as something else that is
 * read), else by Content-Type, else by the name in the URL; text when nothing speaks against it.
 * @throws {Unprocessable} `fetch.media-type` for what is no page, text or PDF
 */
export function webMediaType(contentType: string | null, bytes: Uint8Array, url: string): MediaType {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD))
  const essence = essenceOf(contentType)
  const said = READ[essence]
  if (said === undefined && !UNSAID.has(essence) && !isMaybePage(essence)) throw unread(essence)
  if (head.includes('%PDF-')) return 'application/pdf'
  if (HTML.test(head) && said !== 'text/plain' && said !== 'text/markdown') return 'text/html'
  if (said !== undefined) return said
  if (isMaybePage(essence) || bytes.subarray(0, HEAD).some(isBinary)) throw unread(essence)
  return typeOfName(url) ?? 'text/plain'
}

/** The charset parameter of a Content-Type header, null when there is none. */
export function charsetOf(contentType: string | null): string | null {
  return /;\s*charset\s*=\s*"?([\w.:-]+)/i.exec(contentType ?? '')?.[1]?.toLowerCase() ?? null
}

function essenceOf(contentType: string | null): string {
  return contentType?.split(';', 1)[0]?.trim().toLowerCase() ?? ''
}

/** Bytes that no text has. Source: WHATWG MIME Sniffing, "binary data byte". */
function isBinary(byte: number): boolean {
  return byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d && byte !== 0x0b) && byte !== 0x1b
}

/** XHTML is sent under these names too. */
function isMaybePage(essence: string): boolean {
  return essence === 'application/xml' || essence === 'text/xml'
}

function typeOfName(url: string): MediaType | null {
  try {
    return mediaTypeOf(new URL(url).pathname)
  } catch {
    return null
  }
}

function unread(essence: string): Unprocessable {
  return new Unprocessable('fetch.media-type', `It is ${essence.slice(0, 60) || 'binary'}: no page, text or PDF`)
}
