import type { Word } from '../syntax/words.ts'
import { isCommonWord } from './common-words.ts'
import { isNameWord, type NameSpan } from './name-spans.ts'
import { isOpening } from './span-trim.ts'

/** Surnames that are dictionary words, of the people whom these full names name: "Hill" of "Mary Hill". */
export function commonSurnames(people: readonly (readonly string[])[]): ReadonlySet<string> {
  const last = people.map((words) => (words.length > 1 ? (words.at(-1) ?? '') : ''))
  return new Set(last.filter((word) => /^\p{Lu}/u.test(word) && isCommonWord(word.toLowerCase())))
}

/** Where one of these surnames stands alone with a capital, outside the spans that are names already. */
export function findCommonSurnames(
  words: readonly Word[],
  surnames: ReadonlySet<string>,
  taken: readonly NameSpan[],
): NameSpan[] {
  const found: NameSpan[] = []
  for (const [i, word] of words.entries()) {
    if (!surnames.has(word.text) || taken.some((span) => span.from <= i && i < span.to)) continue
    if (isNameWord(words[i - 1]) && !/\.$|^M(?:r|rs|s)$/.test(words[i - 1]?.text ?? '')) continue
    if (isNameWord(words[i + 1]) || (isOpening(words, i) && !isSubject(words[i + 1]))) continue
    found.push({ from: i, to: i + 1 })
  }
  return found
}

/** At a sentence's start a capital says nothing; a verb, comma or "'s" behind it does. */
function isSubject(next: Word | undefined): boolean {
  if (next === undefined) return false
  return next.pos === 'VERB' || next.pos === 'AUX' || next.text === ',' || /^['’]s$/.test(next.text)
}
