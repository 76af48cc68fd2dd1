import { tokenize } from '@counterclaim/nlp'

/** The stems of a text, parted by spaces: what the full-text fields of both backends index. */
export function stemsOf(text: string): string {
  return tokenize(text)
    .map((token) => token.stem)
    .join(' ')
}
