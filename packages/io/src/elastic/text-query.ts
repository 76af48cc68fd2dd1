import { isSpeltLike, mistakesIn } from '@counterclaim/nlp'
import type { TextQuery } from '../query/parse-query.ts'
import { parseQuery } from '../query/parse-query.ts'
import type { Elastic, Query } from './elastic.ts'
import { eachHit } from './pages.ts'
import type { WordSource } from './vocabulary.ts'

/** A prefix stands for at most this many stems; more would say nothing about what is meant. */
const MAX_EXPANSION = 500
const NOTHING: Query = { match_none: {} }

/** Fields that words are looked for in, each with its weight. */
export type Fields = Readonly<Record<string, number>>

/** What a text asks for. `ranks` is false when it only says what is unwanted: then no hit is better than another. */
export interface TextMatch {
  readonly query: Query
  readonly ranks: boolean
}

/** Compiles a query to Elasticsearch's own; prefixes are expanded over the words of the archive. */
export async function textMatch(elastic: Elastic, text: string, fields: Fields): Promise<TextMatch> {
  const parsed = parseQuery(text)
  if (parsed === null) return { query: NOTHING, ranks: true }
  return { query: await compile(elastic, parsed, fields), ranks: isPositive(parsed) }
}

/** All words in one field, by stem. */
export function allWords(field: string, stems: string): Query {
  return { match: { [field]: { query: stems, operator: 'and' } } }
}

async function compile(elastic: Elastic, query: TextQuery, fields: Fields): Promise<Query> {
  switch (query.op) {
    case 'phrase':
      return inAny(fields, (field, boost) => ({ match_phrase: { [field]: { query: query.stems.join(' '), boost } } }))
    case 'prefix':
    case 'like': {
      const stems = await expand(elastic, query.op, query.word)
      if (stems === '') return NOTHING
      return inAny(fields, (field, boost) => ({ match: { [field]: { query: stems, boost } } }))
    }
    case 'not':
      return { bool: { must_not: [await compile(elastic, query.part, fields)] } }
    case 'and':
      return { bool: { must: await compileAll(elastic, query.parts, fields) } }
    case 'or':
      return { bool: { should: await compileAll(elastic, query.parts, fields), minimum_should_match: 1 } }
  }
}

function compileAll(elastic: Elastic, parts: readonly TextQuery[], fields: Fields): Promise<Query[]> {
  return Promise.all(parts.map((part) => compile(elastic, part, fields)))
}

/** Scores of the fields add up, each with its weight, as bm25 of SQLite's full-text tables does. */
function inAny(fields: Fields, make: (field: string, boost: number) => Query): Query {
  const should = Object.entries(fields).map(([field, boost]) => make(field, boost))
  return { bool: { should, minimum_should_match: 1 } }
}

/** A query that some text without any words would answer only says what is unwanted. */
function isPositive(query: TextQuery): boolean {
  switch (query.op) {
    case 'phrase':
    case 'prefix':
    case 'like':
      return true
    case 'not':
      return !isPositive(query.part)
    case 'and':
      return query.parts.some(isPositive)
    case 'or':
      return query.parts.every(isPositive)
  }
}

async function expand(elastic: Elastic, op: 'prefix' | 'like', given: string): Promise<string> {
  const stems = new Set<string>()
  const body = { query: op === 'prefix' ? { prefix: { word: given } } : likeQuery(given), sort: [{ word: 'asc' }] }
  for await (const { source } of eachHit<WordSource>(elastic, 'words', body)) {
    if (op === 'prefix' || isSpeltLike(given, source.word)) stems.add(source.stem)
    if (stems.size >= MAX_EXPANSION) break
  }
  return [...stems].join(' ')
}

/** Its own measure of likeness, which looks at no word that begins otherwise; what it finds is judged once more by ours. */
function likeQuery(value: string): Query {
  const fuzziness = mistakesIn(value)
  return { fuzzy: { word: { value, fuzziness, prefix_length: 1, max_expansions: 1_000, transpositions: false } } }
}
