import type { Mention } from '@counterclaim/model'
import nouns from '../data/speaker-nouns.json' with { type: 'json' }
import type { Word } from '../syntax/words.ts'
import { isPossessiveMark, isReducedRelative, type Range, THEIR } from './noun-phrases.ts'
import { type Line, rangeSpan } from './scene.ts'
import { type Kind, type Memory, remember, type Speaker, speakerOfMention } from './speaker-memory.ts'
import { isPronoun, resolvePronoun } from './speaker-pronouns.ts'
import { resolveRole } from './speaker-roles.ts'
import { mainSubject, relativeAntecedent } from './subjects.ts'

type Found = Speaker & { readonly kind: Kind }

const PERSON = new Set(nouns.person)
const SPEAKING = new Set([
  ...nouns.person,
  ...nouns.company,
  ...nouns.body,
  ...nouns.documents,
  ...nouns.utterances,
  ...nouns.media,
  ...nouns.anonymous,
])
const TITLES = new Set([
  'dame',
  'sir',
  'lord',
  'lady',
  'dr',
  'dr.',
  'mr',
  'mr.',
  'ms',
  'ms.',
  'mrs',
  'mrs.',
  'prof',
  'prof.',
  'professor',
  'general',
])
const DOCUMENTS = new Set(nouns.documents)
const UTTERANCES = new Set(nouns.utterances)
/** Sentences back within which "the statement" is that of who spoke last. */
const MAX_BACK = 4
const RELATIVE = new Set(['who', 'which', 'that'])
const DEFINITE = new Set(['the', 'this', 'that', 'same'])
const LEADING = new Set([
  'but',
  'and',
  'while',
  'meanwhile',
  'so',
  'yet',
  'although',
  'though',
  'when',
  'as',
  'if',
  'because',
  'even',
  'both',
])

/**
 * The speaker that a phrase names: an entity where it names one, whom a pronoun or role stands for, else its words.
 * Remembers the answer for pronouns that follow, so phrases must come in reading order.
 */
export function resolveSpeaker(memory: Memory, line: Line, range: Range): Speaker | null {
  const phrase = trimmed(line, range)
  const head = headOf(line.words, phrase)
  const found = find(memory, line, phrase, head)
  if (found === null) return null
  remember(memory, { ...found, line: line.index, head: (line.words[head] as Word).lower })
  return { name: found.name, entity: found.entity }
}

function find(memory: Memory, line: Line, range: Range, head: number): Found | null {
  const { words } = line
  const first = words[range.from] as Word
  if (range.to - range.from === 1) {
    const antecedent = RELATIVE.has(first.lower) ? relativeAntecedent(line, range.from) : null
    if (antecedent !== null) {
      const nearest = speakingPart(line, antecedent, first.lower)
      return find(memory, line, nearest, headOf(words, nearest))
    }
    if (isPronoun(first)) return resolvePronoun(memory, line, first) ?? subjectMeant(memory, line, range.from)
  }
  const mention = headMention(line, range, head) ?? appositive(line, range, head)
  if (mention !== null)
    return hasTwo(line, range, head) ? together(memory, line, range) : speakerOfMention(memory, mention)
  const noun = (words[head] as Word).lower
  if (UTTERANCES.has(noun) || DOCUMENTS.has(noun)) {
    const owner = ownerOf(memory, line, range, head)
    if (owner !== null) return owner
  }
  if (DEFINITE.has(first.lower)) {
    const role = resolveRole(memory, line, noun, first.start, modifiersOf(words, range, head))
    if (role !== null) return role
  }
  if (THEIR.has(first.lower)) return owned(memory, line, range)
  const kind: Kind = PERSON.has(noun) ? 'person' : /[^s]s$/.test(noun) ? 'plural' : 'group'
  const principal = principalOf(memory, line, range, head)
  const span = rangeSpan(words, principal === null ? range : { from: range.from, to: range.to - 2 })
  const name = memory.scene.text.slice(span.start, span.end).replace(/\s+/g, ' ')
  return { name: principal === null ? name : `${name} ${principal.name}`, entity: null, kind }
}

/**
 * Whom a pronoun means when nobody known fits: the name that begins what it says ("Acme never sold it, it said"), else the
 * subject of the sentence before ("Users have sued. … , they allege"), where it is of the pronoun's kind.
 */
function subjectMeant(memory: Memory, line: Line, at: number): Found | null {
  const { lower } = line.words[at] as Word
  const own = lower === 'it' ? mainSubject(line, at) : null
  if (own !== null && line.words[headOf(line.words, own)]?.pos === 'PROPN')
    return find(memory, line, own, headOf(line.words, own))
  const before = memory.scene.lines[line.index - 1]
  const range =
    before === undefined || before.passage !== line.passage ? null : mainSubject(before, before.words.length)
  if (before === undefined || range === null || range.to - range.from > MOST_WORDS) return null
  const head = headOf(before.words, range)
  const found = isPronoun(before.words[head] as Word) ? null : find(memory, before, range, head)
  return found?.kind === KIND_MEANT[lower] ? found : null
}

/** A subject of more words is a clause that was misread. */
const MOST_WORDS = 8
const KIND_MEANT: Readonly<Record<string, Kind>> = { he: 'person', she: 'person', they: 'plural' }

/** "A spokeswoman for | the company": whom the company is, where the text has named it. */
function principalOf(memory: Memory, line: Line, { to }: Range, head: number): Speaker | null {
  const [link, the, noun] = line.words.slice(head + 1, to)
  if (link?.pos !== 'ADP' || noun === undefined || to !== head + 4 || !DEFINITE.has(the?.lower ?? '')) return null
  const role = resolveRole(memory, line, noun.lower, link.start)
  return role?.entity == null ? null : role
}

/** What tells which: "regional" in "the regional court". Titles and "former" tell nothing of the kind. */
function modifiersOf(words: readonly Word[], { from }: Range, head: number): string[] {
  return words
    .slice(from + 1, head)
    .filter((w) => (w.pos === 'ADJ' || w.pos === 'NOUN') && !w.lower.startsWith('former') && w.lower !== 'same')
    .map((w) => w.lower)
}

/** Two names that speak together: "France and Germany". */
function hasTwo(line: Line, { from, to }: Range, head: number): boolean {
  const and = line.words.findIndex((w, i) => i > from && i < Math.min(head, to - 1) && w.lower === 'and')
  const [before, after] = [line.words[and - 1], line.words[and + 1]]
  if (and < 0 || before === undefined || after === undefined) return false
  const left = line.mentions.find((m) => m.start < before.end && before.start < m.end)
  const right = line.mentions.find((m) => m.start < after.end && after.start < m.end)
  return left !== undefined && right !== undefined && left !== right
}

function together(memory: Memory, line: Line, range: Range): Found {
  const span = rangeSpan(line.words, range)
  return { name: memory.scene.text.slice(span.start, span.end).replace(/\s+/g, ' '), entity: null, kind: 'plural' }
}

/** "its lawyers" → "Acme's lawyers"; the bare phrase when nobody is known whose they are. */
function owned(memory: Memory, line: Line, range: Range): Found {
  const { words } = line
  const owner = resolvePronoun(memory, line, words[range.from] as Word)
  const from = owner === null ? range.from : range.from + 1
  const span = rangeSpan(words, { from, to: range.to })
  const rest = memory.scene.text.slice(span.start, span.end).replace(/\s+/g, ' ')
  const noun = (words[headOf(words, range)] as Word).lower
  const kind: Kind = PERSON.has(noun) ? 'person' : /[^s]s$/.test(noun) ? 'plural' : 'group'
  return { name: owner === null ? rest : `${owner.name}'s ${rest}`, entity: null, kind }
}

/** "pressure from the bank, which said": the whole phrase when its head can speak, else its last part if that can. */
function speakingPart(line: Line, range: Range, pronoun: string): Range {
  const people = pronoun === 'who' && !isPerson(line, headOf(line.words, range))
  if (isSpeakerLike(line, range) && !people) return range
  const link = line.words.findLastIndex((w, i) => i > range.from && i < range.to && w.pos === 'ADP')
  const last = { from: link + 1, to: range.to }
  return link > 0 && last.from < last.to && isSpeakerLike(line, last) ? last : range
}

function isPerson(line: Line, head: number): boolean {
  const word = line.words[head] as Word
  if (PERSON.has(word.lower) || PERSON.has(word.lower.replace(/s$/, ''))) return true
  return line.mentions.some((m) => m.type === 'person' && m.start <= word.start && word.end <= m.end)
}

/** Could the phrase be somebody who speaks: a name, a pronoun, a person, firm, body, or document by its head noun? */
export function isSpeakerLike(line: Line, range: Range): boolean {
  const head = headOf(line.words, range)
  const word = line.words[head] as Word
  return word.pos === 'PROPN' || isPronoun(word) || isSpeaking(word.lower)
}

/** True for a noun (lower case, plural or not) for people, bodies, documents and other sources that speak. */
export function isSpeaking(lower: string): boolean {
  return SPEAKING.has(lower) || SPEAKING.has(lower.replace(/s$/, ''))
}

/** A statement, letter or tweet speaks for whose it is: "AT&T's statement", else who spoke last. */
function ownerOf(memory: Memory, line: Line, range: Range, head: number): Found | null {
  const { words } = line
  const first = words[range.from] as Word
  if (THEIR.has(first.lower)) return resolvePronoun(memory, line, first)
  const owned = words.slice(range.from, head).some(isPossessiveMark)
  if (!owned && !UTTERANCES.has((words[head] as Word).lower)) return null
  const mention = line.mentions.find(
    (m) => m.start >= (words[range.from] as Word).start && m.end <= (words[head] as Word).start,
  )
  if (mention !== undefined) return speakerOfMention(memory, mention)
  const mark = words.findIndex((w, i) => i > range.from && i < head && isPossessiveMark(w))
  if (mark > 0) return find(memory, line, { from: range.from, to: mark }, mark - 1)
  if (!DEFINITE.has((words[range.from] as Word).lower)) return null
  for (let l = line.index; l >= line.index - MAX_BACK; l--) {
    const met = memory.met.get(l)?.at(-1)
    if (met !== undefined) return met
  }
  return null
}

/** Index of the head noun of a phrase: the last noun before a preposition or comma. */
export function headOf(words: readonly Word[], { from, to }: Range): number {
  let head = from
  for (let i = from; i < to; i++) {
    const word = words[i] as Word
    const named = words[head]?.pos === 'NOUN' || words[head]?.pos === 'PROPN'
    if (i > from && (word.pos === 'ADP' || word.text === ',' || isReducedRelative(words, i)) && named) break
    if (!isPossessiveMark(word) && word.pos !== 'ADP') head = i
  }
  return head
}

/** The mention that covers the head, or a person's name that ends the phrase ("the minister for trade Ann Lee"). */
function headMention(line: Line, range: Range, head: number): Mention | null {
  const { words } = line
  const [span, word] = [rangeSpan(words, range), words[head] as Word]
  const inside = line.mentions.filter((m) => m.start >= span.start && m.end <= span.end)
  const covering = inside.find((m) => m.start <= word.start && word.end <= m.end)
  if (covering !== undefined) return covering
  const last = inside.at(-1)
  if (last === undefined || last.type !== 'person' || last.end !== span.end) return null
  const before = words.findLast((w) => w.end <= last.start)
  return before === undefined || before.pos === 'ADP' || isPossessiveMark(before) ? null : last
}

/** "the minister, Ann Lee, said", "the rail company, Norrail, said", "a former judge, Dame Ann Lee, said": the name behind the comma. */
function appositive(line: Line, range: Range, head: number): Mention | null {
  const { words } = line
  const noun = (words[head] as Word).lower
  if (!isSpeaking(noun) || words[range.to]?.text !== ',') return null
  const at = range.to + (TITLES.has(words[range.to + 1]?.lower ?? '') ? 2 : 1)
  const next = words[at]
  if (next === undefined) return null
  const mention = line.mentions.find((m) => m.start <= next.start && next.end <= m.end)
  if (mention === undefined || mention.type === 'location') return null
  if (mention.type === 'person' && !PERSON.has(noun)) return null
  return words.find((w) => w.start >= mention.end)?.pos === 'PUNCT' ? mention : null
}

function trimmed({ words }: Line, { from, to }: Range): Range {
  let first = from
  while (first < to - 1 && LEADING.has((words[first] as Word).lower)) first++
  return { from: first, to }
}
