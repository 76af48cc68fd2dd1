import { stem, tokenize } from '@counterclaim/nlp'

/** What a text query asks for, in stems; both backends compile it to their own language. */
export type TextQuery =
  | { readonly op: 'phrase'; readonly stems: readonly string[] }
  | { readonly op: 'prefix' | 'like'; readonly word: string }
  | { readonly op: 'and' | 'or'; readonly parts: readonly TextQuery[] }
  | { readonly op: 'not'; readonly part: TextQuery }

type Symbol =
  | { readonly kind: 'word' | 'quoted' | 'prefix' | 'like'; readonly text: string }
  | { readonly kind: 'AND' | 'OR' | 'NOT' | '(' | ')' }

/** A quoted phrase, a bracket, or a run of anything else up to a blank, bracket or quotation mark. Linear. */
const SYMBOL = /"([^"]*)"?|[()]|[^\s()"]+/g
/** What a word ends in that stands for others: those that begin so, those that are spelt like it. */
const ENDS: Readonly<Record<string, 'prefix' | 'like'>> = { '*': 'prefix', '~': 'like' }
/** More than any person types; keeps a pasted page from becoming a query that never ends. */
const MAX_SYMBOLS = 200

/**
 * Reads words, "phrases", prefix*, spelt-like~, AND, OR, NOT and brackets; words side by side must all occur. AND binds tighter
 * than OR. Never fails: what cannot be read as an operator is read as a word. Null when nothing is asked for.
 */
export function parseQuery(text: string): TextQuery | null {
  const symbols = readSymbols(text)
  let at = 0
  const either = (): TextQuery | null => {
    const parts = [both()]
    while (symbols[at]?.kind === 'OR') {
      at++
      parts.push(both())
    }
    return join('or', parts)
  }
  const both = (): TextQuery | null => {
    const parts: (TextQuery | null)[] = []
    for (let next = symbols[at]; next !== undefined && next.kind !== 'OR' && next.kind !== ')'; next = symbols[at]) {
      if (next.kind === 'AND') at++
      else parts.push(one())
    }
    return join('and', parts)
  }
  const one = (): TextQuery | null => {
    const symbol = symbols[at++]
    if (symbol?.kind === 'NOT') {
      const part = symbols[at] === undefined ? null : one()
      return part === null ? null : { op: 'not', part }
    }
    if (symbol?.kind === '(') {
      const inner = either()
      if (symbols[at]?.kind === ')') at++
      return inner
    }
    return symbol !== undefined && 'text' in symbol ? leaf(symbol.kind, symbol.text) : null
  }
  const parts: (TextQuery | null)[] = []
  while (at < symbols.length) {
    parts.push(either())
    if (symbols[at]?.kind === ')') at++
  }
  return join('and', parts)
}

function readSymbols(text: string): Symbol[] {
  const symbols: Symbol[] = []
  for (const match of text.matchAll(SYMBOL)) {
    const [all, quoted] = match
    if (symbols.length >= MAX_SYMBOLS) break
    if (quoted !== undefined) symbols.push({ kind: 'quoted', text: quoted })
    else if (all === 'AND' || all === 'OR' || all === 'NOT' || all === '(' || all === ')') symbols.push({ kind: all })
    else symbols.push({ kind: (all.length > 1 && ENDS[all.slice(-1)]) || 'word', text: all })
  }
  return symbols
}

function leaf(kind: 'word' | 'quoted' | 'prefix' | 'like', text: string): TextQuery | null {
  if (kind === 'prefix' || kind === 'like') return { op: kind, word: text.slice(0, -1).toLowerCase() }
  const stems = tokenize(text).map((token) => stem(token.text))
  return stems.length === 0 ? null : { op: 'phrase', stems }
}

function join(op: 'and' | 'or', parts: readonly (TextQuery | null)[]): TextQuery | null {
  const there = parts.filter((part) => part !== null)
  return there.length > 1 ? { op, parts: there } : (there[0] ?? null)
}
