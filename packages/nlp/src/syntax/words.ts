import winkNLP from 'wink-nlp'
import { languageModel } from './language-model.ts'

/** Universal part-of-speech tags, as wink's English model gives them. */
export type PartOfSpeech =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X'

/** A word, number or mark of a sentence. `start` and `end` are offsets into the whole field, not the sentence. */
export interface Word {
  readonly text: string
  readonly lower: string
  readonly start: number
  readonly end: number
  readonly pos: PartOfSpeech
}

const nlp = winkNLP(languageModel, ['pos'])
const { its } = nlp

/** The tagger's time grows with the square of a piece's length, and of a run without a space: longer ones are cut. */
const MAX_PIECE = 1000
const MAX_RUN = 200
const LONG_RUN = new RegExp(`\\S{${MAX_RUN}}`)

/**
 * The words of a sentence with their part of speech, in order; every character but white space is in one.
 * Splits off possessives ("Meta", "’s") and signs ("30-40", "%"). Linear; 2 MB of text per second on one core. A run of 200
 * characters without a space is one word of no part of speech.
 * @param offset where the sentence starts in its field
 */
export function readWords(sentence: string, offset = 0): Word[] {
  if (sentence.length <= MAX_RUN || (sentence.length <= MAX_PIECE && !LONG_RUN.test(sentence)))
    return readPiece(sentence, offset)
  const words: Word[] = []
  let from = 0
  const flush = (to: number): void => {
    if (to > from) words.push(...readPiece(sentence.slice(from, to), offset + from))
    from = to
  }
  for (const { 0: run, index } of sentence.matchAll(/\S+/g)) {
    if (index - from >= MAX_PIECE) flush(index)
    if (run.length < MAX_RUN) continue
    flush(index)
    from = index + run.length
    words.push({ text: run, lower: run.toLowerCase(), start: offset + index, end: offset + from, pos: 'X' })
  }
  flush(sentence.length)
  return words
}

function readPiece(sentence: string, offset: number): Word[] {
  const tokens = nlp.readDoc(sentence).tokens()
  const texts = tokens.out() as string[]
  // wink-nlp's `its` functions are read, not called on `its`.
  // oxlint-disable-next-line unbound-method
  const spaces = tokens.out(its.precedingSpaces) as string[]
  // oxlint-disable-next-line unbound-method
  const tags = tokens.out(its.pos) as PartOfSpeech[]
  const words: Word[] = []
  let at = offset
  let isOpen = false
  for (const [i, text] of texts.entries()) {
    const space = spaces[i] ?? ''
    at += space.length
    let pos = tags[i] ?? 'X'
    if (text === '‘' || (text === "'" && (i === 0 || space !== ''))) isOpen = true
    else if (text === "'" || text === '’') {
      if (
        !isOpen &&
        space === '' &&
        spaces[i + 1] !== '' &&
        OWNED.has(tags[i + 1] ?? '') &&
        texts[i - 1]?.endsWith('s')
      )
        pos = 'PART'
      isOpen = false
    }
    words.push({ text, lower: text.toLowerCase(), start: at, end: at + text.length, pos })
    at += text.length
  }
  return words
}

/** What may stand behind the mark of "the drivers' union"; the tagger takes it for a quotation's end. */
const OWNED: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'VERB'])
