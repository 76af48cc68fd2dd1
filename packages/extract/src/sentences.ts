import type { Span } from '@counterclaim/model'
import words from './data/sentence-words.json' with { type: 'json' }

const NEVER_END: ReadonlySet<string> = new Set(words.neverEnd)
const MAY_END: ReadonlySet<string> = new Set(words.mayEnd)
const STARTERS: ReadonlySet<string> = new Set(words.starters)
const REPORTING: ReadonlySet<string> = new Set(words.reporting)

/** Runs of marks that may end a sentence; each is looked at once, so the scan is linear. */
const END_MARKS = /[.!?…؟۔।。！？｡]+/gu
const CLOSERS = new Set(')]}"”\'’»›」』）')
const OPENERS = new Set('([{"“‘\'«‹„‚「『（¿¡—–-*•')
const UNSPACED = /[。！？｡]/u
const WORD_BEFORE = 24
const ATTRIBUTION_WORDS = 8

/** No sentence is longer; what goes on without an end is cut at a space, for whoever reads sentences takes them whole. */
const MAX_SENTENCE = 4_000

/**
 * Splits one passage into sentences: half-open UTF-16 offsets, in order, covering all but white space. Linear.
 * Abbreviations, initials, decimals, list numbers and lower-case continuations do not end a sentence; abbreviations
 * that can end one ("U.S.", "Inc.", "Nov.") do so only before a word that starts sentences. A short attribution after
 * a closed quotation (“… here.” Jones said.) stays with it.
 */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = []
  let start = skipSpace(text, 0)
  END_MARKS.lastIndex = start
  for (let m = END_MARKS.exec(text); m !== null; m = END_MARKS.exec(text)) {
    const end = skipClosers(text, m.index + m[0].length)
    END_MARKS.lastIndex = end
    if (end < text.length && !endsSentence(text, start, m.index, m[0], end)) continue
    if (end > start) pushCut(spans, text, start, end)
    start = skipSpace(text, end)
    if (start > END_MARKS.lastIndex) END_MARKS.lastIndex = start
  }
  const end = trimEnd(text, start, text.length)
  if (end > start) pushCut(spans, text, start, end)
  return spans
}

function pushCut(spans: Span[], text: string, from: number, end: number): void {
  let start = from
  while (end - start > MAX_SENTENCE) {
    const space = text.lastIndexOf(' ', start + MAX_SENTENCE)
    const pair = (text.charCodeAt(start + MAX_SENTENCE) & 0xfc00) === 0xdc00 ? 1 : 0
    const cut = space > start + MAX_SENTENCE / 2 ? space : start + MAX_SENTENCE - pair
    spans.push({ start, end: trimEnd(text, start, cut) })
    start = skipSpace(text, cut)
  }
  if (end > start) spans.push({ start, end })
}

function endsSentence(text: string, start: number, at: number, marks: string, end: number): boolean {
  if (UNSPACED.test(marks)) return true
  if (!isSpace(text.charCodeAt(end))) return false
  const next = nextWord(text, end)
  if (next.text === '') return true
  if (startsLower(next.text)) return false
  const closed = end > at + marks.length
  if (marks === '.' && !closed && isAbbreviation(text, start, at, next)) return false
  return !(closed && isShortAttribution(text, end))
}

interface NextWord {
  readonly text: string
  /** True for an initial: "J." */
  readonly dotted: boolean
}

function nextWord(text: string, from: number): NextWord {
  let i = skipSpace(text, from)
  while (i < text.length && OPENERS.has(text[i] as string)) i = skipSpace(text, i + 1)
  let end = i
  while (end < text.length && end < i + WORD_BEFORE && isWordUnit(text.charCodeAt(end))) end++
  return { text: text.slice(i, end), dotted: text[end] === '.' }
}

function isAbbreviation(text: string, start: number, at: number, next: NextWord): boolean {
  const word = wordBefore(text, start, at)
  const starts = STARTERS.has(next.text) && !(next.dotted && next.text.length === 1)
  if (NEVER_END.has(word)) return true
  if ((word === 'No' || word === 'no') && /^\d/.test(next.text)) return true
  if (MAY_END.has(word)) return !starts
  if (/^\p{L}$/u.test(word)) return word !== 'I' && !starts
  if (/^(?:\p{L}\.)+\p{L}{1,2}$/u.test(word)) return !starts
  return at - word.length === start && /^(?:\d{1,3}|[ivxlc]{1,5})$/iu.test(word)
}

function wordBefore(text: string, start: number, at: number): string {
  let i = at
  while (i > start && at - i < WORD_BEFORE && (isWordUnit(text.charCodeAt(i - 1)) || text[i - 1] === '.')) i--
  return text.slice(i, at).replace(/^\.+/, '')
}

/** `” Jones said in a statement.`: at most ATTRIBUTION_WORDS words, with a reporting verb among the first five. */
function isShortAttribution(text: string, end: number): boolean {
  if (!/["”»]/.test(text[end - 1] as string)) return false
  const rest = text.slice(end, end + 120).trimStart()
  const stop = rest.search(/[.!?](?:\s|$)/)
  const upTo = stop < 0 ? rest : rest.slice(0, stop)
  if (/["“”«»]/.test(upTo)) return false
  const tokens = upTo.split(/\s+/)
  return tokens.length <= ATTRIBUTION_WORDS && tokens.slice(1, 5).some((t) => REPORTING.has(t.replace(/[,:;]$/, '')))
}

function startsLower(word: string): boolean {
  return /^\p{Ll}/u.test(word) && !/^\p{Ll}\p{Lu}/u.test(word)
}

function skipClosers(text: string, from: number): number {
  let i = from
  while (i < text.length && CLOSERS.has(text[i] as string)) i++
  return i
}

function skipSpace(text: string, from: number): number {
  let i = from
  while (i < text.length && isSpace(text.charCodeAt(i))) i++
  return i
}

function trimEnd(text: string, start: number, from: number): number {
  let end = from
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  return end
}

function isSpace(unit: number): boolean {
  return (
    unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xa0 || unit === 0x2009 || unit === 0x202f || unit === 0x3000
  )
}

function isWordUnit(unit: number): boolean {
  if (unit < 128) return (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122)
  return unit >= 0xc0 && !(unit >= 0x2000 && unit <= 0x206f) && unit !== 0x3000 && !(unit >= 0x3001 && unit <= 0x3003)
}
