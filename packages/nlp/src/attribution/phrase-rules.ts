import type { Word } from '../syntax/words.ts'
import {
  coordinatedAfter,
  isPossessiveMark,
  isReducedRelative,
  nounPhraseAfter,
  type Range,
  THEIR,
} from './noun-phrases.ts'
import { type Draft, type Line, rangeSpan, type Scene, trimSpan } from './scene.ts'
import { isSpeakerLike } from './speakers.ts'
import { subjectBefore } from './subjects.ts'

/** A phrase that names a speaker without a verb, words `from` to `to` with the speaker inside. */
interface Unit extends Range {
  readonly source: Range
  readonly cue: Range
  readonly rule: string
}

const VIEWS = new Set([
  'view',
  'opinion',
  'words',
  'account',
  'eyes',
  'estimate',
  'estimation',
  'telling',
  'estimates',
  'version',
  'analysis',
  'count',
  'reckoning',
  'calculation',
  'calculations',
  'figures',
  'assessment',
])

const USE = new Set(['used', 'uses', 'using', 'use'])

/** Without one of these words (or "for" at its start) a sentence has nothing for these rules. */
const TRIGGERS: ReadonlySet<string> = new Set([...VIEWS, ...USE, 'according', 'per'])

/** "According to X, …", "in X's view, …", "in the words of X": what the rest of the sentence says is X's. */
export function phraseDrafts(scene: Scene, line: Line): Draft[] {
  const drafts: Draft[] = []
  if (!line.words.some((w) => TRIGGERS.has(w.lower)) && line.words[0]?.lower !== 'for') return drafts
  for (let i = 0; i < line.words.length; i++) {
    if (line.quoted[i]) continue
    const unit = according(line, i) ?? view(line, i) ?? forWhom(line, i)
    const words = usedWords(scene, line, i)
    if (words !== null) drafts.push(words)
    if (unit === null) continue
    const draft = draftOf(scene, line, unit)
    if (draft !== null) drafts.push(draft)
    i = unit.to - 1
  }
  return drafts
}

function according(line: Line, i: number): Unit | null {
  const { words } = line
  const lower = words[i]?.lower
  const two = (lower === 'according' && words[i + 1]?.lower === 'to') || (lower === 'per' && i === 0)
  if (!two) return null
  const start = lower === 'per' ? i + 1 : i + 2
  const phrase = nounPhraseAfter(words, start, line.mentions)
  if (phrase === null) return null
  const whole = coordinatedAfter(words, phrase, line.mentions)
  const source = { from: whole.from, to: describedTo(words, whole.to) }
  return { from: i, to: source.to, source, cue: { from: i, to: start }, rule: 'according-to' }
}

/** "emails released by X last week": a participle and its phrase up to the next mark describe the source. */
function describedTo(words: readonly Word[], to: number): number {
  if (!isReducedRelative(words, to)) return to
  const end = words.findIndex((w, i) => i > to && (w.pos === 'PUNCT' || w.pos === 'AUX'))
  return end < 0 ? words.length : end
}

const WORDS = new Set(['word', 'words', 'term', 'terms', 'phrase', 'expression', 'label'])

/** "She used the words “an outright lie”". */
function usedWords(scene: Scene, line: Line, i: number): Draft | null {
  const { words } = line
  if (!USE.has(words[i]?.lower ?? '') || words[i + 1]?.lower !== 'the' || !WORDS.has(words[i + 2]?.lower ?? ''))
    return null
  const first = words[i + 3]
  const source = subjectBefore(line, i)?.range ?? null
  if (first === undefined || line.quoted[i + 3] !== true || source === null) return null
  const end = line.quoted.findIndex((quoted, j) => j > i + 3 && !quoted)
  const last = words[end < 0 ? words.length - 1 : end - 1] ?? first
  const content = trimSpan(scene.text, { start: first.start, end: last.end })
  const cue = rangeSpan(words, { from: i, to: i + 3 })
  return { line: line.index, source, cue, content, stance: 'asserts', rule: 'words' }
}

/** "in X's view", "by its own account", "in the opinion of X", "in the words of X". */
function view(line: Line, i: number): Unit | null {
  const { words } = line
  if (!['in', 'by', 'to'].includes(words[i]?.lower ?? '')) return null
  const noun = words.findIndex((w, j) => j > i && j <= i + 8 && VIEWS.has(w.lower))
  if (noun < 0 || words.slice(i + 1, noun).some((w) => w.pos === 'VERB' || w.pos === 'PUNCT')) return null
  const rule = 'view'
  if (!setOff(words, i, noun + 1)) return null
  if (words[noun + 1]?.lower === 'of' && words[i + 1]?.lower === 'the' && noun === i + 2) {
    const source = nounPhraseAfter(words, noun + 2, line.mentions)
    return source === null ? null : { from: i, to: source.to, source, cue: { from: i, to: noun + 2 }, rule }
  }
  const first = words[i + 1]
  if (first === undefined || first.lower === 'my' || first.lower === 'our') return null
  if (THEIR.has(first.lower))
    return { from: i, to: noun + 1, source: { from: i + 1, to: i + 2 }, cue: { from: i, to: noun + 1 }, rule }
  const mark = words.findIndex((w, j) => j > i && j < noun && isPossessiveMark(w))
  if (mark < 0) return null
  return { from: i, to: noun + 1, source: { from: i + 1, to: mark }, cue: { from: mark, to: noun + 1 }, rule }
}

/** A view stands at an edge of its clause: "in her account being closed" is none. */
function setOff(words: readonly Word[], from: number, to: number): boolean {
  const [before, next] = [words[from - 1], words[to]]
  return (
    before === undefined ||
    before.pos === 'PUNCT' ||
    before.pos === 'CCONJ' ||
    next === undefined ||
    next.pos === 'PUNCT'
  )
}

/** "For X, this is a lie": only at the start, and before "this", "that" or "it" with a form of "be". */
function forWhom(line: Line, i: number): Unit | null {
  const { words } = line
  if (i !== 0 || words[0]?.lower !== 'for') return null
  const source = nounPhraseAfter(words, 1, line.mentions)
  if (source === null || words[source.to]?.text !== ',' || !isSpeakerLike(line, source)) return null
  const be = words.findIndex((w, j) => j > source.to && w.pos === 'AUX')
  const subject = words[be - 1]
  if (subject === undefined || !['this', 'that', 'it', 'these', 'those'].includes(subject.lower)) return null
  return { from: 0, to: be - 1, source, cue: { from: 0, to: 1 }, rule: 'view' }
}

function draftOf(scene: Scene, line: Line, unit: Unit): Draft | null {
  const { words } = line
  const cue = rangeSpan(words, unit.cue)
  const starts = unit.from === 0 || (unit.from === 1 && words[0]?.pos === 'CCONJ')
  const comma = words[unit.to]?.text === ','
  const unitStart = words[unit.from]?.start ?? line.span.start
  const next = words[comma ? unit.to + 1 : afterAside(line, unit.to)]
  const aside = starts ? null : relativeBefore(line, unit)
  const start = aside ?? (starts ? (next?.start ?? line.span.end) : afterPart(line, unit.from))
  const end = aside === null && (starts || goesOn(line, unit)) ? line.span.end : unitStart
  const content = trimSpan(scene.text, { start, end })
  if (content.end - content.start < 3) return null
  return { line: line.index, source: unit.source, cue, content, stance: 'asserts', rule: unit.rule }
}

/** "It lasted six days, Lee said; it was five, according to X": where the part of the sentence begins that a unit ends. */
function afterPart({ words, quoted, span }: Line, unit: number): number {
  const mark = words.findLastIndex((w, i) => i < unit && w.text === ';' && quoted[i] !== true)
  return words[mark + 1]?.start ?? span.start
}

/** "Ann Lee, who won by 5%, according to X, left": the source is of the relative clause alone; where that starts. */
function relativeBefore({ words }: Line, unit: Unit): number | null {
  if (words[unit.to]?.text !== ',' || words[unit.from - 1]?.text !== ',') return null
  const comma = words.findLastIndex((w, i) => i < unit.from - 1 && w.text === ',')
  const opener = words[comma + 1]
  return comma > 0 && opener !== undefined && /^(?:who|which|whose)$/.test(opener.lower) ? opener.start : null
}

/** At a sentence's start the speaker may be described further, up to a comma: "According to a study published in May, …". */
function afterAside({ words }: Line, at: number): number {
  const comma = words.findIndex((w, i) => i >= at && i < at + 14 && w.text === ',')
  return comma < 0 ? at : comma + 1
}

/** "The law, according to X, fails": what was said goes on behind a unit that commas enclose, or that stands in the clause. */
function goesOn({ words }: Line, unit: Unit): boolean {
  const next = words[unit.to]
  if (next === undefined || next.text === '.') return false
  if (next.text !== ',') return next.pos === 'VERB' || next.pos === 'AUX'
  const rest = words[unit.to + 1]
  return (
    rest !== undefined &&
    !['who', 'which', 'a', 'an', 'the', 'and', 'but', 'while', 'with', 'citing'].includes(rest.lower)
  )
}
