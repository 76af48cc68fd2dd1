import { type Fetched, type Given, type Text, Unprocessable, versionId } from '@counterclaim/model'
import { assemble } from './assemble.ts'
import { dateInUrl, parseMachineDate } from './dates.ts'
import { decodeText } from './encoding.ts'
import { detectLanguage } from './language.ts'
import { cleanBlocks } from './text/clean-blocks.ts'
import { titleFromSentence } from './text/headline.ts'
import { readText } from './text/read-text.ts'
import { markSubheads } from './text/subheads.ts'

/** What extraction reads besides the bytes. */
export interface Extractable extends Pick<Fetched, 'mediaType'> {
  readonly id: string
  readonly url: string
  readonly key: string
  readonly given: Given
}

/**
 * Clean text and metadata of one input.
 * @throws {Unprocessable} when nothing readable is in it (`input.binary`, `pdf.encrypted`, `html.too-deep`, `text.none` …)
 */
export async function extractDocument(input: Extractable, bytes: Uint8Array): Promise<Text> {
  const blocks = readText(decodeText(bytes, false))
  const given = input.given.title?.trim()
  const clean = cleanBlocks(blocks, given === undefined || given === '' ? null : given)
  const body = markSubheads(clean.blocks)
  const { text, passages, sentences } = assemble(body)
  if (text === '') throw new Unprocessable('text.none', 'no words in it')
  const title = given ?? clean.headline ?? titleFromSentence(text.slice(sentences[0]?.start, sentences[0]?.end))
  const [publishedAt, publishedFrom] = publication(input, clean.date)
  return {
    version: versionId(input.id, title, text),
    source: input.given.source ?? 'unknown',
    title,
    byline: clean.byline,
    publishedAt,
    publishedFrom,
    language: detectLanguage(text, null),
    text,
    passages,
    sentences,
  }
}

function publication(input: Extractable, dateline: string | null): [string | null, string | null] {
  const given = input.given.publishedAt
  if (given !== undefined) return [parseMachineDate(given) ?? given, 'given']
  if (dateline !== null) return [dateline, 'dateline']
  const inUrl = dateInUrl(input.url)
  return inUrl === null ? [null, null] : [inUrl, 'url']
}
