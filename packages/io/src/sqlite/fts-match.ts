import { isSpeltLike, mistakesIn } from '@counterclaim/nlp'
import type { TextQuery } from '../query/parse-query.ts'
import type { Db } from './database.ts'

/** A prefix stands for at most this many stems; more would say nothing about what is meant. */
const MAX_EXPANSION = 500
/** Matches nothing: no token is empty of letters and digits. */
const NOTHING = '"-"'

/** An FTS5 expression, or the complement of one: FTS5 has no unary NOT. */
export interface Match {
  readonly expression: string
  readonly negated: boolean
}

/** Compiles a query to FTS5; prefixes are expanded over the words of the archive. */
export function compileMatch(db: Db, query: TextQuery): Match {
  switch (query.op) {
    case 'phrase':
      return positive(quote(query.stems.join(' ')))
    case 'prefix':
      return positive(expand(db, query.word))
    case 'like':
      return positive(anyOf(stemsLike(db, query.word)))
    case 'not': {
      const { expression, negated } = compileMatch(db, query.part)
      return { expression, negated: !negated }
    }
    case 'and':
      return and(query.parts.map((part) => compileMatch(db, part)))
    case 'or':
      // a OR NOT b = NOT (b AND NOT a)
      return invert(and(query.parts.map((part) => invert(compileMatch(db, part)))))
  }
}

/** A column filter around an expression. */
export function inColumns(columns: string, expression: string): string {
  return `{${columns}} : (${expression})`
}

/** The string as an FTS5 phrase. */
export function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}

function and(parts: readonly Match[]): Match {
  const wanted = parts.filter((part) => !part.negated).map((part) => part.expression)
  const unwanted = parts.filter((part) => part.negated).map((part) => part.expression)
  if (wanted.length === 0) return { expression: `(${unwanted.join(' OR ')})`, negated: true }
  const all = `(${wanted.join(' AND ')})`
  return positive(unwanted.length === 0 ? all : `(${all} NOT (${unwanted.join(' OR ')}))`)
}

function positive(expression: string): Match {
  return { expression, negated: false }
}

function invert(match: Match): Match {
  return { ...match, negated: !match.negated }
}

function expand(db: Db, prefix: string): string {
  const stems = db.all<{ stem: string }>(
    `SELECT DISTINCT stem FROM words WHERE word >= ?1 AND word < ?1 || char(1114111) ORDER BY word LIMIT ${MAX_EXPANSION}`,
    prefix,
  )
  return anyOf(stems.map((row) => row.stem))
}

/** Stems of words that are spelt like one; they begin with its first letter. */
function stemsLike(db: Db, word: string): string[] {
  const [first = ''] = word
  const rows = db.all<{ word: string; stem: string }>(
    `SELECT word, stem FROM words WHERE word >= ?1 AND word < ?1 || char(1114111)
     AND abs(length(word) - length(?2)) <= ?3 ORDER BY word`,
    first,
    word,
    mistakesIn(word),
  )
  return [...new Set(rows.filter((row) => isSpeltLike(word, row.word)).map(({ stem }) => stem))].slice(0, MAX_EXPANSION)
}

function anyOf(stems: readonly string[]): string {
  return stems.length === 0 ? NOTHING : `(${stems.map(quote).join(' OR ')})`
}
