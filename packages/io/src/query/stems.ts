import { stem, tokenTexts } from '@counterclaim/nlp'

/** The stems of a text, parted by spaces: what the full-text fields of both backends index. */
export function stemsOf(text: string): string {
  return tokenTexts(text).map(stem).join(' ')
}
