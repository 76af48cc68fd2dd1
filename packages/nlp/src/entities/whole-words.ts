import type { PartOfSpeech, Word } from '../syntax/words.ts'

const ASCII = 0x7f
const LETTER_START = /^[\p{L}\p{M}]/u
const LETTER_END = /[\p{L}\p{M}]$/u

/** Did the tokenizer cut a word at a letter that it does not know: "Stanis" + "ław"? */
function isCut(left: Word, right: Word): boolean {
  if (left.end !== right.start || !LETTER_END.test(left.text) || !LETTER_START.test(right.text)) return false
  return right.text.charCodeAt(0) > ASCII || left.text.charCodeAt(left.text.length - 1) > ASCII
}

/** The words with those put together again that were cut at a letter outside ASCII; the same array when there are none. */
export function wholeWords(words: readonly Word[]): readonly Word[] {
  if (!words.some((word, i) => i > 0 && isCut(words[i - 1] as Word, word))) return words
  const whole: Word[] = []
  for (const word of words) {
    const left = whole.at(-1)
    if (left === undefined || !isCut(left, word)) {
      whole.push(word)
      continue
    }
    const text = left.text + word.text
    const pos: PartOfSpeech = /^\p{Lu}/u.test(text) ? 'PROPN' : left.pos
    whole[whole.length - 1] = { text, lower: text.toLowerCase(), start: left.start, end: word.end, pos }
  }
  return whole
}
