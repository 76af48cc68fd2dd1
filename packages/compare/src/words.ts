/** Letters and digits, with inner dots, commas, apostrophes and ampersands kept ("3.2", "U.S.", "R&D"). Linear: classes are disjoint. */
const WORD = /[\p{L}\p{N}]+(?:[.,'’&][\p{L}\p{N}]+)*/gu

/** Lower-case words of a text, in order; possessive `'s` is cut. */
export function lowerWords(text: string): string[] {
  const words = text.toLowerCase().match(WORD) ?? []
  // Two comparisons instead of a search for each word: comparing reads words more than anything else.
  return words.map((word) => (word.endsWith('s') && isApostrophe(word.at(-2)) ? word.slice(0, -2) : word))
}

function isApostrophe(letter: string | undefined): boolean {
  return letter === "'" || letter === '’'
}

/**
 * The singular of an English plural, else the word as it is: enough to let "users" meet "user" in a measure or a name.
 * Source: Harman 1991, "How effective is suffixing?", the S-stemmer.
 */
export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s')) return word
  if (word.endsWith('ies') && !/[ae]ies$/.test(word)) return `${word.slice(0, -3)}y`
  if (word.endsWith('es') && /(?:s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2)
  return /[iua]s$|ss$/.test(word) ? word : word.slice(0, -1)
}

/** Whether two sorted lists have a value in common. */
export function meet(a: readonly string[], b: readonly string[]): boolean {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a]
  return few.some((value) => many.includes(value))
}
