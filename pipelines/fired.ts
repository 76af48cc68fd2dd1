import type { ClaimHit, SavedQuery } from '@counterclaim/model'
import { isSpeltLike, stem, tokenize } from '@counterclaim/nlp'

/** A quoted phrase, or a run of anything but blanks, brackets and quotation marks. Linear. */
const TERM = /"([^"]*)"?|[^\s()"]+/g

/** Filters of a query that are told with what they ask for; days are told by the document itself. */
const FILTERS = ['entity', 'kind', 'measure', 'min', 'max', 'unit', 'speaker', 'stance', 'source', 'place'] as const

/**
 * What of a query a claim answers, in the query's own words: those terms of its text that the claim or its headline has, and
 * its filters, all of which hold ("speaker: Meta").
 */
export function firedBy(query: SavedQuery, { claim, document }: ClaimHit): string[] {
  const parts = [claim.evidence, claim.subject, claim.measure, claim.about, claim.speaker, claim.place, document.title]
  const words = tokenize(parts.filter((part) => part !== null).join(' \n '))
  const filters = FILTERS.flatMap((name) => (query[name] === undefined ? [] : [`${name}: ${query[name]}`]))
  return [...termsOf(query.text ?? '').filter((term) => stands(term, words)), ...filters]
}

/** The terms that a text query asks for, as they were typed, without operators and without what must not stand there. */
function termsOf(text: string): string[] {
  const terms: string[] = []
  let isNegated = false
  for (const [term] of text.matchAll(TERM)) {
    if (term === 'AND' || term === 'OR') continue
    if (term === 'NOT') isNegated = true
    else {
      if (!isNegated) terms.push(term)
      isNegated = false
    }
  }
  return [...new Set(terms)]
}

function stands(term: string, words: readonly { readonly text: string; readonly stem: string }[]): boolean {
  if (!term.startsWith('"') && term.length > 1 && term.endsWith('*')) {
    const beginning = term.slice(0, -1).toLowerCase()
    return words.some(({ text }) => text.toLowerCase().startsWith(beginning))
  }
  if (!term.startsWith('"') && term.length > 1 && term.endsWith('~')) {
    const like = term.slice(0, -1).toLowerCase()
    return words.some(({ text }) => isSpeltLike(like, text.toLowerCase()))
  }
  const stems = tokenize(term).map(({ text }) => stem(text))
  if (stems.length === 0) return false
  return words.some((_, at) => stems.every((wanted, i) => words[at + i]?.stem === wanted))
}
