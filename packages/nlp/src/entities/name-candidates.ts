import type { Word } from '../syntax/words.ts'
import { isCommonWord } from './common-words.ts'
import { countryOf, findByName, type KnownEntity } from './knowledge-base.ts'
import type { KnownName } from './known-names.ts'
import { byHead, type NameKind, nameKind } from './name-kind.ts'
import { findNameSpans, isNameWord, type NameSpan } from './name-spans.ts'
import { honorifics, isRole, noiseWords, orgHeads, orgSuffixes, roleModifiers } from './name-words.ts'
import { guessName, isGivenName } from './person-names.ts'

/** A name found in a sentence: a known one, or one that the words around it make. */
export interface Candidate extends NameSpan {
  readonly known: readonly KnownEntity[]
  readonly kind: NameKind
  /** False where a capital says little: the first word of a sentence. Then only a name met elsewhere counts. */
  readonly sure: boolean
}

const OPENERS = new Set(['“', '"', '‘', "'", '(', '[', ':', '•', '–', '—', '-', '*', '”', '|', ';', '.'])
const CONTENT = new Set(['PROPN', 'NOUN', 'ADJ', 'X'])
const AGE = /^\d{1,2}$/

function isOpening(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]
  return before === undefined || OPENERS.has(before.text)
}

function textOf(words: readonly Word[], span: NameSpan): string[] {
  return words.slice(span.from, span.to).map((word) => word.text)
}

function isDemonym(text: string): boolean {
  return countryOf(text) !== undefined && findByName(text).length === 0
}

/** Drops what only looks like the begin of a name: articles, and a sentence's first word that is no part of it. */
function trim(words: readonly Word[], span: NameSpan): NameSpan | null {
  let { from, to } = span
  while (from < to) {
    const word = words[from]
    if (word === undefined) return null
    const opening = isOpening(words, from)
    if (word.lower === 'the' || word.lower === 'a' || word.lower === 'an' || !isNameWord(word)) from++
    else if (opening && to - from > 1 && isStray(words, from, to)) from++
    else break
  }
  while (to > from && !isNameWord(words[to - 1]) && !/\d$/.test(words[to - 1]?.text ?? '')) to--
  return from < to ? { from, to } : null
}

/** A sentence's first word before a name: "After Meta", "Activists Farida Khan", but not "Social Media Authority". */
function isStray(words: readonly Word[], from: number, to: number): boolean {
  const word = words[from]
  if (word === undefined || !isCommonWord(word.lower) || honorifics.has(word.text) || isRole(word.lower)) return false
  if (!CONTENT.has(word.pos)) return true
  const rest = textOf(words, { from: from + 1, to })
  if (isGivenName(word.lower) && rest.length === 1 && !isCommonWord((rest[0] ?? '').toLowerCase())) return false
  return byHead([word.text, ...rest]) === null || !isCommonWord((rest[0] ?? '').toLowerCase())
}

/** Where a title ends inside a run: after "CEO" in "Meta CEO Mark Z"; -1 when there is none. */
function titleEnd(words: readonly Word[], span: NameSpan): number {
  for (let at = span.to - 1; at >= span.from; at--) {
    const word = words[at]
    if (word !== undefined && (isRole(word.lower) || honorifics.has(word.text))) return at
  }
  return -1
}

function isTitled(words: readonly Word[], from: number): boolean {
  const before = words[from - 1]
  return before !== undefined && (isRole(before.lower) || honorifics.has(before.text))
}

function isPersonal(words: readonly Word[], to: number): boolean {
  const [first, second, third] = [words[to], words[to + 1], words[to + 2]]
  if (first?.text !== ',' && first?.text !== '(') return false
  return second?.lower === 'who' || (AGE.test(second?.text ?? '') && /^[,)]$/.test(third?.text ?? ''))
}

function kindOf(words: readonly Word[], span: NameSpan): NameKind {
  const before = words[span.from - 1]
  const article = before?.lower === 'the' ? words[span.from - 2] : before
  return nameKind(textOf(words, span), {
    titled: isTitled(words, span.from),
    personal: isPersonal(words, span.to),
    preposition: article?.pos === 'ADP' ? article.lower : '',
  })
}

/** Capitalised words that alone name nothing: weekdays, faiths, nations' adjectives, dictionary words, titles. */
function namesNothing(words: readonly Word[], span: NameSpan): boolean {
  const texts = textOf(words, span)
  if (
    texts.every(
      (text) =>
        noiseWords.has(text) ||
        isDemonym(text) ||
        isRole(text.toLowerCase()) ||
        honorifics.has(text) ||
        orgSuffixes.has(text),
    )
  )
    return true
  if (noiseWords.has(texts.join(' '))) return true
  const [only = ''] = texts
  if (texts.length > 1)
    return (
      byHead(texts) === null &&
      texts.every((text) => isCommonWord(text.toLowerCase()) || noiseWords.has(text) || isDemonym(text))
    )
  if (only.length < 2 || /^\p{Lu}\.$/u.test(only)) return true
  return isCommonWord(only.toLowerCase()) && !/^\p{L}+\p{Lu}/u.test(only)
}

/** A whole name that the words make, or nothing. */
function make(words: readonly Word[], span: NameSpan, type?: NameKind): Candidate[] {
  const cut = trim(words, span)
  if (cut === null || namesNothing(words, cut)) return []
  const only = words[cut.from]
  const sure = !(isOpening(words, cut.from) && cut.to - cut.from === 1 && isCommonWord(only?.lower ?? ''))
  return [{ ...cut, known: [], kind: type ?? kindOf(words, cut), sure }]
}

function knownCandidate(name: KnownName): Candidate {
  const type = name.entities[0]?.type ?? 'organization'
  return { from: name.from, to: name.to, known: name.entities, kind: { type, by: 'kb' }, sure: true }
}

/** A run with a title inside: "Kazakh Information Minister Aida B." gives the person, and a body named before the title. */
function splitTitle(words: readonly Word[], span: NameSpan, known: readonly KnownName[]): Candidate[] | null {
  const at = titleEnd(words, span)
  if (at < 0) return null
  const right = { from: at + 1, to: span.to }
  if (right.from < right.to && !honorifics.has(words[at]?.text ?? '')) {
    const texts = textOf(words, right)
    if (!isNameWord(words[right.from]) || (byHead(textOf(words, span)) !== null && byHead(texts) !== null)) return null
    if (orgHeads.has(texts.at(-1) ?? '') && texts.length < 2) return null
  }
  let left = at
  while (
    left > span.from &&
    (roleModifiers.has(words[left - 1]?.lower ?? '') ||
      isRole(words[left - 1]?.lower ?? '') ||
      !isNameWord(words[left - 1]))
  )
    left--
  const before = left > span.from ? resolveSpan(words, { from: span.from, to: left }, known) : []
  if (right.from >= right.to) return before
  return [...before, ...resolveSpan(words, right, known)]
}

/** Does the run with a known name in it name something else: "Sindh High Court", "Google Career Certificates", "Jack London"? */
function coverKind(words: readonly Word[], span: NameSpan, inner: readonly KnownName[]): NameKind | null {
  const texts = textOf(words, span)
  const lead = inner[0]
  const head = byHead(texts)
  if (head !== null) return head
  if (lead === undefined || inner.length > 1) return null
  const entity = lead.entities[0]
  const rest = texts.slice(lead.to - span.from)
  const isFirst = lead.from === span.from
  if (entity === undefined) return null
  if (entity.type === 'person' || entity.type === 'location') {
    const first = texts[0] ?? ''
    const isName = isFirst
      ? texts.length === 2 && guessName(texts.join(' ')) === 'person'
      : isGivenName(first.toLowerCase())
    return isName && texts.length <= 3 ? { type: 'person', by: 'given-name' } : null
  }
  const isBrand = isFirst && rest.length > 0 && (entity.type === 'organization' || entity.type === 'product')
  if (!isBrand || isGivenName((rest[0] ?? '').toLowerCase()) || isDemonym(rest[0] ?? '')) return null
  return rest.every((text) => isCommonWord(text.toLowerCase()) || /\d/.test(text))
    ? { type: 'product', by: 'brand-product' }
    : null
}

/** A known body with a general word after it is still that body: "Reuters News Agency", "Koshe Party". */
function extendKnown(words: readonly Word[], span: NameSpan, inner: readonly KnownName[]): Candidate | null {
  const [lead] = inner
  if (lead === undefined || inner.length > 1 || lead.from !== span.from || lead.entities[0]?.type === 'location')
    return null
  const rest = textOf(words, { from: lead.to, to: span.to })
  const general = rest.every(
    (text) => orgSuffixes.has(text) || text === 'News' || text === 'Agency' || text === 'Group' || text === 'Party',
  )
  return general ? { ...knownCandidate(lead), to: span.to } : null
}

/** The names in a run of capitalised words. */
function resolveSpan(words: readonly Word[], whole: NameSpan, known: readonly KnownName[]): Candidate[] {
  const span = trim(words, whole)
  if (span === null) return []
  const inner = known.filter((name) => name.from < span.to && span.from < name.to)
  if (inner.some((name) => name.from <= span.from && span.to <= name.to)) return inner.map(knownCandidate)
  const split = splitTitle(words, span, known)
  if (split !== null) return split
  if (inner.length === 0) return makeWithoutNation(words, span)
  const extended = extendKnown(words, span, inner)
  if (extended !== null) return [extended]
  const cover = coverKind(words, span, inner)
  if (cover !== null) return make(words, span, cover)
  return splitAtKnown(words, span, inner)
}

/** "American Aisha Khan": the nation's adjective is no part of a person's name. */
function makeWithoutNation(words: readonly Word[], span: NameSpan): Candidate[] {
  const first = words[span.from]
  if (first !== undefined && isDemonym(first.text) && span.to - span.from > 1) {
    const rest = make(words, { from: span.from + 1, to: span.to })
    if (rest[0]?.kind.type === 'person') return rest
  }
  return make(words, span)
}

function splitAtKnown(words: readonly Word[], span: NameSpan, inner: readonly KnownName[]): Candidate[] {
  const out: Candidate[] = []
  let from = span.from
  for (const name of inner) {
    if (name.from > from) out.push(...make(words, { from, to: name.from }))
    out.push(knownCandidate(name))
    from = Math.max(from, name.to)
  }
  if (from < span.to) out.push(...make(words, { from, to: span.to }))
  return out
}

/** Every name in a sentence, in order, not overlapping: known names, and those that capitals and the words around make. */
export function findCandidates(words: readonly Word[], known: readonly KnownName[]): Candidate[] {
  const spans = findNameSpans(words)
  const out = spans.flatMap((span) => resolveSpan(words, span, known))
  for (const name of known) {
    if (!out.some((made) => made.from < name.to && name.from < made.to)) out.push(knownCandidate(name))
  }
  return dropOverlaps(out)
}

function dropOverlaps(candidates: Candidate[]): Candidate[] {
  candidates.sort((a, b) => a.from - b.from || b.to - a.to)
  let end = 0
  return candidates.filter((candidate) => {
    if (candidate.from < end) return false
    end = candidate.to
    return true
  })
}
