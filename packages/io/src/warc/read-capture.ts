import { type Capture, canonicalUrl, type FromWeb, type MediaType, Unprocessable } from '@counterclaim/model'
import { charsetOf, webMediaType } from '@counterclaim/pipeline'
import { tooLarge } from '../files/read-file.ts'
import { type HttpMessage, readHttpMessage } from './http-message.ts'
import { OWN_FIELD, readOwnField } from './own-field.ts'
import type { WarcRecord } from './read-records.ts'

/** What a record says is there, or why it holds no page. */
export type Captured =
  | {
      readonly kind: 'page'
      readonly bytes: Uint8Array
      readonly capture: Omit<Capture, 'hash'>
      readonly key?: string
    }
  | { readonly kind: 'none'; readonly reason: string }

/** Records that may hold a page. `conversion` is what others made of one, as the texts of Common Crawl. */
export function mayHoldPage({ type, header }: Pick<WarcRecord, 'type' | 'header'>): boolean {
  return ['response', 'resource', 'conversion'].includes(type) && targetOf(header) !== null
}

/** The URL that a record is about, canonical; null for what is neither of the web nor a file (`dns:`, `metadata:`). */
export function targetOf(header: WarcRecord['header']): string | null {
  const uri = header('warc-target-uri')?.replace(/^<(.*)>$/, '$1') ?? ''
  if (/^file:\/\/\//i.test(uri)) return uri
  return /^https?:\/\//i.test(uri) ? canonicalUrl(uri) : null
}

/**
 * The page that a record holds.
 * @throws {Unprocessable} when it cannot be read
 */
export async function readCapture(record: WarcRecord, url: string, maxBytes: number): Promise<Captured> {
  const { header, block } = record
  if (block === null) throw tooLarge(`Record ${record.number}`, maxBytes)
  const cut = cutBy(header)
  if (cut !== null) throw new Unprocessable('input.damaged', cut)
  const isAnswer = record.type === 'response' && /^https?:/i.test(url)
  const answer = isAnswer ? await readHttpMessage(block, maxBytes) : null
  if (answer !== null && (answer.status < 200 || answer.status > 299))
    return { kind: 'none', reason: `The server answered ${answer.status}` }
  const bytes = answer?.body ?? block
  if (bytes.length === 0) return { kind: 'none', reason: 'It has no bytes' }
  const contentType = answer === null ? header('content-type') : answer.header('content-type')
  const mediaType = pageType(contentType, bytes, url)
  if (typeof mediaType !== 'string') return { kind: 'none', reason: mediaType.reason }
  const own = readOwnField(header(OWN_FIELD))
  // What this program recorded from a file says by its silence that it is not from the web.
  const isFromWeb = /^https?:/i.test(url) && own.doc === undefined
  const web = own.web ?? (isFromWeb ? webOf(url, contentType, answer) : undefined)
  const capture = {
    mediaType,
    bytes: bytes.length,
    ...(web === undefined ? {} : { web }),
    ...momentOf(header('warc-date')),
    given: own.given ?? {},
  }
  return { kind: 'page', bytes, capture, ...(own.doc === undefined ? {} : { key: own.doc }) }
}

function webOf(url: string, contentType: string | null, answer: HttpMessage | null): FromWeb {
  const etag = answer?.header('etag') ?? null
  const lastModified = answer?.header('last-modified') ?? null
  return {
    finalUrl: url,
    charset: charsetOf(contentType),
    ...(etag === null ? {} : { etag }),
    ...(lastModified === null ? {} : { lastModified }),
  }
}

/** Why a record holds a part alone, null when it holds the whole. Source: ISO 28500:2017, 5.13 and 7. */
function cutBy(header: WarcRecord['header']): string | null {
  const truncated = header('warc-truncated')
  if (truncated !== null) return `Whoever recorded the page cut it off (${truncated})`
  return header('warc-segment-number') === null ? null : 'The page is spread over several records, which are not joined'
}

function pageType(contentType: string | null, bytes: Uint8Array, url: string): MediaType | { readonly reason: string } {
  try {
    return webMediaType(contentType, bytes, url)
  } catch (error) {
    if (error instanceof Unprocessable) return { reason: error.message }
    throw error
  }
}

/** ISO 8601, as every moment in the archive; nothing for a date that is none. */
function momentOf(date: string | null): { readonly fetchedAt?: string } {
  const ms = Date.parse(date ?? '')
  return Number.isNaN(ms) ? {} : { fetchedAt: new Date(ms).toISOString() }
}
