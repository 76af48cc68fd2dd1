import type { Stance } from '@counterclaim/model'
import nouns from '../data/speaker-nouns.json' with { type: 'json' }
import { isPossessiveMark, nounPhraseAfter, nounPhraseBefore, type Range, THEIR } from './noun-phrases.ts'
import { type Draft, type Line, rangeSpan, type Scene, trimSpan } from './scene.ts'
import { mainSubject, subjectBefore } from './subjects.ts'

const STANCES = new Map<string, Stance>(
  Object.entries(nouns.nominal).flatMap(([stance, words]) => words.map((word) => [word, stance as Stance] as const)),
)
/** Nouns whose "of" names what is said ("denial of the report"); "statement of Monday" names something else. */
const OF = new Set([
  'denial',
  'denials',
  'accusation',
  'accusations',
  'allegation',
  'allegations',
  'claim',
  'claims',
  'admission',
  'confirmation',
  'rejection',
  'charge',
  'charges',
  'suggestion',
  'suggestions',
])

/** "a claim by X that …", "X's denial of …", "their view that …": nouns of saying with a speaker and what is said. */
export function nominalDrafts(scene: Scene, line: Line): Draft[] {
  const drafts: Draft[] = []
  for (const [i, word] of line.words.entries()) {
    const stance = STANCES.get(word.lower)
    if (stance === undefined || line.quoted[i] || !(word.pos === 'NOUN' || (i === 0 && word.pos === 'PROPN'))) continue
    const draft = cameFrom(scene, line, i, stance) ?? nominalAt(scene, line, i, stance)
    if (draft !== null) drafts.push(draft)
  }
  return drafts
}

const COME = new Set(['came', 'come', 'comes'])
/** Words between "came" and "from": "came at once on Monday from". */
const FARTHEST_FROM = 6

/** "Confirmation came from the firm", "a denial came at once from the ministry": the noun stands for all that was said. */
function cameFrom(scene: Scene, line: Line, i: number, stance: Stance): Draft | null {
  const { words } = line
  if (!COME.has(words[i + 1]?.lower ?? '')) return null
  const from = words.findIndex((w, j) => j > i + 1 && j <= i + 1 + FARTHEST_FROM && w.lower === 'from')
  const source = from < 0 ? null : nounPhraseAfter(words, from + 1, line.mentions)
  if (source === null) return null
  const content = trimSpan(scene.text, rangeSpan(words, { from: i, to: i + 1 }))
  return {
    line: line.index,
    source,
    cue: rangeSpan(words, { from: i + 1, to: from + 1 }),
    content,
    stance,
    rule: 'nominal',
  }
}

function nominalAt(scene: Scene, line: Line, i: number, stance: Stance): Draft | null {
  const { words } = line
  let source = owner(line, i)
  let next = i + 1
  if (words[next]?.lower === 'by' || words[next]?.lower === 'from') {
    source = nounPhraseAfter(words, next + 1, line.mentions) ?? source
    if (source === null || source.from < next) return null
    next = source.to
  }
  if (source === null || THEIR.has(words[source.from]?.lower ?? '')) source = actor(line, i) ?? source
  if (source === null) return null
  const link = words[next]?.lower
  const joins = link === 'that' || (link === 'of' && next === i + 1 && OF.has(words[i]?.lower ?? ''))
  const first = words[next + 1]
  if (!joins || first === undefined) return null
  const end = link === 'that' ? line.span.end : phraseEnd(line, next + 1)
  const content = trimSpan(scene.text, { start: first.start, end })
  if (content.end <= content.start) return null
  return { line: line.index, source, cue: rangeSpan(words, { from: i, to: i + 1 }), content, stance, rule: 'nominal' }
}

/** Verbs whose object is what their subject says: "repeated his claim that", "issued a warning that". */
const VOICING = new Set(nouns.voicing)

/** "the firm | made | the claim that": whose the claim is, by the verb that it is the object of. */
function actor(line: Line, i: number): Range | null {
  const { words } = line
  let at = i - 1
  while (at > 0 && ['ADJ', 'DET', 'NOUN'].includes(words[at]?.pos ?? '')) at--
  if (THEIR.has(words[at]?.lower ?? '')) at--
  const verb = words[at]
  if (verb === undefined || line.quoted[at] || !VOICING.has(verb.lower)) return null
  let from = at
  while (['AUX', 'ADV'].includes(words[from - 1]?.pos ?? '')) from--
  return subjectBefore(line, from)?.range ?? mainSubject(line, from)
}

function phraseEnd(line: Line, at: number): number {
  const end = line.words.findIndex((w, i) => i > at && (w.pos === 'PUNCT' || w.pos === 'AUX' || w.pos === 'SCONJ'))
  return end < 0 ? line.span.end : (line.words[end]?.start ?? line.span.end)
}

/** Whose: "X's claim", "his claim", with adjectives between. */
function owner(line: Line, i: number): Range | null {
  const { words } = line
  let at = i - 1
  while (at > 0 && (words[at]?.pos === 'ADJ' || words[at]?.lower === 'own')) at--
  const word = words[at]
  if (word === undefined) return null
  if (THEIR.has(word.lower)) return { from: at, to: at + 1 }
  return isPossessiveMark(word) ? nounPhraseBefore(words, at, line.mentions) : null
}
