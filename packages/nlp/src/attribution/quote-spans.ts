import type { Span } from '@counterclaim/model'

/** A quotation: the span includes its marks. `open` tells that its closing mark is missing. */
export interface Quote extends Span {
  readonly open: boolean
}

/** Longest stretch, in UTF-16 units, that a lone opening mark in the middle of a paragraph may claim. */
const LONGEST_UNCLOSED = 400
const OPENING = new Set(['“', '„', '«', '‘'])
const CLOSING = new Set(['”', '»', '’'])
const SINGLE = new Set(['‘', '’', "'"])
const SPACE = /\s/

type Side = 'open' | 'close' | 'none'

/** Which side a mark is on by the characters around it; a curly mark that stands the wrong way round is turned. */
function sideOf(text: string, at: number, length: number, start: number, end: number): Side {
  const mark = text[at] ?? ''
  const before = at > start ? (text[at - 1] ?? ' ') : ' '
  const after = at + length < end ? (text[at + length] ?? ' ') : ' '
  const opens = SPACE.test(before) || '([—–-/:'.includes(before)
  const closes = SPACE.test(after) || '.,;:!?)]—–-'.includes(after)
  if (length === 1 && SINGLE.has(mark)) return singleSide(mark, before, after, opens, closes)
  if (OPENING.has(mark)) return closes && !opens ? 'close' : 'open'
  if (CLOSING.has(mark)) return opens && !closes && !'.,!?'.includes(lastPrinted(text, at, start)) ? 'open' : 'close'
  if (opens && !closes) return 'open'
  return closes || !opens ? 'close' : 'open'
}

/** A single mark inside a word or after a plural possessive is an apostrophe. */
function singleSide(mark: string, before: string, after: string, opens: boolean, closes: boolean): Side {
  if (opens && /[\p{Lu}\p{Ll}“"\p{N}]/u.test(after) && mark !== '’') return 'open'
  return closes && !opens && mark !== '‘' && before !== 's' ? 'close' : 'none'
}

function lastPrinted(text: string, at: number, start: number): string {
  let i = at - 1
  while (i >= start && SPACE.test(text[i] ?? '')) i--
  return i >= start ? (text[i] ?? '') : ' '
}

/**
 * Quotations of a field, in order, without overlaps; nested ones are part of the outer one. Never crosses a passage.
 * Mends what scraped text breaks: a closing mark turned the wrong way, one that was never opened (from the passage's
 * start), one that was never closed (to the passage's end when the quotation starts the passage). Linear.
 */
export function findQuotes(text: string, passages: readonly Span[]): Quote[] {
  const quotes: Quote[] = []
  for (const passage of passages) for (const quote of quotesOf(text, passage)) quotes.push(quote)
  return quotes
}

function quotesOf(text: string, { start, end }: Span): Quote[] {
  const quotes: Quote[] = []
  let from = -1
  let single = false
  let last = start
  let printed = start - 1
  for (let at = start; at < end; at++) {
    const length = markLength(text, at)
    if (length === 0) {
      if (!SPACE.test(text[at] ?? '')) printed = at
      continue
    }
    const before = printed
    printed = at + length - 1
    const isSingle = length === 1 && SINGLE.has(text[at] ?? '')
    const side = sideOf(text, at, length, start, end)
    const markEnd = at + length
    at = markEnd - 1
    if (side === 'none') continue
    const startMark = markEnd - length
    if (from < 0) {
      if (side === 'open') [from, single] = [startMark, isSingle]
      else if (!isSingle && before >= last) {
        quotes.push({ start: skipSpace(text, last, startMark), end: markEnd, open: false })
        last = markEnd
      }
    } else if (single === isSingle && (side === 'close' || '.,!?'.includes(lastPrinted(text, startMark, start)))) {
      quotes.push({ start: from, end: markEnd, open: false })
      last = markEnd
      from = -1
    } else if (single && !isSingle && side === 'open') [from, single] = [startMark, false]
  }
  if (from >= 0 && !single && (from === start || end - from <= LONGEST_UNCLOSED))
    quotes.push({ start: from, end, open: true })
  return quotes
}

/** Length of the quotation mark at an offset: 2 for the typewriter's '' and ``, 0 when none stands there. */
function markLength(text: string, at: number): number {
  const code = text.charCodeAt(at)
  // Nearly every character is none: " ' ` « » stand below, ‘ ’ “ ” „ above.
  if (code > 0xbb ? code < 0x2018 || code > 0x201e : code > 0x60 && code < 0xab) return 0
  const mark = text[at] ?? ''
  if ((mark === "'" || mark === '`') && text[at + 1] === mark) return 2
  return mark === '"' || OPENING.has(mark) || CLOSING.has(mark) || mark === "'" ? 1 : 0
}

/** The last quotation that ends at or before an offset, or with `starts` the last that starts before it. Bisects. */
export function lastQuoteBefore(quotes: readonly Quote[], at: number, starts = false): Quote | undefined {
  let [low, high] = [0, quotes.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const quote = quotes[middle] as Quote
    if (starts ? quote.start < at : quote.end <= at) low = middle + 1
    else high = middle
  }
  return quotes[low - 1]
}

function skipSpace(text: string, from: number, to: number): number {
  let i = from
  while (i < to && /[\s.,;:!?]/.test(text[i] ?? '')) i++
  return i
}
