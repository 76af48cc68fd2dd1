import type { Sentence, TextDocument } from '@counterclaim/model'
import { readWords, type Word } from './words.ts'

const known = new WeakMap<readonly Sentence[], readonly (readonly Word[])[]>()

/** The words of each sentence of a document, in the order of `doc.sentences`. Read once per document, then remembered. */
export function sentenceWords(doc: Pick<TextDocument, 'text' | 'sentences'>): readonly (readonly Word[])[] {
  const before = known.get(doc.sentences)
  if (before !== undefined) return before
  const words = doc.sentences.map((sentence) => readWords(doc.text.slice(sentence.start, sentence.end), sentence.start))
  known.set(doc.sentences, words)
  return words
}
