/** Letters and digits, with inner dots, commas, apostrophes and ampersands kept ("3.2", "U.S.", "R&D"). Linear: classes are disjoint. */
const WORD = /[\p{L}\p{N}]+(?:[.,'’&][\p{L}\p{N}]+)*/gu

/** Lower-case words of a text, in order; possessive `'s` is cut. */
export function lowerWords(text: string): string[] {
  const words = text.toLowerCase().match(WORD) ?? []
  // Two comparisons instead of a search for each word: comparing reads words more than anything else.
  return words.map((word) => (word.endsWith('s') && isApostrophe(word.at(-2)) ? word.slice(0, -2) : word))
}

/**
 * Remembers the words of the text that was read last: one reader of a document comes right after another, and to keep the
 * words of every document would take several times its text.
 */
function lastWords(): (text: string) => readonly string[] {
  let [last, words]: [string, readonly string[]] = ['', []]
  return (text) => {
    if (text !== last) [last, words] = [text, lowerWords(text)]
    return words
  }
}

/** The words of a document's whole text. */
export const textWords: (text: string) => readonly string[] = lastWords()

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

/**
 * Whether a list of words holds one of some phrases. By their first words, so that a text is read once, however many there
 * are. @param phrases words parted by spaces, as `lowerWords` gives them
 */
export function phraseFinder(phrases: readonly string[]): (words: readonly string[]) => boolean {
  const byFirst = new Map<string, string[][]>()
  for (const phrase of phrases) {
    const [first = '', ...rest] = phrase.split(' ')
    byFirst.set(first, [...(byFirst.get(first) ?? []), rest])
  }
  const isAt = (words: readonly string[], at: number, rest: readonly string[]): boolean =>
    rest.every((word, i) => words[at + 1 + i] === word)
  return (words) => words.some((word, i) => byFirst.get(word)?.some((rest) => isAt(words, i, rest)) === true)
}
