import type { Attribution, Span, TaggedDocument } from '@counterclaim/model'
import { proseWords } from '../syntax/sentence-words.ts'
import { readWords, type Word } from '../syntax/words.ts'
import { firstFrom } from './near.ts'
import type { StatementField } from './statement-field.ts'
import { contentTerms } from './terms.ts'

/** One assertion of an attribution's content: its words, and the span that is its evidence. */
export interface Clause {
  readonly span: Span
  readonly words: readonly Word[]
}

/** Words that the evidence of a statement may have; a longer clause is cut at its last comma before. */
const LONGEST_EVIDENCE = 45
const COORDINATORS = new Set(['and', 'but', 'while', 'nor', 'yet', 'whereas'])

/** The assertions of an attribution, one for each sentence and for each coordinated clause with a subject of its own. */
export function clausesOf(place: StatementField, attribution: Attribution): Clause[] {
  const clauses: Clause[] = []
  for (const words of wordsOf(place.doc, attribution)) {
    for (const part of splitWords(words)) {
      const clause = clauseOf(place, attribution, part)
      if (clause !== null) clauses.push(clause)
    }
  }
  return clauses
}

function wordsOf(doc: TaggedDocument, attribution: Attribution): (readonly Word[])[] {
  const { field, content } = attribution
  const lines = field === 'title' ? [readWords(doc.title)] : linesWithin(doc, content)
  return lines.flatMap((words) => {
    return withoutUnit(
      words.filter((w) => w.start >= content.start && w.end <= content.end),
      attribution,
    )
  })
}

/** Words between a cue and the mark behind it: "said on Monday in Paris:". */
const LONGEST_ADJUNCT = 6

/** What is said around "…, the minister said, …" without these words; before "said:" and "said;" it ends, and goes on anew. */
function withoutUnit(words: readonly Word[], { source, cue, by }: Attribution): (readonly Word[])[] {
  if (source === null || !by.endsWith('-after') || source.end > cue.start) return [words]
  const from = words.findIndex((w) => w.start >= source.start)
  const to = words.findIndex((w) => w.start >= cue.end)
  if (from <= 0 || to <= from || words[from - 1]?.text !== ',') return [words]
  const [before, after] = [words.slice(0, from - 1), words.slice(to)]
  const mark = after.findIndex(({ text }) => /^[:;,]$/.test(text))
  const isAdjunct = mark >= 0 && mark <= LONGEST_ADJUNCT && !after.slice(0, mark).some(isVerb)
  const rest = isAdjunct ? after.slice(mark) : after
  return /^[:;]$/.test(rest[0]?.text ?? '') ? [before, rest] : [[...before, ...rest]]
}

/** Words of the sentences that a span reaches into; found by bisection, so that many attributions stay cheap. */
function linesWithin(doc: TaggedDocument, span: Span): (readonly Word[])[] {
  let [low, high] = [0, doc.sentences.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((doc.sentences[middle]?.end ?? 0) <= span.start) low = middle + 1
    else high = middle
  }
  const all = proseWords(doc)
  const lines: (readonly Word[])[] = []
  for (let i = low; i < all.length && (doc.sentences[i]?.start ?? span.end) < span.end; i++) lines.push(all[i] ?? [])
  return lines
}

function splitWords(words: readonly Word[]): (readonly Word[])[] {
  const parts: (readonly Word[])[] = []
  let from = 0
  for (let i = 1; i < words.length - 1; i++) {
    if (!startsNewAssertion(words, i)) continue
    parts.push(words.slice(from, i))
    from = i
  }
  parts.push(words.slice(from))
  return parts.length === 1 ? parts : parts.filter((part) => part.some(isVerb))
}

function startsNewAssertion(words: readonly Word[], i: number): boolean {
  const [before, word, next] = [words[i - 1] as Word, words[i] as Word, words[i + 1] as Word]
  if (before.text === ';') return true
  if (!COORDINATORS.has(word.lower)) return false
  if (next.lower === 'that' && (next.pos === 'SCONJ' || clauseFollows(words, i + 2))) return true
  return before.text === ',' && clauseFollows(words, i + 1)
}

/** A subject and then a finite verb within the next words. */
function clauseFollows(words: readonly Word[], from: number): boolean {
  const first = words[from]
  if (first === undefined || !['PRON', 'DET', 'NOUN', 'PROPN', 'ADJ', 'NUM'].includes(first.pos)) return false
  for (let i = from + 1; i < Math.min(words.length, from + 8); i++) {
    const word = words[i] as Word
    if (word.pos === 'PUNCT') return false
    if (isVerb(word) && words[i - 1]?.lower !== 'to') return !word.lower.endsWith('ing')
  }
  return false
}

function isVerb(word: Word): boolean {
  return word.pos === 'VERB' || word.pos === 'AUX'
}

const LEADING = new Set([
  'and',
  'but',
  'that',
  'while',
  'yet',
  'whereas',
  ',',
  ';',
  ':',
  '—',
  '–',
  '-',
  '“',
  '”',
  '"',
  "'",
  '‘',
])

function clauseOf({ doc, text }: StatementField, attribution: Attribution, part: readonly Word[]): Clause | null {
  let [from, to] = [0, part.length]
  while (from < to && LEADING.has(part[from]?.lower ?? '') && !isPointing(part, from)) from++
  while (to > from && part[to - 1]?.pos === 'PUNCT') to--
  const kept = cutLong(part.slice(from, to))
  const [first, last] = [kept[0], kept.at(-1)]
  if (first === undefined || last === undefined) return null
  const span = { start: first.start, end: Math.min(last.end, text.length) }
  return { span: isTelling(text, span, attribution) ? span : withCue(doc, attribution, span), words: kept }
}

/** "That is not true": a pronoun, and no conjunction. */
function isPointing(words: readonly Word[], at: number): boolean {
  const next = words[at + 1]
  return words[at]?.lower === 'that' && (next?.pos === 'AUX' || /^['’]s$/.test(next?.text ?? ''))
}

/** Fewest content words by which an evidence can be understood without its speaker and cue. */
const FEWEST_ALONE = 3
/** … and of a claim that stands within what somebody says of it. */
const FEWEST_INSIDE = 2

/** "its systems were hit" or "to comment" says too little without "the bank denied that" or "declined". */
function isTelling(text: string, span: Span, { stance, by }: Attribution): boolean {
  // "Rejected Lee's charge that it was negligent": with speaker and cue it would be the words of the denial around it.
  const fewest = by === 'nominal' ? FEWEST_INSIDE : FEWEST_ALONE
  return stance !== 'declines' && contentTerms(text.slice(span.start, span.end)).length >= fewest
}

/** The span with the speaker and cue of its sentence. */
function withCue(doc: TaggedDocument, { field, source, cue }: Attribution, span: Span): Span {
  const sentence =
    field === 'title'
      ? { start: 0, end: doc.title.length }
      : doc.sentences[firstFrom(doc.sentences, span.start + 1, (s) => s.end)]
  if (sentence === undefined || cue.start < sentence.start || cue.end > sentence.end) return span
  const named = source !== null && source.start >= sentence.start && source.end <= sentence.end ? source : cue
  return { start: Math.min(span.start, cue.start, named.start), end: Math.max(span.end, cue.end, named.end) }
}

function cutLong(words: readonly Word[]): readonly Word[] {
  if (words.length <= LONGEST_EVIDENCE) return words
  const comma = words.findLastIndex((w, i) => i > 8 && i < LONGEST_EVIDENCE && (w.text === ',' || w.text === ';'))
  return words.slice(0, comma > 0 ? comma : LONGEST_EVIDENCE)
}
