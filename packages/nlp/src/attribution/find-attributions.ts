import type { Attribution, Span, TaggedDocument } from '@counterclaim/model'
import { proseWords } from '../syntax/sentence-words.ts'
import { readWords, type Word } from '../syntax/words.ts'
import { absenceDrafts } from './absence-rule.ts'
import { agentlessDrafts } from './agentless-rule.ts'
import { boundContents, withoutNested } from './content-bounds.ts'
import { continueQuotes } from './continued-quotes.ts'
import { declineDrafts } from './decline-rule.ts'
import { headlineDrafts } from './headline-rule.ts'
import { lineWords } from './line-words.ts'
import { nominalDrafts } from './nominal-rule.ts'
import { passiveDrafts } from './passive-rule.ts'
import { phraseDrafts } from './phrase-rules.ts'
import { prepositionDrafts } from './preposition-rule.ts'
import { findQuotes, type Quote } from './quote-spans.ts'
import { retortDrafts } from './retort-rule.ts'
import { type Draft, type Line, rangeSpan, type Scene } from './scene.ts'
import { type Memory, openMemory } from './speaker-memory.ts'
import { resolveSpeaker } from './speakers.ts'
import { findVerbGroups, type VerbGroup } from './verb-groups.ts'
import { verbDrafts } from './verb-rule.ts'

/** Who says what in a document, in order of the content. */
export function findAttributions(doc: TaggedDocument): Attribution[] {
  const found: Attribution[] = []
  for (const scene of scenes(doc)) {
    const memory = openMemory(doc, scene)
    const drafts: Draft[] = []
    for (const line of scene.lines) drafts.push(...withoutNested(line, lineDrafts(scene, line)))
    for (const draft of continueQuotes(scene, boundContents(scene, drafts))) found.push(attributionOf(memory, draft))
  }
  return found.sort((a, b) => a.content.start - b.content.start || a.cue.start - b.cue.start)
}

const RULES: readonly ((scene: Scene, line: Line, groups: readonly VerbGroup[]) => Draft[])[] = [
  declineDrafts,
  absenceDrafts,
  prepositionDrafts,
  retortDrafts,
  verbDrafts,
  passiveDrafts,
  agentlessDrafts,
  phraseDrafts,
  nominalDrafts,
  headlineDrafts,
]

/** All rules over one sentence, one draft for each cue: the rule named first wins, in order of the cues. */
function lineDrafts(scene: Scene, line: Line): Draft[] {
  const drafts: Draft[] = []
  const groups = findVerbGroups(line)
  for (const rule of RULES) {
    for (const draft of rule(scene, line, groups)) {
      if (!drafts.some((d) => d.cue.start < draft.cue.end && draft.cue.start < d.cue.end)) drafts.push(draft)
    }
  }
  return drafts.sort((a, b) => a.cue.start - b.cue.start)
}

/**
 * A longer run of words is a list or a broken page, not a sentence of which somebody is the subject. The rules look from
 * each verb over its sentence, so this also bounds their work: the longest sentence of the
 * 521 articles of PolNeAR's dev half has 165 words and marks.
 */
const LONGEST_SENTENCE = 250

function scenes(doc: TaggedDocument): Scene[] {
  const titleSpan = { start: 0, end: doc.title.length }
  const title = doc.title === '' ? [] : [readWords(doc.title)]
  return [
    sceneOf(doc, 'title', doc.title, [{ ...titleSpan, passage: 0 }], title, [titleSpan]),
    sceneOf(doc, 'text', doc.text, doc.sentences, proseWords(doc), doc.passages),
  ]
}

/** A longer sentence is a list that lost its lines; rules look ahead in it again and again. */
const MAX_WORDS = 600

function sceneOf(
  doc: TaggedDocument,
  field: 'text' | 'title',
  text: string,
  sentences: readonly (Span & { passage: number })[],
  words: readonly (readonly Word[])[],
  passages: readonly Span[],
): Scene {
  const quotes = findQuotes(text, passages)
  const mentions = doc.mentions.filter((m) => m.field === field)
  let q = 0
  let m = 0
  const lines = words.map((all, index): Line => {
    const own = all.length > MAX_WORDS ? [] : all
    const span = sentences[index] ?? { start: 0, end: 0, passage: 0 }
    while (q < quotes.length && (quotes[q] as Quote).end <= span.start) q++
    while (m < mentions.length && (mentions[m]?.end ?? 0) <= span.start) m++
    const near: Quote[] = []
    for (let i = q; i < quotes.length && (quotes[i] as Quote).start < span.end; i++) near.push(quotes[i] as Quote)
    const here = []
    for (let i = m; i < mentions.length; i++) {
      const mention = mentions[i]
      if (mention === undefined || mention.start >= span.end) break
      here.push(mention)
    }
    if (own.length > LONGEST_SENTENCE)
      return { index, passage: span.passage, span, words: [], mentions: here, quoted: [] }
    const quoted = own.map((w) => near.some((quote) => quote.start <= w.start && w.end <= quote.end))
    return { index, passage: span.passage, span, words: lineWords(own, here), mentions: here, quoted }
  })
  return { field, text, lines, quotes }
}

function attributionOf(memory: Memory, draft: Draft): Attribution {
  const { scene } = memory
  const line = scene.lines[draft.line] as Line
  const source = draft.source === null ? null : rangeSpan(line.words, draft.source)
  const speaker = draft.source === null ? null : resolveSpeaker(memory, line, draft.source)
  return {
    field: scene.field,
    source,
    speaker: speaker?.name ?? null,
    entity: speaker?.entity ?? null,
    cue: draft.cue,
    content: draft.content,
    kind: kindOf(scene, draft.content),
    stance: draft.stance,
    by: draft.rule,
  }
}

/** Direct when at least 90 % of the content is quoted, indirect when at most 5 % is (PolNeAR's division). */
function kindOf(scene: Scene, content: Span): Attribution['kind'] {
  let quoted = 0
  for (const quote of scene.quotes) {
    if (quote.start >= content.end) break
    quoted += Math.max(0, Math.min(quote.end, content.end) - Math.max(quote.start, content.start))
  }
  const share = quoted / Math.max(1, content.end - content.start)
  return share >= 0.9 ? 'direct' : share <= 0.05 ? 'indirect' : 'mixed'
}
