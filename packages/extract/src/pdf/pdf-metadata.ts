import { parseMachineDate } from '../dates.ts'
import type { Metadata } from '../html/metadata.ts'

/** What word processors write when nobody gave a title or a name. */
const NOBODY =
  /^(?:microsoft word\b|untitled|unknown|anonymous|admin|user|owner|title|author|.*\.(?:docx?|indd|odt|pptx?|pdf)$)/i

/**
 * What a PDF's information dictionary says: title, author as byline, and the day it was made, which for a report is about
 * the day it was published. Source: ISO 32000-1, 14.3.3 and 7.9.4.
 */
export function pdfMetadata(info: object): Partial<Metadata> {
  const { Title: title, Author: byline, CreationDate: made } = info as Readonly<Record<string, unknown>>
  const day = typeof made === 'string' ? /^(?:D:)?(\d{4})(\d{2})(\d{2})/.exec(made) : null
  const publishedAt = day === null ? null : parseMachineDate(`${day[1]}-${day[2]}-${day[3]}`)
  return {
    title: said(title),
    byline: said(byline),
    ...(publishedAt === null ? {} : { publishedAt, publishedFrom: 'pdf-created' }),
  }
}

function said(value: unknown): string | null {
  const text = typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : ''
  return text === '' || NOBODY.test(text) ? null : text
}
