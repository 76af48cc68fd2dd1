import type { Stance } from '@counterclaim/model'
import { rebuts } from '../attribution/rebuts.ts'
import data from '../data/stance-words.json' with { type: 'json' }
import type { Word } from '../syntax/words.ts'
import { contentTerms } from './terms.ts'

const AGREES = new Set(data.agrees)
const ACCOUNTS = new Set(data.accounts)
const POINTS = new Set(data.points)
const WRONGS = new Set(data.wrongs)
const NEGATIONS = new Set(['not', "n't", 'n’t', 'never', 'no', 'nobody', 'none', 'nor', 'nothing', 'neither'])
const BE = new Set(['is', 'are', 'was', 'were', 'be', 'been', "'s", '’s', "'re", '’re'])
const SUBORDINATORS = new Set(['because', 'if', 'unless', 'until', 'when', 'while', 'although', 'though', 'since'])
/** Content words that "an outright lie" or "the claims are false" has at most; a longer one says more than that. */
const MOST_TERMS = 6
/** Words after a "not" within which a wrong is what is negated. */
const NEGATED_WITHIN = 12

/** What a clause does with an account: calls it untrue or true, or says that a wrong did not happen. Null when neither. */
export function stanceOfClause(words: readonly Word[], calls: boolean): Stance | null {
  const negation = words.findIndex((w) => NEGATIONS.has(w.lower))
  if (isWithoutTruth(words, negation)) return 'denies'
  const judged = judgement(words, calls)
  if (judged !== null) return judged
  return negation >= 0 && deniesWrong(words, negation) ? 'denies' : null
}

const TRUTH = new Set(['truth', 'substance', 'basis', 'foundation', 'merit'])

/** "There is no truth in the suggestion that …", "has no basis in fact": an account is named behind it, or nothing more is said. */
function isWithoutTruth(words: readonly Word[], negation: number): boolean {
  if (negation < 0 || negation > 4 || words[negation]?.lower !== 'no') return false
  const at = words.findIndex((w, i) => i > negation && i <= negation + 2 && TRUTH.has(w.lower))
  if (at < 0) return false
  const rest = words.slice(at + 1, at + 6)
  return (
    /^(?:in|to|for|whatsoever)$/.test(rest[0]?.lower ?? '') &&
    rest.some((w) => ACCOUNTS.has(w.lower) || POINTS.has(w.lower))
  )
}

/** "This is a lie", "that is not true", "the claims are false", "an outright lie", "called the report misleading", "the minister is right". */
function judgement(words: readonly Word[], calls: boolean): Stance | null {
  const at = words.findIndex((w, i) => rebuts(words, i) || AGREES.has(w.lower))
  const word = words[at]
  const negated = words.slice(0, at).some((w) => NEGATIONS.has(w.lower))
  if (word === undefined || (negated && rebuts(words, at))) return null
  const comma = words.findIndex((w, i) => i > at && w.text === ',')
  const clause = comma < 0 ? words : words.slice(0, comma)
  if (contentTerms(clause.map((w) => w.text).join(' ')).length > MOST_TERMS) return null
  const stance = rebuts(words, at) || negated ? 'denies' : 'confirms'
  const be = words.findIndex((w) => BE.has(w.lower) && w.pos !== 'PART')
  // "Called it absurd that a firm should pay for this": an opinion of what follows.
  if (be < 0 && words[0]?.lower === 'it' && /^(?:that|to)$/.test(words[at + 1]?.lower ?? '')) return null
  if (be < 0) return calls || (stance === 'denies' && isBare(words, at)) ? stance : null
  if (be > at || words.slice(be + 1, at).some((w) => w.pos === 'VERB' || w.pos === 'ADP')) return null
  const subject = words.slice(0, be)
  if (subject.some((w) => POINTS.has(w.lower) || ACCOUNTS.has(w.lower))) return stance
  // "the minister is right", of a person by name
  return stance === 'confirms' && word.lower === 'right' && subject.at(-1)?.pos === 'PROPN' ? stance : null
}

const BARE = new Set(['DET', 'ADJ', 'ADV', 'PUNCT', 'NOUN', 'CCONJ'])

/** "An outright lie": nothing but the word and what describes it. */
function isBare(words: readonly Word[], at: number): boolean {
  return at <= 4 && words.every((w, i) => i === at || i === 0 || BARE.has(w.pos))
}

/** "Nobody was jailed", "the ministry did not force anyone", "no knowledge of a breach". */
function deniesWrong(words: readonly Word[], negation: number): boolean {
  if (words.slice(0, negation).some((w) => SUBORDINATORS.has(w.lower))) return false
  const scope = words.slice(negation + 1, negation + 1 + NEGATED_WITHIN)
  const end = scope.findIndex((w) => SUBORDINATORS.has(w.lower) || w.text === ';' || w.lower === 'but')
  const terms = contentTerms((end < 0 ? scope : scope.slice(0, end)).map((w) => w.text).join(' '))
  return terms.some((term) => WRONGS.has(term))
}

const POSITIVE: Readonly<Record<string, string>> = { nobody: 'somebody', nothing: 'something', none: 'some' }

/** The words of the proposition that a negated clause denies: "Nobody was jailed" denies that somebody was. */
export function deniedWords(words: readonly Word[]): Word[] {
  return words
    .filter((w) => !NEGATIONS.has(w.lower) || w.lower in POSITIVE)
    .map((w) => ({ ...w, text: POSITIVE[w.lower] ?? w.text }))
}
