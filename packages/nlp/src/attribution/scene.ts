import type { Mention, Span, Stance } from '@counterclaim/model'
import type { Word } from '../syntax/words.ts'
import type { Range } from './noun-phrases.ts'
import type { Quote } from './quote-spans.ts'

/** One sentence with all that the rules look at. */
export interface Line {
  readonly index: number
  /** Index of its passage; sentences of one passage are one paragraph. */
  readonly passage: number
  readonly span: Span
  readonly words: readonly Word[]
  readonly mentions: readonly Mention[]
  /** For each word whether it stands inside a quotation. */
  readonly quoted: readonly boolean[]
}

/** One field of a document, prepared for the rules. */
export interface Scene {
  readonly field: 'text' | 'title'
  readonly text: string
  readonly lines: readonly Line[]
  readonly quotes: readonly Quote[]
}

/** What a speaker's words are found by: a phrase of this line, an earlier one, or nobody. */
export interface Draft {
  readonly line: number
  readonly source: Range | null
  readonly cue: Span
  readonly content: Span
  readonly stance: Stance
  /** The rule that made it; rules in `NOT_ASSERTED` report wishes and attitudes, no assertion. */
  readonly rule: string
}

/** Rules whose content is no assertion: what somebody wants, plans, praises or blames, what is expected or only seems. */
export const NOT_ASSERTED: ReadonlySet<string> = new Set(['wish', 'topic', 'expected', 'appears', 'asked'])

/** The span of words `from` to `to` of a sentence. */
export function rangeSpan(words: readonly Word[], { from, to }: Range): Span {
  const [first, last] = [words[from], words[to - 1]]
  if (first === undefined || last === undefined) throw new Error(`no words ${from}–${to}`)
  return { start: first.start, end: last.end }
}

/** A span without white space and closing punctuation at its ends; quotation marks stay. */
export function trimSpan(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end]
  while (from < to && /[\s,;:.–—-]/.test(text[from] ?? '')) from++
  while (to > from && /[\s,;:.–—-]/.test(text[to - 1] ?? '')) to--
  return { start: from, end: to }
}
