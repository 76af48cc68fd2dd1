import type { Span, Stance } from '@counterclaim/model'
import verbs from '../data/reporting-verbs.json' with { type: 'json' }
import stances from '../data/stance-words.json' with { type: 'json' }
import { type Complement, complementOf } from './complements.ts'
import { contentEnd } from './content-end.ts'
import { dismissedAs } from './dismissed-as.ts'
import { nounPhraseAfter, nounPhraseBefore, type Range } from './noun-phrases.ts'
import { lastQuoteBefore } from './quote-spans.ts'
import { rebuts } from './rebuts.ts'
import { type Frame, WISHES } from './reporting-verbs.ts'
import { type Draft, type Line, rangeSpan, type Scene, trimSpan } from './scene.ts'
import { headOf } from './speakers.ts'
import { subjectBefore } from './subjects.ts'
import { contentBefore } from './verb-before.ts'
import { draft, speakerOf, stanceOf, type VerbContext } from './verb-context.ts'
import type { VerbGroup } from './verb-groups.ts'

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

function fromGroup(context: VerbContext): Draft | null {
  const { group } = context
  if (group.passive) return null
  if (group.form === 'participle') return null
  if (group.form === 'to') return null
  return dismissedAs(context) ?? contentBefore(context) ?? contentAfter(context) ?? accountBefore(context)
}

const ACCOUNTS = new Set(stances.accounts)

/** "a charge it denies", "claims that the bank has rejected", "a claim which the line dismissed as false": the account stands before who answers it. */
function accountBefore({ scene, line, group, complement }: VerbContext): Draft | null {
  const stance = stanceOf(group, 'object')
  if (stance === null || stance === 'asserts' || group.modal) return null
  const called = line.words[group.to]?.lower === 'as' && rebuts(line.words, group.to + 1)
  if (complement.kind !== 'end' && complement.kind !== 'comma' && !called) return null
  const subject = subjectBefore(line, group.from)
  if (subject === null || subject.how !== 'near') return null
  const that = /^(?:that|which)$/.test(line.words[subject.range.from - 1]?.lower ?? '')
  const account = nounPhraseBefore(line.words, subject.range.from - (that ? 1 : 0), line.mentions)
  if (account === null || !ACCOUNTS.has(line.words[headOf(line.words, account)]?.lower ?? '')) return null
  const { start, end } = rangeSpan(line.words, account)
  const cue = rangeSpan(line.words, { from: group.from, to: group.to })
  return {
    line: line.index,
    source: subject.range,
    cue,
    content: trimSpan(scene.text, { start, end }),
    stance,
    rule: 'verb-object',
  }
}

/** Frames whose content is a phrase and ends with it, not with the sentence. */
const SHORT: ReadonlySet<Frame> = new Set(['to', 'urge', 'topic', 'object', 'call', 'as', 'accuse'] as const)

const ASSERTING: readonly Complement['kind'][] = ['that', 'clause', 'quote', 'colon']

/** "As soon as it learned that the data was stolen", "when he knew that": of a time, and nobody's assertion. */
function isTimeOfLearning({ line, group }: VerbContext, source: Range): boolean {
  const before = line.words[source.from - 1]?.lower ?? ''
  return LEARNING.has(group.verb.lemma) && source.from < group.from && OPENS_TIME.has(before)
}

const LEARNING = new Set(verbs.learning)
const EVIDENCE = new Set(verbs.evidence)
const OPENS_TIME = new Set(['when', 'after', 'before', 'once', 'until', 'as', 'since', 'because', 'if'])

function contentAfter(context: VerbContext): Draft | null {
  const { scene, line, group, complement } = context
  const source = speakerOf(context)
  if (source === null || isTimeOfLearning(context, source)) return null
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
  const said = line.words.slice(complement.at + skip)
  const first = said.some((w) => w.pos !== 'PUNCT') ? said[0] : undefined
  const end = SHORT.has(frame)
    ? contentEnd(line, complement.at + skip, frame !== 'to' && frame !== 'urge')
    : line.span.end
  const span =
    first === undefined ? nextSpoken(context) : { start: first.start, end: quoteEnd(scene, first.start, end) }
  if (span === null) return null
  const open = complement.kind === 'whether' && !ALTERNATIVE.has(line.words[complement.at]?.lower ?? '')
  const unnamed = frame === 'to' && line.words[complement.at + 1]?.lower === 'be'
  const rule = open ? 'asked' : unnamed ? 'wish' : ruleName(frame, stance, group.verb.lemma)
  return draft(context, source, trimSpan(scene.text, span), stance, rule)
}

/** "Asked whether it leaks" puts a proposition; "explained how it works" takes it for granted. */
const ALTERNATIVE = new Set(['whether', 'if'])

function ruleName(frame: Frame, stance: Stance, lemma: string): string {
  if (frame === 'to' || frame === 'urge') return stance === 'declines' ? 'refuse' : 'wish'
  if (frame === 'that' && WISHES.has(lemma)) return 'wish'
  if (frame === 'that' && (LEARNING.has(lemma) || EVIDENCE.has(lemma))) return 'verb-that-known'
  return frame === 'topic' ? 'topic' : `verb-${frame}`
}

/** "He said this:" or "said that" at a sentence's end: what was said is the next sentence, with its quotation if it is one. */
function nextSpoken({ scene, line, complement }: VerbContext): Span | null {
  const next = scene.lines[line.index + 1]
  if (next === undefined || next.words.length === 0) return null
  if (complement.kind !== 'colon' && !(complement.kind === 'that' && next.quoted[0] === true)) return null
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

function frameFor(context: VerbContext): Frame | null {
  const { frames } = context.group.verb
  const { kind, addressee } = context.complement
  if (ASSERTING.includes(kind) || kind === 'whether') {
    if (addressee && frames.has('told')) return 'told'
    if (frames.has('that')) return 'that'
    if (frames.has('told') && kind !== 'clause') return 'told'
  }
  if (kind === 'to') return addressee && frames.has('urge') ? 'urge' : frames.has('to') ? 'to' : null
  // "Called that figure a guess": the phrase begins with "that".
  if (kind === 'that') return frames.has('call') && isCalled(context) ? 'call' : null
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
function fits({ line, group, complement }: Called, frame: Frame): boolean {
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
  if (frame !== 'call' || isCalled({ line, group, complement })) return true
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

type Called = Pick<VerbContext, 'line' | 'group' | 'complement'>

/** Words behind "called" within which it says what: "called the union's latest estimate of the losses | nonsense". */
const CALLED_WITHIN = 9

/** "called this | a lie", "called that claim | “made up”": words of its own clause that say an account is untrue. */
function isCalled({ line, complement }: Called): boolean {
  const said = line.words.slice(complement.at + 1, complement.at + 1 + CALLED_WITHIN)
  const end = said.findIndex((w) => w.text === ',' || w.text === ';' || w.pos === 'AUX')
  const clause = end < 0 ? said : said.slice(0, end)
  return clause.some((_, i) => rebuts(clause, i))
}

/** "urged | the council to act": a phrase and an infinitive. */
function isUrged({ words, mentions }: Line, at: number): boolean {
  const whom = nounPhraseAfter(words, at, mentions)
  const to = whom === null ? undefined : words[whom.to]
  const verb = whom === null ? undefined : words[whom.to + 1]
  return to?.lower === 'to' && (verb?.pos === 'VERB' || verb?.pos === 'AUX')
}
