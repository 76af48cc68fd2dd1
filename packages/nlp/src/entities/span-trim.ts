import type { Word } from '../syntax/words.ts'
import { isCommonWord } from './common-words.ts'
import { byHead } from './head-kind.ts'
import { countryOf, findByName } from './knowledge-base.ts'
import { startsLikePerson } from './name-kind.ts'
import { isNameWord, type NameSpan } from './name-spans.ts'
import { honorifics, isRole, noiseWords, orgSuffixes } from './name-words.ts'
import { isGivenName, isSurname, mayBeSurname } from './person-names.ts'

const OPENERS = new Set(['“', '"', '‘', "'", '(', '[', ':', '•', '–', '—', '-', '*', '”', '|', ';', '.', '?', '!', '…'])
const CONTENT = new Set(['PROPN', 'NOUN', 'ADJ', 'X'])
const ARTICLES = new Set(['the', 'a', 'an'])

/** True where a capital says little: at the begin of a sentence, a quote, a list item. */
export function isOpening(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]
  return before === undefined || OPENERS.has(before.text)
}

/** The words of a span as they are written. */
export function textsOf(words: readonly Word[], span: NameSpan): string[] {
  return words.slice(span.from, span.to).map((word) => word.text)
}

/** True for a nation's adjective ("Kazakh") that is no name by itself. */
export function isDemonym(text: string): boolean {
  return countryOf(text) !== undefined && findByName(text).length === 0
}

/** A sentence's first word before a name: "After Meta", "Activists Farida Khan", but not "Social Media Authority". */
function isStray(words: readonly Word[], from: number, to: number): boolean {
  const word = words[from]
  if (word === undefined || !isCommonWord(word.lower) || honorifics.has(word.text) || isRole(word.lower)) return false
  if (!CONTENT.has(word.pos)) return true
  const rest = textsOf(words, { from: from + 1, to })
  const next = (rest[0] ?? '').toLowerCase()
  if (
    isGivenName(word.lower) &&
    (rest.length === 1 || /^\p{Lu}\.$/u.test(rest[0] ?? '')) &&
    !isCommonWord((rest.at(-1) ?? '').toLowerCase())
  )
    return false
  if (isSurname(word.lower) && startsLikePerson(rest)) return false
  return byHead([word.text, ...rest]) === null || !isCommonWord(next)
}

/** Dictionary words before a person's name: "Triathlete John van W", "Senior Kory L" begin at the given name. */
function personStart(words: readonly Word[], from: number, to: number): number {
  const texts = textsOf(words, { from, to })
  if (byHead(texts) !== null || startsLikePerson(texts)) return from
  for (let i = 1; i < texts.length - 1; i++) {
    const before = texts[i - 1] ?? ''
    if (!isCommonWord(before.toLowerCase()) && !isDemonym(before) && !isRole(before.toLowerCase())) return from
    const lower = (texts[i] ?? '').toLowerCase()
    if (startsLikePerson(texts.slice(i)) && !isCommonWord(lower) && !isSurname(before.toLowerCase())) return from + i
  }
  return from
}

/** Drops what only looks like part of a name at either end; null when nothing is left. */
export function trim(words: readonly Word[], span: NameSpan): NameSpan | null {
  let { from, to } = span
  while (from < to) {
    const word = words[from]
    if (word === undefined) return null
    if (ARTICLES.has(word.lower) || !isNameWord(word)) from++
    else if (to - from > 1 && isOpening(words, from) && isStray(words, from, to)) from++
    else break
  }
  while (to > from && !isNameWord(words[to - 1]) && !/\d$/.test(words[to - 1]?.text ?? '')) to--
  return from < to ? { from: personStart(words, from, to), to } : null
}

function isNoise(text: string): boolean {
  return (
    noiseWords.has(text) ||
    isDemonym(text) ||
    honorifics.has(text) ||
    orgSuffixes.has(text) ||
    isRole(text.toLowerCase())
  )
}

/** "Tom Hill": a given name and a surname, though both are dictionary words. */
function isFullName(texts: readonly string[]): boolean {
  const [first = '', last = ''] = [texts[0], texts.at(-1)]
  return texts.length === 2 && isGivenName(first.toLowerCase()) && mayBeSurname(last.toLowerCase())
}

/** Capitalised words that alone name nothing: weekdays, faiths, nations' adjectives, dictionary words, titles. */
export function namesNothing(texts: readonly string[]): boolean {
  if (texts.every((text) => isNoise(text) || /^\p{Lu}\.?$/u.test(text))) return true
  if (noiseWords.has(texts.join(' '))) return true
  const isPlain = (text: string): boolean => isCommonWord(text.toLowerCase()) && !/\p{Ll}\p{Lu}/u.test(text)
  if (texts.length > 1)
    return byHead(texts) === null && !isFullName(texts) && texts.every((text) => isPlain(text) || isNoise(text))
  const [only = ''] = texts
  if (only.length < 2 || /^\p{Ll}+\p{Lu}(?!\p{Ll}{2})/u.test(only)) return true
  return isPlain(only)
}
