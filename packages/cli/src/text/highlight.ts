import { tokenize } from '@counterclaim/nlp'

/** Marks the words of `text` that have the stem of a word of the query; by the tokenizer that the index uses. */
export function highlight(text: string, query: string, mark: (word: string) => string): string {
  const wanted = new Set(tokenize(query).map((token) => token.stem))
  if (wanted.size === 0) return text
  let out = ''
  let at = 0
  for (const token of tokenize(text)) {
    if (!wanted.has(token.stem)) continue
    out += text.slice(at, token.start) + mark(text.slice(token.start, token.end))
    at = token.end
  }
  return out + text.slice(at)
}
