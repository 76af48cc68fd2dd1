import type { Span } from '@counterclaim/model'
import nouns from '../data/subject-nouns.json' with { type: 'json' }
import type { Parse } from '../syntax/clauses.ts'
import type { Frame } from './quantity-frame.ts'

const LANDS = new Set(nouns.lands)

/** Evidence of more words than this is cut to the words around the figure. The scorer of the project's gold reads no more than 60. */
const MAX_WORDS = 45
const BEFORE = 20

/**
 * The evidence of each figure of a sentence, in order: its clause with the relative clause that narrows it down, but no
 * further than the figures beside it. Spans differ from each other, so that each claim has an id of its own.
 */
export function evidenceOf(frames: readonly Frame[]): Span[] {
  const spans: Span[] = []
  const seen = new Set<string>()
  for (const [k, frame] of frames.entries()) {
    const next = frames[k + 1]
    const previous = frames[k - 1]
    let span = trimmed(frame.parse, rangeOf(frame, previous, next))
    if (span.start > frame.quantity.start || span.end < frame.quantity.end || seen.has(key(span))) span = plain(frame)
    seen.add(key(span))
    spans.push(span)
  }
  return spans
}

const key = (span: Span): string => `${span.start}-${span.end}`

/** Word indexes [from, to) of a figure's evidence. */
function rangeOf(frame: Frame, previous: Frame | undefined, next: Frame | undefined): readonly [number, number] {
  const { parse, clause, clauseAt, phrase } = frame
  if (frame.role === 'of' && isLand(frame)) return [parse.phrases[frame.governor]?.from ?? phrase.from, phrase.to]
  let from = parse.phrases[clause.from]?.from ?? phrase.from
  let to = parse.phrases[lastPhraseOf(parse, clauseAt) - 1]?.to ?? phrase.to
  const joined = parse.phrases[frame.at - 1]?.kind === 'conjunction' && clause.subject !== frame.at
  if (previous !== undefined && (previous.phrase.from >= from || joined)) from = afterPrevious(frame, previous)
  if (next !== undefined && next.phrase.from < to && !nested(frame, next)) to = Math.max(phrase.to, joint(frame, next))
  return cut(phrase.from, from, to)
}

/** "the island of 30,000": the phrase says all there is to say. */
function isLand({ parse, governor, counted }: Frame): boolean {
  const noun = parse.phrases[governor]
  return LANDS.has(parse.words[noun?.head ?? -1]?.lower ?? '') && counted.length <= 1
}

/** "20% of the 3,400 turbines": the second figure is part of what the first says. */
function nested(frame: Frame, inner: Frame): boolean {
  return frame.whole === inner.at || inner.role === 'of'
}

/** The clause's end, with a relative clause that follows without a comma. */
function lastPhraseOf({ clauses, phrases }: Parse, at: number): number {
  const clause = clauses[at]
  const next = clauses[at + 1]
  const to = clause?.to ?? 0
  return next?.opening === 'relative' && phrases[to - 1]?.kind !== 'mark' ? next.to : to
}

/** The first word after the earlier figure's phrase from which a new part begins, at the latest this figure's own phrase. */
function afterPrevious({ parse, at, phrase, clause }: Frame, previous: Frame): number {
  if (clause.subject > previous.at && clause.subject < at && previous.role !== 'subject')
    return parse.phrases[clause.subject]?.from ?? phrase.from
  for (let i = at - 1; i > previous.at; i--) {
    const kind = parse.phrases[i]?.kind
    if (kind === 'conjunction' || kind === 'mark') return parse.phrases[i + 1]?.from ?? phrase.from
  }
  return phrase.from
}

/** Where a figure's part ends before the next figure's begins: at the last mark or conjunction between them. */
function joint({ parse, at, phrase }: Frame, next: Frame): number {
  for (let i = next.at - 1; i > at; i--) {
    const kind = parse.phrases[i]?.kind
    if (kind === 'conjunction' || kind === 'mark') return parse.phrases[i]?.from ?? phrase.to
  }
  return next.phrase.from
}

function cut(figure: number, from: number, to: number): readonly [number, number] {
  if (to - from <= MAX_WORDS) return [from, to]
  const start = Math.max(from, figure - BEFORE)
  return [start, Math.min(to, start + MAX_WORDS)]
}

const EDGE = /^(?:[,;:.!?…()[\]"“”‘’'—–-]|and|but|or|that|while|whereas|although|though|because|of)$/

/** Leaves marks and joining words at both ends. */
function trimmed({ words }: Parse, [first, last]: readonly [number, number]): Span {
  let from = first
  let to = last
  while (from < to - 1 && EDGE.test(words[from]?.lower ?? '')) from++
  while (
    to - 1 > from &&
    (EDGE.test(words[to - 1]?.lower ?? '') ||
      /^(?:with|of|to|than|in|as|from|by|at|on|for)$/.test(words[to - 1]?.lower ?? ''))
  )
    to--
  return { start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 }
}

/** The figure with its own phrase. */
function plain({ parse, phrase, quantity }: Frame): Span {
  const end = parse.words[phrase.to - 1]?.end ?? quantity.end
  return { start: quantity.start, end: Math.max(end, quantity.end) }
}
