import type { Span, TextDocument } from '@counterclaim/model'
import { sentenceWords } from '../syntax/sentence-words.ts'
import { readWords, type Word } from '../syntax/words.ts'
import { type Acronym, findAcronyms } from './acronyms.ts'
import { commonSurnames, findCommonSurnames } from './common-surnames.ts'
import type { NameKind } from './head-kind.ts'
import type { KnownEntity } from './knowledge-base.ts'
import { findKnownNames, type KnownName } from './known-names.ts'
import { findLowerNames, type LowerName } from './lower-names.ts'
import { type Candidate, findCandidates } from './name-candidates.ts'
import { wholeWords } from './whole-words.ts'

/** A name in a field of a document, before it is known which entity it names. */
export interface FoundName extends Span {
  readonly field: 'text' | 'title'
  readonly text: string
  readonly words: readonly string[]
  readonly known: readonly KnownEntity[]
  readonly kind: NameKind
  readonly sure: boolean
}

/** An acronym and the long form that the document gives it. */
export interface Binding {
  readonly short: string
  readonly long: FoundName
}

const LETTERS = /\p{L}/u
const CAPITAL = /^\p{Lu}/u
/** Parts of speech that titles in capitals leave small. */
const SMALL = new Set(['ADP', 'CCONJ', 'SCONJ', 'DET', 'PART'])
const LONG_WORD = 3
/** A line with fewer long words may be nothing but a name. */
const LEAST_WORDS = 3
/** Rules that find a name by more than its capitals, so that a title in capitals does not mislead them. */
const FIRM = new Set(['given-name', 'person-title', 'org-suffix'])
/** A longer run in such a title holds more than the name. */
const FIRM_WORDS = 3

/** A line in title case or capitals, in which a capital says nothing. */
function isTitleCase(words: readonly Word[]): boolean {
  const long = words.filter((word) => word.text.length >= LONG_WORD && LETTERS.test(word.text))
  const small = long.filter((word) => !CAPITAL.test(word.text) && !SMALL.has(word.pos))
  return long.length >= LEAST_WORDS && small.length === 0
}

function hasNear(sentences: readonly (readonly Word[])[], at: number, wanted: readonly string[]): boolean {
  const lower = new Set(wanted.map((word) => word.toLowerCase()))
  for (const words of [sentences[at - 1], sentences[at], sentences[at + 1]]) {
    if (words?.some((word) => lower.has(word.lower))) return true
  }
  return false
}

/** Leaves out entities that an ambiguous name cannot mean here. */
function meant(name: KnownName, sentences: readonly (readonly Word[])[], at: number): KnownName | null {
  const words = sentences[at] ?? []
  const text = words
    .slice(name.from, name.to)
    .map((word) => word.text)
    .join(' ')
  const entities = name.entities.filter((entity) => {
    if (entity.unless.length > 0 && hasNear([words], 0, entity.unless)) return false
    return !entity.ambiguous.includes(text) || hasNear(sentences, at, entity.context)
  })
  return entities.length === 0 ? null : { ...name, entities }
}

function found(
  words: readonly Word[],
  text: string,
  field: 'text' | 'title',
  candidate: Candidate,
  loud: boolean,
): FoundName | null {
  const [first, last] = [words[candidate.from], words[candidate.to - 1]]
  if (first === undefined || last === undefined) return null
  const { known, kind } = candidate
  return {
    field,
    start: first.start,
    end: last.end,
    text: text.slice(first.start, last.end).replace(/\s+/g, ' '),
    words: words.slice(candidate.from, candidate.to).map((word) => word.text),
    known,
    kind,
    sure:
      known.length > 0 ||
      (candidate.sure && (!loud || (FIRM.has(kind.by) && candidate.to - candidate.from <= FIRM_WORDS))),
  }
}

function withLongForms(candidates: readonly Candidate[], acronyms: readonly Acronym[]): Candidate[] {
  const out = [...candidates]
  for (const { long, at } of acronyms) {
    const same = out.findIndex((c) => c.from === long.from && c.to === long.to)
    if (same >= 0) continue
    const kept = out.filter((c) => c.to <= long.from || c.from >= long.to || (c.from <= at && at < c.to))
    out.length = 0
    out.push(...kept, { ...long, known: [], kind: { type: 'organization', by: 'acronym-long-form' }, sure: true })
  }
  return out.sort((a, b) => a.from - b.from)
}

/** Puts names with small letters in place of what they overlap. */
function withLowerNames(candidates: readonly Candidate[], lower: readonly LowerName[]): readonly Candidate[] {
  if (lower.length === 0) return candidates
  const kept = candidates.filter((c) => !lower.some((name) => c.from < name.to && name.from < c.to))
  const made = lower.map((name) => ({ ...name, known: [], sure: true }))
  return [...kept, ...made].sort((a, b) => a.from - b.from)
}

/** The sentences of one field, and where its names are found. */
interface Field {
  readonly field: 'text' | 'title'
  readonly text: string
  readonly sentences: readonly (readonly Word[])[]
  /** For each sentence, the word spans that are names. */
  readonly taken: (readonly Candidate[])[]
}

/** All names of a document in order, title first, and the acronyms that it explains. */
export function findNames(doc: TextDocument): {
  readonly names: readonly FoundName[]
  readonly bindings: readonly Binding[]
} {
  const fields: Field[] = [
    { field: 'title', text: doc.title, sentences: [wholeWords(readWords(doc.title))], taken: [] },
    { field: 'text', text: doc.text, sentences: sentenceWords(doc).map(wholeWords), taken: [] },
  ]
  const bindings: Binding[] = []
  const names = fields.flatMap((field) => readField(field, bindings))
  const more = fields.flatMap((field) => readSurnames(field, names))
  if (more.length === 0) return { names, bindings }
  const rank = (name: FoundName): number => (name.field === 'title' ? 0 : 1)
  return { names: [...names, ...more].sort((a, b) => rank(a) - rank(b) || a.start - b.start), bindings }
}

function readField({ field, text, sentences, taken }: Field, bindings: Binding[]): FoundName[] {
  const names: FoundName[] = []
  for (const [i, words] of sentences.entries()) {
    const known = findKnownNames(words)
      .map((name) => meant(name, sentences, i))
      .filter((name) => name !== null)
    const plain = findCandidates(words, known)
    const acronyms = findAcronyms(words, plain)
    const loud = isTitleCase(words)
    const candidates = withLowerNames(withLongForms(plain, acronyms), findLowerNames(words, plain))
    taken.push(candidates)
    for (const candidate of candidates) {
      const name = found(words, text, field, candidate, loud)
      if (name === null) continue
      names.push(name)
      for (const acronym of acronyms) {
        const short = words[acronym.at]?.text
        if (acronym.long.from === candidate.from && short !== undefined) bindings.push({ short, long: name })
      }
    }
  }
  return names
}

/** Bare surnames that are dictionary words, of people whom the document names in full. */
function readSurnames({ field, text, sentences, taken }: Field, names: readonly FoundName[]): FoundName[] {
  const people = names.filter((name) => name.kind.type === 'person' || name.known[0]?.type === 'person')
  const surnames = commonSurnames(people.map((name) => name.words))
  if (surnames.size === 0) return []
  const kind: NameKind = { type: 'person', by: 'common-surname' }
  return sentences.flatMap((words, i) =>
    findCommonSurnames(words, surnames, taken[i] ?? [])
      .map((span) => found(words, text, field, { ...span, known: [], kind, sure: false }, false))
      .filter((name) => name !== null),
  )
}
