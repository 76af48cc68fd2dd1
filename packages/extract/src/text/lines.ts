import { decodeEntities } from './entities.ts'

/** A line of the input: trimmed, with what parts it from the line before. */
export interface Line {
  readonly text: string
  /** Empty lines before it. */
  readonly gap: number
  /** 1-based page, where form feeds part pages. */
  readonly page?: number
  /** Set where the layout, not the text, says what the line is. */
  readonly kind?: 'heading'
}

/**
 * The non-empty lines of a text. Control characters, soft hyphens and zero-width spaces are gone, entities decoded;
 * tabs and runs of spaces are kept, for tables of contents are known by them.
 */
export function readLines(raw: string): Line[] {
  const lines: Line[] = []
  const paged = raw.includes('\f')
  let gap = 0
  let page = 1
  for (const chunk of normalise(raw).split('\n')) {
    const feeds = paged ? chunk.split('\f').length - 1 : 0
    const text = (feeds > 0 ? chunk.replaceAll('\f', ' ') : chunk).trim()
    if (chunk.startsWith('\f')) page += feeds
    if (text === '') gap++
    else {
      lines.push(paged ? { text, gap, page } : { text, gap })
      gap = 0
    }
    if (!chunk.startsWith('\f')) page += feeds
  }
  return lines
}

/** Control characters, and what has no width: soft hyphens, zero-width spaces and joiners of words, byte order marks. */
const UNSEEN = /(?![\n\t\f])[\p{Cc}\u00ad\u200b\u2060\ufeff]/gu

function normalise(raw: string): string {
  let text = raw.replace(/\r\n?|[\u2028\u2029\u0085\v]/g, '\n')
  text = text.replace(UNSEEN, '').replace(/(?<=[^\n\f])\f/g, '\n\f')
  text = text.replace(/[\u00a0\u2007\u202f\u2000-\u200a\u3000]/g, ' ')
  return text.includes('&') ? decodeEntities(text) : text
}
