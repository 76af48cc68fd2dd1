import { type Fetched, type Given, type Ocr, type Text, Unprocessable, versionId } from '@counterclaim/model'
import { assemble } from './assemble.ts'
import type { Block } from './block.ts'
import { dateInUrl, parseMachineDate } from './dates.ts'
import { decodeText } from './encoding.ts'
import type { Metadata } from './html/metadata.ts'
import { readHtml } from './html/read-html.ts'
import { detectLanguage } from './language.ts'
import { isPdf, readPdf } from './pdf/read-pdf.ts'
import { type CleanBlocks, cleanBlocks } from './text/clean-blocks.ts'
import { readFrontMatter } from './text/front-matter.ts'
import { titleFromSentence } from './text/headline.ts'
import { readText } from './text/read-text.ts'
import { markSubheads } from './text/subheads.ts'

/** What extraction reads besides the bytes. */
export interface Extractable extends Pick<Fetched, 'mediaType' | 'web'> {
  readonly id: string
  readonly url: string
  readonly key: string
  readonly given: Given
}

/**
 * Longest text that is read, in UTF-16 code units: a thousand printed pages. Tagging and claims of twice as much need
 * more than a thread's default heap of 512 MB, and three times as much more than a stage's default minute.
 */
const MAX_TEXT = 3_000_000

/** Bytes that a code unit takes at most in any encoding: a text of more than `MAX_TEXT` such is refused before it is decoded. */
const MOST_BYTES = 4
/** `<`: what is sent as text may be a page, most of which is no text. */
const TAG_OPEN = 0x3c

/** What a format's reader finds in the bytes. */
interface Reading {
  readonly blocks: readonly Block[]
  readonly metadata: Partial<Metadata>
  readonly recognizedBy?: string
  readonly cut?: string
}

/** What extraction gives; `cut`: what it left out, in words. */
export type Extracted = Text & { readonly cut?: string }

/**
 * Clean text and metadata of one input; `ocr` reads what is pictures alone.
 * @throws {Unprocessable} when nothing readable is in it (`input.binary`, `pdf.encrypted`, `html.too-deep`, `text.too-long`, `text.none` …)
 */
export async function extractDocument(input: Extractable, bytes: Uint8Array, ocr?: Ocr): Promise<Extracted> {
  const { blocks, metadata, recognizedBy, cut } = await readBytes(input, bytes, ocr)
  refuseLong(blocks.reduce((sum, block) => sum + block.text.length, 0))
  const known = filled(input.given.title) ?? filled(metadata.title)
  const clean = cleanBlocks(blocks, known)
  const byline = filled(metadata.byline) ?? clean.byline
  const { text, passages, sentences } = assemble(markSubheads(clean.blocks))
  if (text === '') throw new Unprocessable('text.none', 'no words in it')
  const listed = filled(input.given.listed?.title)
  const title =
    known ?? listed ?? clean.headline ?? titleFromSentence(text.slice(sentences[0]?.start, sentences[0]?.end))
  return {
    version: versionId(input.id, title, text),
    source:
      filled(input.given.source) ??
      filled(metadata.source) ??
      hostName(input.url) ??
      filled(metadata.byline) ??
      'unknown',
    title,
    byline,
    ...publication(input, metadata, clean),
    language: detectLanguage(text, metadata.language ?? null),
    ...(recognizedBy === undefined ? {} : { recognizedBy }),
    ...(cut === undefined ? {} : { cut }),
    text,
    passages,
    sentences,
  }
}

async function readBytes(input: Extractable, bytes: Uint8Array, ocr: Ocr | undefined): Promise<Reading> {
  if (bytes.length === 0) throw new Unprocessable('input.empty', 'no bytes')
  if (input.mediaType === 'application/pdf' || isPdf(bytes)) {
    return readPdf(bytes, ocr)
  }
  const markup = input.mediaType === 'text/html'
  if (!markup && bytes[0] !== TAG_OPEN) refuseLong(Math.floor(bytes.length / MOST_BYTES), 'At least ')
  const raw = decodeText(bytes, markup, input.web?.charset ?? null)
  if (markup || /^\s*<(?:!doctype html|html|head|body)[\s>]/i.test(raw.slice(0, 500))) return readHtml(raw, input.url)
  refuseLong(raw.length)
  const front = readFrontMatter(raw)
  return front === null
    ? { blocks: readText(raw), metadata: {} }
    : { blocks: readText(front.body), metadata: front.metadata }
}

function refuseLong(length: number, bound = ''): void {
  if (length <= MAX_TEXT) return
  const count = (n: number): string => n.toLocaleString('en-US')
  throw new Unprocessable(
    'text.too-long',
    `${bound}${count(length)} characters of text, and ${count(MAX_TEXT)} is the most`,
  )
}

/** Dates that a line of the text itself overrules. */
const UNSURE: ReadonlySet<string> = new Set(['url', 'pdf-created'])

function publication(
  input: Extractable,
  metadata: Partial<Metadata>,
  clean: CleanBlocks,
): Pick<Text, 'publishedAt' | 'publishedFrom'> {
  const given = filled(input.given.publishedAt)
  if (given !== null) return { publishedAt: parseMachineDate(given) ?? given, publishedFrom: 'given' }
  const { publishedAt, publishedFrom } = metadata
  if (publishedAt && !UNSURE.has(publishedFrom ?? '')) return { publishedAt, publishedFrom: publishedFrom ?? null }
  if (clean.date !== null) return { publishedAt: clean.date, publishedFrom: 'dateline' }
  const listed = filled(input.given.listed?.publishedAt)
  if (listed !== null) return { publishedAt: listed, publishedFrom: 'feed' }
  const inUrl = dateInUrl(input.url)
  if (inUrl !== null) return { publishedAt: inUrl, publishedFrom: 'url' }
  return { publishedAt: publishedAt ?? null, publishedFrom: publishedAt ? (publishedFrom ?? null) : null }
}

function hostName(url: string): string | null {
  return /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase() ?? null
}

function filled(value: string | null | undefined): string | null {
  const trimmed = value?.trim() ?? ''
  return trimmed === '' ? null : trimmed
}
