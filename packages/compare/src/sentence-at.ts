import type { Sentence } from '@counterclaim/model'

/** Index of the sentence that a place of the text is in, -1 for none. By bisection: sentences do not overlap, and stand in order. */
export function sentenceAt(sentences: readonly Sentence[], place: number): number {
  let [low, high] = [0, sentences.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sentences[middle] as Sentence).end <= place) low = middle + 1
    else high = middle
  }
  const found = sentences[low]
  return found !== undefined && found.start <= place ? low : -1
}
