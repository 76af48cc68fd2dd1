import table from '../data/rarity.json' with { type: 'json' }

const counts = new Map(
  table.words.flatMap(([count, words]) => `${words}`.split(' ').map((word) => [word, Number(count)] as const)),
)

/**
 * How telling a word is: 0 for one that every text holds, about 3.7 for one that the table does not know.
 * Inverse document frequency, ln(texts / texts with the word). @param word lower case, singular
 */
export function rarity(word: string): number {
  return Math.log(table.texts / (counts.get(word) ?? 2))
}
