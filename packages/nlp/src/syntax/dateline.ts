import type { Span } from '@counterclaim/model'
import type { Word } from './words.ts'

/** "PORTO ALEGRE, May 6 (Reuters) - The death toll …": where and when a report was sent from stands before its first clause. */
const DATELINE =
  /^(?:\p{Lu}[\p{Lu}.'’-]{2,}(?: \p{Lu}[\p{Lu}.'’-]+){0,3}(?:, [^–—\n]{2,40}?)?|\p{Lu}[\p{L}.'’ -]{2,30}(?:, \p{L}[^–—\n(]{2,30})?)? ?(?:\([^)\n]{2,40}\) ?)?(?:[–—]| -{1,2} )/u
const LONGEST_DATELINE = 120

/** The words of a sentence without the dateline it begins with. */
export function withoutDateline(words: readonly Word[], text: string, { start, end }: Span): readonly Word[] {
  const found = DATELINE.exec(text.slice(start, Math.min(end, start + LONGEST_DATELINE)))
  if (found === null || !/^\p{Lu}{3}|\)/u.test(found[0])) return words
  return words.filter((w) => w.start >= start + found[0].length)
}
