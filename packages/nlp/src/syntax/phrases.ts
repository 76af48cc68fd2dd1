import closed from '../data/phrase-words.json' with { type: 'json' }
import { hyphen, isBe, isNominal, isPossessive, type Tag } from './tag-words.ts'
import type { Word } from './words.ts'

/**
 * A stretch of words of one sentence, as half-open word indexes. `head` is the index of its telling word: the last
 * noun of a noun phrase, the last verb of a verb group.
 */
export interface Phrase {
  readonly kind: 'noun' | 'verb' | 'adjective' | 'time' | 'preposition' | 'conjunction' | 'link' | 'mark' | 'other'
  readonly from: number
  readonly to: number
  readonly head: number
  /** Of a verb group: how it is built. */
  readonly verb?: VerbForm
}

/** How a verb group is built: "did not respond" is finite and negated, "to be closed" infinitive and passive. */
export interface VerbForm {
  readonly finite: boolean
  readonly passive: boolean
  readonly negated: boolean
  readonly perfect: boolean
  /** The telling verb is a form of be or have. */
  readonly copula: boolean
}

const HAVE = new Set(closed.have)
const MODALS = new Set(closed.modals)
const NEGATIONS = new Set(closed.negations)
const LINKS = new Set([...closed.subordinators, ...closed.relatives])
const RELATIVES = new Set(closed.relatives)
const CONJUNCTIONS = new Set(closed.conjunctions)

const isHave = (word: Word | undefined): boolean => word !== undefined && HAVE.has(word.lower)

/** The phrases of a sentence, in order, without gaps. One pass, linear in the number of words. */
export function findPhrases(words: readonly Word[], tags: readonly Tag[]): Phrase[] {
  const phrases: Phrase[] = []
  for (let i = 0; i < words.length; ) {
    const phrase = timeAt(tags, i) ?? nounAt(words, tags, i) ?? verbAt(words, tags, i) ?? wordAt(words, tags, i)
    phrases.push(phrase)
    i = phrase.to
  }
  return phrases
}

function timeAt(tags: readonly Tag[], i: number): Phrase | null {
  if (tags[i] !== 'TIME') return null
  let to = i
  while (tags[to] === 'TIME') to++
  return { kind: 'time', from: i, to, head: to - 1 }
}

const NOUN_STARTS = new Set<Tag | undefined>(['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN', 'SYM', 'FIGURE', 'PRON'])
const NOUN_GOES_ON = new Set<Tag | undefined>(['ADJ', 'NUM', 'NOUN', 'PROPN', 'SYM', 'FIGURE'])

function nounAt(words: readonly Word[], tags: readonly Tag[], i: number): Phrase | null {
  let at = i
  while (tags[at] === 'ADV' && (tags[at + 1] === 'ADJ' || tags[at + 1] === 'FIGURE' || tags[at + 1] === 'ADV')) at++
  if (!NOUN_STARTS.has(tags[at]) || (tags[at] === 'ADV' && at > i)) return null
  const word = words[at] as Word
  if (RELATIVES.has(word.lower) && tags[at] !== 'DET') return null
  if (word.lower === 'that' && tags[at] === 'PRON') return null
  const personal = tags[at] === 'PRON' && !isPossessive(word)
  let to = at + 1
  let hasNoun = isNominal(tags[at])
  while (!personal && goesOn(words, tags, to, hasNoun)) {
    hasNoun ||= isNominal(tags[to])
    to++
  }
  return nounPhrase(tags, i, to, personal)
}

/** "a record 1.2 billion euros": nouns that stand with a figure. */
const BEFORE_FIGURE = /^(?:record|total|maximum|minimum|average|top)$/

function goesOn(words: readonly Word[], tags: readonly Tag[], at: number, hasNoun: boolean): boolean {
  const tag = tags[at]
  if (tag === 'PART' && isPossessive(words[at])) return hasNoun && NOUN_GOES_ON.has(tags[at + 1])
  if (tag === 'ADV') return !hasNoun && (tags[at + 1] === 'ADJ' || tags[at + 1] === 'FIGURE')
  if (tag === 'FIGURE' && tags[at - 1] !== 'FIGURE')
    return !hasNoun || isPossessive(words[at - 1]) || BEFORE_FIGURE.test(words[at - 1]?.lower ?? '')
  if (tag === 'PUNCT') return hyphen(words[at]) && NOUN_GOES_ON.has(tags[at + 1])
  if (tag === 'CCONJ') return tags[at - 1] === 'ADJ' && tags[at + 1] === 'ADJ' && isNominal(tags[at + 2])
  return NOUN_GOES_ON.has(tag)
}

function nounPhrase(tags: readonly Tag[], from: number, to: number, personal: boolean): Phrase {
  let head = to - 1
  while (head > from && !isNominal(tags[head])) head--
  const nominal = personal || isNominal(tags[head])
  const figure = tags.slice(from, to).includes('FIGURE')
  if (!nominal) head = to - 1
  if (nominal || figure || tags[from] === 'DET') return { kind: 'noun', from, to, head }
  return { kind: tags[to - 1] === 'NUM' ? 'noun' : 'adjective', from, to, head: to - 1 }
}

function verbAt(words: readonly Word[], tags: readonly Tag[], i: number): Phrase | null {
  let to = i
  let head = -1
  while (to < words.length) {
    const tag = tags[to]
    if (tag === 'AUX' && tags[to - 1] === 'VERB') break
    if (tag === 'VERB' || tag === 'AUX') head = to
    else if (!(isJoint(words, tags, to) || (tag === 'ADV' && verbFollows(tags, to)))) break
    to++
  }
  if (head === -1) return null
  return { kind: 'verb', from: i, to: head + 1, head, verb: verbForm(words, tags, i, head) }
}

function isJoint(words: readonly Word[], tags: readonly Tag[], at: number): boolean {
  const word = words[at]?.lower ?? ''
  return NEGATIONS.has(word)
    ? verbFollows(tags, at) || tags[at - 1] === 'AUX'
    : tags[at] === 'PART' && word === 'to' && verbFollows(tags, at)
}

function verbFollows(tags: readonly Tag[], at: number): boolean {
  for (let i = at + 1; i <= at + 3; i++) {
    if (tags[i] === 'VERB' || tags[i] === 'AUX') return true
    if (tags[i] !== 'ADV' && tags[i] !== 'PART') return false
  }
  return false
}

function verbForm(words: readonly Word[], tags: readonly Tag[], from: number, head: number): VerbForm {
  const group = words.slice(from, head)
  const last = words[head] as Word
  const be = group.some(isBe)
  const have = group.some(isHave)
  const participle = isParticiple(last)
  const helped = tags.slice(from, head + 1).some((tag, k) => tag === 'AUX' || MODALS.has(words[from + k]?.lower ?? ''))
  return {
    finite: words[from]?.lower !== 'to' && (helped || !last.lower.endsWith('ing')),
    passive: be && participle,
    negated: words.slice(from, head + 1).some((word) => NEGATIONS.has(word.lower)),
    perfect: have,
    copula: isBe(last) || isHave(last),
  }
}

const PARTICIPLE = /(?:ed|en|wn|ught|old|id|pt|lt|ung|ost|ent|eft|ut|et|ead|ade|one|uilt|hot|eld|un)$/

/** A regular past participle, or a form that looks like an irregular one. */
function isParticiple(word: Word): boolean {
  return PARTICIPLE.test(word.lower) && !isBe(word) && !HAVE.has(word.lower)
}

/** "profit before tax": what is taken off, no clause. */
const TAKEN = /^(?:tax|taxes|interest|inflation|costs|expenses|deductions|dividends|depreciation)$/

function wordAt(words: readonly Word[], tags: readonly Tag[], i: number): Phrase {
  const word = words[i] as Word
  const of = { from: i, to: i + 1, head: i }
  if (tags[i] === 'PUNCT') return { kind: hyphen(word) ? 'other' : 'mark', ...of }
  if (CONJUNCTIONS.has(word.lower)) return { kind: 'conjunction', ...of }
  if (/^(?:before|after)$/.test(word.lower) && TAKEN.test(words[i + 1]?.lower ?? ''))
    return { kind: 'preposition', ...of }
  if (LINKS.has(word.lower)) return { kind: 'link', ...of }
  if (tags[i] === 'ADP') return { kind: 'preposition', ...of }
  return { kind: 'other', ...of }
}
