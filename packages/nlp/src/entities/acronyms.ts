import type { Word } from '../syntax/words.ts'
import type { NameSpan } from './name-spans.ts'

/** An acronym that a text explains: "Election Commission of Pakistan (ECP)" or "ECP (Election Commission of Pakistan)". */
export interface Acronym {
  /** Index of the acronym's word. */
  readonly at: number
  readonly long: NameSpan
}

const ACRONYM = /^\p{Lu}[\p{L}\d]*\p{Lu}[\p{L}\d]*$/u
const MAX_LETTERS = 10
const SMALL = new Set(['of', 'for', 'and', 'the', 'on', 'in', 'to', 'de', 'du', 'la', 'le', '&', ',', '-', "'s", '’s'])

function isAcronym(word: Word | undefined): word is Word {
  return word !== undefined && word.text.length <= MAX_LETTERS && ACRONYM.test(word.text)
}

/** Do the first letters of the words, small words left out where need be, spell the letters? */
function spells(letters: string, words: readonly Word[]): boolean {
  let at = 0
  for (const word of words) {
    const letter = word.lower[0]
    if (letter === letters[at]) at++
    else if (!SMALL.has(word.lower)) return false
  }
  return at === letters.length
}

/** The words before `end` whose first letters are the acronym's. */
function longBefore(words: readonly Word[], end: number, letters: string): NameSpan | null {
  for (let from = end - 2; from >= Math.max(0, end - 2 * letters.length - 2); from--) {
    const first = words[from]
    if (first?.lower[0] === letters[0] && /^\p{Lu}/u.test(first?.text ?? '') && spells(letters, words.slice(from, end)))
      return { from, to: end }
  }
  return null
}

function longAfter(words: readonly Word[], from: number, letters: string): NameSpan | null {
  const close = words.findIndex((word, i) => i > from && word.text === ')')
  if (close < 0 || close - from > 2 * letters.length + 2) return null
  return spells(letters, words.slice(from, close)) ? { from, to: close } : null
}

/**
 * Acronyms that a sentence explains by their letters. Where the letters do not fit (names in another language:
 * "Democratic Choice of Kazakhstan (DVK)"), a name of several words that ends right before the bracket is the long form.
 */
export function findAcronyms(words: readonly Word[], names: readonly NameSpan[]): Acronym[] {
  const found: Acronym[] = []
  for (const [i, word] of words.entries()) {
    if (word.text !== '(') continue
    const [before, after] = [words[i - 1], words[i + 1]]
    if (isAcronym(after) && words[i + 2]?.text === ')') {
      const name = names.find((span) => span.to === i && span.to - span.from > 1)
      const long = longBefore(words, i, after.text.toLowerCase()) ?? name
      if (long !== undefined) found.push({ at: i + 1, long })
    } else if (isAcronym(before)) {
      const long = longAfter(words, i + 1, before.text.toLowerCase())
      if (long !== null) found.push({ at: i - 1, long })
    }
  }
  return found
}
