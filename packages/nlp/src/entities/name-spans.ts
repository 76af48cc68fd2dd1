import type { Word } from '../syntax/words.ts'
import { isCommonWord } from './common-words.ts'
import { eventHeads, honorifics, isRole, lawHeads, noiseWords, ofHeads, orgHeads } from './name-words.ts'
import { isGivenName, isParticle } from './person-names.ts'

/** A run of words that may be a name: `from` to `to` (exclusive). */
export interface NameSpan {
  readonly from: number
  readonly to: number
}

const CALENDAR =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|^(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.?$/
const CAPITAL = /^(?:\p{Lu}|\p{Ll}{1,3}\p{Lu})[\p{L}\p{N}\p{M}.'’&]*$/u
const YEAR = /^(?:1[89]|20)\d\d$/
/** No name in news is longer; a run of capitals beyond it is a heading. */
const MAX_WORDS = 14

/** True for a word with a capital that may be part of a name: no weekday or month. */
export function isNameWord(word: Word | undefined): boolean {
  return word !== undefined && CAPITAL.test(word.text) && !CALENDAR.test(word.text)
}

function touches(a: Word | undefined, b: Word | undefined): boolean {
  return a !== undefined && b !== undefined && a.end === b.start
}

/** End of a name that goes on after "of", "for", "on": the left side must be a body, or the noun of a name. */
function afterOf(words: readonly Word[], from: number, at: number): number {
  const left = words[at - 1]
  const first = words[from]
  const next = words[at + 1]?.lower === 'the' ? at + 2 : at + 1
  if (left === undefined || first === undefined || !isNameWord(words[next])) return at
  const heads = [ofHeads, orgHeads, lawHeads, eventHeads]
  const headed = ofHeads.has(first.text) || heads.some((set) => set.has(left.text))
  if (headed || (at - from === 1 && words[at]?.lower === 'of' && honorifics.has(left.text))) return next + 1
  if (at - from === 2 && isGivenName(first.lower)) return at
  const isNoun = words[at]?.lower === 'of' && isCommonWord(left.lower) && !isRole(left.lower) && at - from > 1
  return isNoun ? next + 1 : at
}

/** End of a list inside a body's name: "Institute for Research, Advocacy, and Development". Only dictionary words go on. */
function afterListMark(words: readonly Word[], from: number, at: number): number {
  const comma = words[at]?.text === ','
  const next = comma && (words[at + 1]?.lower === 'and' || words[at + 1]?.text === '&') ? at + 2 : at + 1
  const word = words[next]
  if (word === undefined || !isNameWord(word) || !isCommonWord(word.lower)) return at
  const left = words.slice(from, at)
  const opened = left.findIndex((w, i) => i > 0 && /^(?:of|for|on)$/.test(w.lower))
  const isOpen = opened > 0 && ofHeads.has(left[opened - 1]?.text ?? '') && isCommonWord(left.at(-1)?.lower ?? '')
  if (isOpen && (!comma || hasListEnd(words, next))) return next + 1
  return !comma && !noiseWords.has(word.text) && joinsHead(words, from, at) ? next + 1 : at
}

/** A comma goes on inside a name only when "and" closes the list: "Information, Culture and Sports". */
function hasListEnd(words: readonly Word[], at: number): boolean {
  for (let i = at; i < Math.min(at + 8, words.length); i++) {
    const word = words[i]
    if (word === undefined) return false
    if (word.lower === 'and' || word.text === '&') return isNameWord(words[i + 1])
    if (word.text !== ',' && !isNameWord(word)) return words[i - 2]?.lower === 'and'
  }
  return words[at - 1]?.lower === 'and'
}

/** "Food and Drug Administration": dictionary words on both sides, the head only on the right. */
function joinsHead(words: readonly Word[], from: number, at: number): boolean {
  const left = words.slice(from, at)
  if (!left.every((word) => isCommonWord(word.lower)) || orgHeads.has(left.at(-1)?.text ?? '')) return false
  if (from === 0 && left.length === 1) return false
  let to = at + 1
  while (isNameWord(words[to])) to++
  const last = words[to - 1]?.text ?? ''
  return to - at > 2 && (orgHeads.has(last) || lawHeads.has(last)) && isCommonWord(words[at + 1]?.lower ?? '')
}

/** "Information Commissioner's Office", "Workers' Union": a body's head after a dictionary word in the possessive. */
function afterPossessive(words: readonly Word[], at: number): number {
  const left = words[at - 1]
  const next = words[at + 1]
  const isNoun = left !== undefined && isCommonWord(left.lower)
  return isNoun && next !== undefined && isNameWord(next) && orgHeads.has(next.text) ? at + 2 : at
}

/** End of a name that goes on after the mark or small word at `at`; `at` when the name ends there. */
function goOn(words: readonly Word[], from: number, at: number): number {
  const word = words[at]
  if (word === undefined) return at
  const next = words[at + 1]
  switch (word.lower) {
    case '-':
      return touches(words[at - 1], word) && touches(word, next) && (isNameWord(next) || /^\d+$/.test(next?.text ?? ''))
        ? at + 2
        : at
    case '&':
      return isNameWord(next) && !(at - from > 1 && isGivenName(words[from]?.lower ?? '')) ? at + 2 : at
    case 'of':
    case 'for':
    case 'on':
      return afterOf(words, from, at)
    case 'and':
    case ',':
      return word.text === ',' && lawHeads.has(words[at - 1]?.text ?? '') && YEAR.test(next?.text ?? '')
        ? at + 2
        : afterListMark(words, from, at)
    case '(':
      return isNameWord(next) && words[at + 2]?.text === ')' && lawHeads.has(words[at + 3]?.text ?? '') ? at + 4 : at
    case "'s":
    case '’s':
    case "'":
    case '’':
      return afterPossessive(words, at)
    default:
      if (YEAR.test(word.text)) return lawHeads.has(words[at - 1]?.text ?? '') ? at + 1 : at
      return afterParticle(words, at)
  }
}

/** "Ursula von der Leyen", "Bashar al-Assad": small words between two capitals. */
function afterParticle(words: readonly Word[], at: number): number {
  let to = at
  while (to < at + 3 && isParticle(words[to]?.lower ?? '')) to++
  if (to === at) return at
  if (words[to]?.text === '-' && touches(words[to - 1], words[to])) to++
  return isNameWord(words[to]) ? to + 1 : at
}

/** Runs of capitalised words with what joins them inside a name, in order. Linear: each run is bounded. */
export function findNameSpans(words: readonly Word[]): NameSpan[] {
  const spans: NameSpan[] = []
  let from = 0
  while (from < words.length) {
    if (!isNameWord(words[from])) {
      from++
      continue
    }
    let to = from + 1
    for (;;) {
      if (isNameWord(words[to])) {
        to++
        continue
      }
      const next = goOn(words, from, to)
      if (next === to) break
      to = next
    }
    if (to - from <= MAX_WORDS) spans.push({ from, to })
    from = to
  }
  return spans
}
