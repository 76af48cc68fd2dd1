import type { Sentence, TextDocument } from '@counterclaim/model'
import { withoutDateline } from './dateline.ts'
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

const told = new WeakMap<readonly Sentence[], readonly (readonly Word[])[]>()

/** As `sentenceWords`, without the datelines that paragraphs begin with: where a report was sent from is no part of what it tells. */
export function proseWords(doc: Pick<TextDocument, 'text' | 'sentences'>): readonly (readonly Word[])[] {
  const before = told.get(doc.sentences)
  if (before !== undefined) return before
  const words = sentenceWords(doc).map((own, i) => {
    const sentence = doc.sentences[i] as Sentence
    return sentence.passage === doc.sentences[i - 1]?.passage ? own : withoutDateline(own, doc.text, sentence)
  })
  told.set(doc.sentences, words)
  return words
}
