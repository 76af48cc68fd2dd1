import type { Span } from '@counterclaim/model'
import type { Parse } from '../syntax/clauses.ts'
import type { Word } from '../syntax/words.ts'
import type { Frame } from './quantity-frame.ts'

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
  const first = clause.opening === 'fragment' || clause.opening === 'resume' ? clause.from : clause.from
  let from = parse.phrases[first]?.from ?? phrase.from
  let to = parse.phrases[lastPhraseOf(parse, clauseAt) - 1]?.to ?? phrase.to
  if (previous !== undefined && parse.words.indexOf(previous.parse.words[previous.phrase.to - 1] as Word) >= from)
    from = afterPrevious(frame, previous)
  if (next !== undefined && next.phrase.from < to && !nested(frame, next)) to = Math.max(phrase.to, joint(frame, next))
  return cut(phrase.from, from, to)
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

const EDGE = /^(?:[,;:.!?…()[\]"“”‘’'—–-]|and|but|or|that|while|whereas|although|though|because)$/

/** Leaves marks and joining words at both ends. */
function trimmed({ words }: Parse, [first, last]: readonly [number, number]): Span {
  let from = first
  let to = last
  while (from < to - 1 && EDGE.test(words[from]?.lower ?? '')) from++
  while (to - 1 > from && (EDGE.test(words[to - 1]?.lower ?? '') || words[to - 1]?.lower === 'with')) to--
  return { start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 }
}

/** The figure with its own phrase. */
function plain({ parse, phrase, quantity }: Frame): Span {
  const end = parse.words[phrase.to - 1]?.end ?? quantity.end
  return { start: quantity.start, end: Math.max(end, quantity.end) }
}
