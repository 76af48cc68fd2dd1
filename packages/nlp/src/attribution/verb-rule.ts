import type { Span, Stance } from '@counterclaim/model'
import type { Word } from '../syntax/words.ts'
import { type Complement, complementOf } from './complements.ts'
import { contentEnd } from './content-end.ts'
import { nounPhraseAfter, type Range } from './noun-phrases.ts'
import { lastQuoteBefore, type Quote } from './quote-spans.ts'
import { type Frame, WISHES } from './reporting-verbs.ts'
import { type Draft, type Line, rangeSpan, type Scene, trimSpan } from './scene.ts'
import { isSpeakerLike } from './speakers.ts'
import { mainSubject, type Subject, subjectBefore } from './subjects.ts'
import type { VerbGroup } from './verb-groups.ts'

interface Context {
  readonly scene: Scene
  readonly line: Line
  readonly group: VerbGroup
  readonly complement: Complement
  /** The speaker of the cue before in this sentence. */
  readonly previous: Draft | undefined
}

/** Attributions made by reporting verbs, in every position, for one sentence. */
export function verbDrafts(scene: Scene, line: Line, groups: readonly VerbGroup[]): Draft[] {
  const drafts: Draft[] = []
  for (const group of groups) {
    const complement = complementOf(line, group)
    const draft = fromGroup({ scene, line, group, complement, previous: drafts.at(-1) })
    if (draft !== null) drafts.push(draft)
  }
  return drafts
}

function fromGroup(context: Context): Draft | null {
  const { group } = context
  if (group.passive) return null
  if (group.form === 'participle') return null
  if (group.form === 'to') return null
  const before = contentBefore(context)
  return before ?? contentAfter(context)
}

/** The stance that a frame gives, turned where the verb itself is negated ("did not confirm", "never denied"). */
export function stanceOf(group: VerbGroup, frame: Frame): Stance | null {
  const stance = group.verb.frames.get(frame)
  if (stance === undefined) return null
  if (!group.negated) return stance
  if (stance === 'confirms') return 'declines'
  return stance === 'declines' ? 'asserts' : null
}

/** Frames whose content is a phrase and ends with it, not with the sentence. */
const SHORT: ReadonlySet<Frame> = new Set(['to', 'urge', 'topic', 'object', 'call', 'as'] as const)
const ASSERTING: readonly Complement['kind'][] = ['that', 'clause', 'quote', 'colon']

function contentAfter(context: Context): Draft | null {
  const { scene, line, group, complement } = context
  const source = speakerOf(context)
  if (source === null) return null
  const frame = frameFor(context)
  if (frame === null) return null
  const stance = stanceOf(group, frame)
  if (stance === null || (group.modal && frame !== 'topic')) return null
  const skip =
    complement.kind === 'that' || complement.kind === 'colon'
      ? 1
      : complement.kind === 'quote'
        ? quoteAt(line, complement.at)
        : 0
  const first = line.words[complement.at + skip]
  const end = SHORT.has(frame)
    ? contentEnd(line, complement.at + skip, frame !== 'to' && frame !== 'urge')
    : line.span.end
  const span =
    first === undefined ? nextSpoken(context) : { start: first.start, end: quoteEnd(scene, first.start, end) }
  if (span === null) return null
  return draft(context, source, trimSpan(scene.text, span), stance, ruleName(frame, stance, group.verb.lemma))
}

function ruleName(frame: Frame, stance: Stance, lemma: string): string {
  if (frame === 'to' || frame === 'urge') return stance === 'declines' ? 'refuse' : 'wish'
  if (frame === 'that' && WISHES.has(lemma)) return 'wish'
  return frame === 'topic' ? 'topic' : `verb-${frame}`
}

/** "He said this:" at a sentence's end: what was said is the next sentence, with its quotation if it is one. */
function nextSpoken({ scene, line, complement }: Context): Span | null {
  const next = scene.lines[line.index + 1]
  if (complement.kind !== 'colon' || next === undefined || next.words.length === 0) return null
  return { start: next.span.start, end: quoteEnd(scene, next.span.start, next.span.end) }
}

function quoteAt(line: Line, at: number): number {
  return line.quoted[at] ? 0 : 1
}

/** A quotation that starts in this sentence may go on beyond it. */
function quoteEnd(scene: Scene, start: number, end: number): number {
  const quote = lastQuoteBefore(scene.quotes, end, true)
  return quote !== undefined && quote.start >= start && quote.end > end ? quote.end : end
}

function frameFor(context: Context): Frame | null {
  const { frames } = context.group.verb
  const { kind, addressee } = context.complement
  if (ASSERTING.includes(kind) || kind === 'whether') {
    if (addressee && frames.has('told')) return 'told'
    if (frames.has('that')) return 'that'
    if (frames.has('told') && kind !== 'clause') return 'told'
  }
  if (kind === 'to') return addressee && frames.has('urge') ? 'urge' : frames.has('to') ? 'to' : null
  if (kind !== 'phrase' && kind !== 'clause' && kind !== 'quote') return null
  for (const frame of ['urge', 'accuse', 'blame', 'as', 'call', 'object', 'topic'] as const) {
    if (frames.has(frame) && fits(context, frame)) return frame
  }
  return null
}

const MARKERS: Readonly<Partial<Record<Frame, readonly string[]>>> = {
  accuse: ['of'],
  blame: ['for', 'on'],
  as: ['as'],
}

/** Does the object look as the frame wants it: "accused X of", "described X as", "called X Y"? */
function fits({ line, group, complement }: Context, frame: Frame): boolean {
  const { words } = line
  const markers = MARKERS[frame]
  if (markers !== undefined) {
    const end = words.findIndex(
      (w, i) => i > complement.at && (w.pos === 'PUNCT' || w.pos === 'VERB') && !line.quoted[i],
    )
    return words.slice(complement.at, end < 0 ? words.length : end).some((w) => markers.includes(w.lower))
  }
  if (frame === 'urge') return isUrged(line, complement.at)
  if (frame === 'topic') return group.form !== 'ing' && words[group.head]?.pos === 'VERB'
  if (frame !== 'call') return true
  const object = nounPhraseAfter(words, complement.at, line.mentions)
  const next = object === null ? undefined : words[object.to]
  if (object === null || next === undefined) return false
  // "called it a lie", "called the plan absurd", "called the claims “false”"
  return (
    line.quoted[object.to] === true ||
    ['DET', 'ADJ', 'NOUN', 'ADV'].includes(next.pos) ||
    words.slice(object.from, object.to).some((w, i) => i > 0 && w.pos === 'ADJ' && i === object.to - object.from - 1)
  )
}

/** "urged | the council to act": a phrase and an infinitive. */
function isUrged({ words, mentions }: Line, at: number): boolean {
  const whom = nounPhraseAfter(words, at, mentions)
  const to = whom === null ? undefined : words[whom.to]
  const verb = whom === null ? undefined : words[whom.to + 1]
  return to?.lower === 'to' && (verb?.pos === 'VERB' || verb?.pos === 'AUX')
}

/** Who speaks: the verb's subject, or for "…, saying" and "… and denied" the subject of what stands before. */
function speakerOf({ line, group, previous }: Context): Range | null {
  return speakerOfGroup(line, group, previous)
}

/** Who does what a verb says: its subject, else that of the cue before in the sentence, else the sentence's. */
export function speakerOfGroup(line: Line, group: VerbGroup, previous: Draft | undefined): Range | null {
  if (group.form === 'finite') {
    const subject: Subject | null = subjectBefore(line, group.from)
    if (subject !== null) return subject.range
    const before = line.words[group.from - 1]
    if (before === undefined || !(before.pos === 'CCONJ' || before.text === ',' || before.pos === 'VERB')) return null
  }
  if (previous !== undefined && previous.source !== null) return previous.source
  return mainSubject(line, group.from)
}

/** "A, X said." "A, said X." "A, X said, B." Null when the content does not stand before the cue. */
function contentBefore(context: Context): Draft | null {
  const { scene, line, group, complement } = context
  if (!group.verb.frames.has('that') && !group.verb.frames.has('told')) return null
  if (group.form !== 'finite' || group.negated || group.modal) return null
  const inverted = invertedSource(context)
  if (inverted !== null) return placed(context, inverted, inverted.to, Math.min(group.from, inverted.from), true)
  const subject = subjectBefore(line, group.from)
  if (subject === null || subject.how === 'relative') return null
  if (line.words[subject.range.from - 1]?.lower === 'as') return asClause(context, subject.range)
  const speech = speechBefore(scene, line, line.words[subject.range.from]?.start ?? 0) !== null
  const { kind } = complement
  if (speech ? kind === 'that' || kind === 'clause' || kind === 'colon' : kind !== 'end' && kind !== 'comma')
    return null
  return placed(context, subject.range, complement.at, subject.range.from, false)
}

/** "As X says, A." "A, as X says." "A, as X noted, B." */
function asClause(context: Context, source: Range): Draft | null {
  const { scene, line, group, complement } = context
  const { words } = line
  const as = words[source.from - 1] as Word
  const after = words[complement.at]?.text === ',' ? words[complement.at + 1] : undefined
  if (complement.kind !== 'end' && complement.kind !== 'comma') return null
  if (source.from > 1 && words[source.from - 2]?.pos !== 'PUNCT') return null
  const opens = source.from === 1
  if (opens && after === undefined) return null
  const start = opens ? (after?.start ?? line.span.end) : line.span.start
  const end = opens || (after !== undefined && !startsAside(line, complement.at + 1)) ? line.span.end : as.start
  const frame = group.verb.frames.has('that') ? 'that' : 'told'
  const stance = stanceOf(group, frame)
  const content = trimSpan(scene.text, { start, end })
  return stance === null || content.end <= content.start ? null : draft(context, source, content, stance, 'as-clause')
}

/** Content around or before the cue unit, which starts at word `unit` and ends at word `after`. */
function placed(context: Context, source: Range, after: number, unit: number, inverted: boolean): Draft | null {
  const { scene, line, group, complement } = context
  const unitStart = line.words[unit]?.start ?? line.span.start
  const quote = speechBefore(scene, line, unitStart)
  const left = scene.text.slice(line.span.start, unitStart).trimEnd()
  if (quote === null && !/[,?!—–]$/.test(left)) return null
  const start = Math.min(quote?.start ?? line.span.start, line.span.start)
  const reopened = quoteWithin(scene, line, after)
  let end = unitStart
  if (reopened !== null) end = reopened.end
  else if (line.words[after]?.text === ';') end = line.span.end
  else if (quote === null && !inverted && complement.kind === 'comma' && !startsAside(line, after + 1))
    end = line.span.end
  const content = trimSpan(scene.text, { start, end })
  const frame = group.verb.frames.has('that') ? 'that' : 'told'
  const stance = stanceOf(group, frame)
  if (stance === null || content.end <= content.start) return null
  return draft(context, source, content, stance, `verb-${frame}-after`)
}

/** The quotation right before a cue; one that a full stop ends in an earlier sentence is over. */
function speechBefore(scene: Scene, line: Line, at: number): Quote | null {
  const quote = quoteBefore(scene, at)
  if (quote === null || quote.end > line.span.start) return quote
  return /[.…]["”’'“]*$/.test(scene.text.slice(Math.max(quote.start, quote.end - 3), quote.end)) ? null : quote
}

/** The quotation that ends right before an offset, closed like speech: a comma or end mark at its end. */
function quoteBefore(scene: Scene, at: number): Quote | null {
  const quote = lastQuoteBefore(scene.quotes, at)
  if (quote === undefined) return null
  const gap = scene.text.slice(quote.end, at).trim()
  if (gap.length > 1) return null
  const speech = /[,.?!…—–-]\s*["”’'“]*$/.test(scene.text.slice(Math.max(quote.start, quote.end - 6), quote.end))
  return speech || gap === ',' || gap === '-' || gap === '–' || gap === '—' ? quote : null
}

/** A quotation that starts in this sentence after word `after`, right behind a comma or colon: the speech goes on. */
function quoteWithin(scene: Scene, line: Line, after: number): Quote | null {
  for (let i = after; i < line.words.length; i++) {
    if (!line.quoted[i] || (i > 0 && line.quoted[i - 1])) continue
    if (![',', ':', '—', '–', '-', 'that'].includes(line.words[i - 1]?.lower ?? '')) continue
    return lastQuoteBefore(scene.quotes, (line.words[i]?.start ?? 0) + 1, true) ?? null
  }
  return null
}

/** After "…, he said," a gerund, a cited source or a relative clause is no part of what was said. */
function startsAside(line: Line, at: number): boolean {
  const word = line.words[at]
  if (word === undefined) return true
  if (word.pos === 'VERB' && word.lower.endsWith('ing')) return true
  return ['according', 'as', 'who', 'citing', 'when', 'after', 'while', 'although', 'though'].includes(word.lower)
}

/** "…," said the minister. */
function invertedSource({ line, group }: Context): Range | null {
  const { words } = line
  const before = words[group.from - 1]
  if (before === undefined || group.from !== group.head) return null
  if (before.pos !== 'PUNCT' && !line.quoted[group.from - 1]) return null
  if (before.text === ':' || before.text === '(') return null
  const phrase = nounPhraseAfter(words, group.to, line.mentions)
  if (phrase === null || line.quoted[phrase.from]) return null
  if (!line.quoted[group.from - 1] && !isSpeakerLike(line, phrase)) return null
  const next = words[phrase.to]
  if (next === undefined || next.pos === 'PUNCT' || next.pos === 'ADP' || next.pos === 'SCONJ') return phrase
  return ['who', 'in', 'on', 'which', 'as'].includes(next.lower) ? phrase : null
}

function draft({ line, group }: Context, source: Range, content: Span, stance: Stance, rule: string): Draft {
  const cue = rangeSpan(line.words, { from: group.from, to: group.to })
  return { line: line.index, source, cue, content, stance, rule }
}
