import type { Block } from '../block.ts'
import { flatMarkers, flatNumber, footnoteNumber, markFootnote } from './footnotes.ts'
import type { Line } from './lines.ts'
import { readMarkup } from './markup.ts'
import { countWords, isTerminated } from './shape.ts'

/** A line this long, in words and characters, is running text that can go on in the next line; a heading is shorter. */
const MIN_OPEN_WORDS = 4
const MIN_OPEN_CHARS = 25
/** As many last characters as the rules below look at. */
const TAIL = 64
const HALF_SAID =
  /(?:^|\s)(?:the|an?|of|and|or|its|their|his|her|our|that|which|than|between|into|de|la|le|les|des|der|die|das|und|el|los|del|y|et|e|di)$/i

interface Draft {
  readonly kind: Block['kind']
  /** Pieces, joined only at the end: a paragraph of a million lines costs no more than its length. */
  readonly parts: string[]
  /** The last characters so far, enough to see how the text ends. */
  tail: string
  length: number
  readonly page: number | undefined
  /** Length of the last line put in, for hard-wrapped texts. */
  lastLine: number
  joined: boolean
}

/**
 * Joins lines to blocks: hard-wrapped lines, and paragraphs that a link, a page end or a footnote broke in
 * mid-sentence. Footnotes between the halves come after the joined paragraph. Linear in the text.
 */
export function joinLines(lines: readonly Line[]): Block[] {
  const width = wrapWidth(lines)
  const bracketed = lines.some((line) => /\S\[\d{1,3}\]/.test(line.text))
  const flat = flatMarkers(lines)
  const drafts: Draft[] = []
  let open: Draft | undefined
  for (const line of lines) {
    const note = footnoteNumber(line.text, bracketed) ?? flatNumber(line.text, flat)
    if (note !== null) {
      drafts.push(draft('footnote', markFootnote(line.text, note), line))
      continue
    }
    const read = line.kind === undefined ? readMarkup(line.text) : { kind: line.kind, text: line.text }
    if (read === null) {
      open = undefined
      continue
    }
    const before = goesOn(drafts.at(-1), line.gap) ? drafts.at(-1) : open
    if (before !== undefined && continues(before, read, line.gap, width)) {
      append(before, read.text)
      continue
    }
    open = draft(read.kind, read.text, line)
    drafts.push(open)
  }
  return drafts.map(({ kind, parts, page }) => {
    const text = parts.join('')
    return page === undefined ? { kind, text } : { kind, text, page }
  })
}

function draft(kind: Block['kind'], text: string, line: Line): Draft {
  return {
    kind,
    parts: [text],
    tail: text.slice(-TAIL),
    length: text.length,
    page: line.page,
    lastLine: text.length,
    joined: false,
  }
}

/** A footnote whose text is not finished goes on in the next line, but not after an empty one. */
function goesOn(last: Draft | undefined, gap: number): boolean {
  return gap === 0 && last?.kind === 'footnote' && !isTerminated(last.tail)
}

function append(before: Draft, text: string): void {
  let piece = text
  if (/\p{Ll}[-‐]$/u.test(before.tail) && /^\p{Ll}/u.test(text)) {
    if (!keepsHyphen(before.tail)) before.parts.push((before.parts.pop() as string).slice(0, -1))
  } else {
    piece = (/^(?:[,;.!?)\]”’]|\[\^?\d)/.test(text) || /(?:^|\s)[“‘(["]$/.test(before.tail) ? '' : ' ') + text
  }
  before.parts.push(piece)
  before.tail = (before.tail + piece).slice(-TAIL)
  before.length += piece.length
  before.lastLine = text.length
  before.joined = true
}

const PREFIXES =
  /(?:^|[^\p{L}])(?:non|self|anti|multi|pre|post|co|ex|pro|cross|long|short|well|high|low|mid|all|semi|counter|vice|so|two|three|four|five|six|ten|first|second|third|part|full|real|large|small|old|new|fact|inter)-$/iu

/** True when the hyphen at a line's end belongs to a compound ("long-term"), false when it only divides a word. */
export function keepsHyphen(tail: string): boolean {
  return PREFIXES.test(tail.slice(-12))
}

function continues(before: Draft, next: Pick<Block, 'kind' | 'text'>, gap: number, width: number | null): boolean {
  if (before.kind === 'heading' || before.kind === 'table-row') return false
  if (next.kind !== 'paragraph') return before.kind === 'quote' && next.kind === 'quote' && gap === 0
  if (/^(?:[,;)]|(?:\[\^?\d{1,3}\])+[.,;:])/.test(next.text)) return true
  const full = width !== null && gap === 0 && before.lastLine >= width * 0.75
  if (isTerminated(before.tail)) return full
  if (full) return true
  if (width !== null && gap === 0) return /^\p{Ll}/u.test(next.text)
  return isCutOff(before, next.text)
}

function isCutOff(before: Draft, text: string): boolean {
  if (before.length < MIN_OPEN_CHARS || (before.length < 60 && countWords(before.tail) < MIN_OPEN_WORDS)) return false
  if (/^[\p{Ll}”’]/u.test(text) && !/^\p{Ll}\p{Lu}/u.test(text)) return true
  if (/(?:,|(?<![.!?…])\s[“‘(]|\s&)$/.test(before.tail) || HALF_SAID.test(before.tail.slice(-12))) return true
  return before.joined && before.length >= 60 && /^["“‘]/.test(text)
}

/** Width at which a hard-wrapped text breaks its lines; null when lines are paragraphs. */
function wrapWidth(lines: readonly Line[]): number | null {
  const lengths: number[] = []
  let unfinished = 0
  for (let i = 0; i + 1 < lines.length && lengths.length < 2000; i++) {
    const line = lines[i] as Line
    if (lines[i + 1]?.gap !== 0) continue
    lengths.push(line.text.length)
    if (!isTerminated(line.text)) unfinished++
  }
  if (lengths.length < 6 || unfinished < lengths.length * 0.5) return null
  const sorted = lengths.toSorted((a, b) => a - b)
  const width = sorted[Math.floor(sorted.length * 0.95)] as number
  if (width < 35 || width > 130) return null
  const full = lengths.filter((length) => length >= width * 0.75).length
  return full >= lengths.length * 0.6 ? width : null
}
