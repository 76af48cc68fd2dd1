import { isKnown } from '../parties.ts'
import { lowerWords } from '../words.ts'
import { byAbsence } from './absence.ts'
import type { Assertion } from './assertion.ts'
import { byCause } from './causes.ts'
import { byContrast, byExchange, isExchange, nested, setAgainst } from './exchange.ts'
import { opposites } from './lexicon.ts'
import { type Overlap, ofOneSubject, overlap, sameSubject, type Weights } from './likeness.ts'
import { type Incompatibility, said, speaker } from './reasons.ts'

/** Opposite words count only when the accounts are of one thing: two telling stems shared, of this share of weight. */
const LEAST_FOR_OPPOSITES = 0.4
/** "Not" is common: only of a proposition that is otherwise the same, more or less, does it make the opposite. */
const LEAST_FOR_NEGATION = 0.5
/** … and more where what is negated may only be named beside a figure. */
const LEAST_FOR_COUNT = 0.7
/** A statement of so few stems is of its one thing alone: "the raids took place". */
const SHORT = 3
/** … and of so many still of few things. */
const MOST_OF_ONE = 4

/**
 * Whether two statements of different speakers cannot both hold, by opposite words or by a negation that only one has;
 * null when they can, when either leaves it open, or when one wishes, plans or doubts what the other tells.
 */
export function incompatible(a: Assertion, b: Assertion, weigh: Weights): Incompatibility | null {
  if (!isGiven(a) || !isGiven(b) || a.open || b.open) return null
  if (a.modal !== b.modal || a.future !== b.future || (a.counts && b.counts)) return null
  const causes = a.counts || b.counts || nested(a, b) ? null : byCause(a, b)
  if (causes !== null) return causes
  const shared = overlap(a, b, weigh)
  if (a.negated !== b.negated) {
    const [yes, no] = a.negated ? [b, a] : [a, b]
    return (
      byContrast(a, b, shared) ?? byNegation(yes, no, shared) ?? byExchange(a, b) ?? byAbsence(yes, no, shared, weigh)
    )
  }
  if (isFigure(a) || isFigure(b) || nested(a, b)) return null
  return setAgainst(a, b) ?? (a.negated ? null : byOpposites(a, b, shared))
}

/** Whether it gives a count; of a day, it tells what happened. */
function isFigure(one: Assertion): boolean {
  return one.counts && one.claim.value?.unit !== 'date'
}

/** Whether somebody known gives the account, or the report itself tells what happened when. */
function isGiven(one: Assertion): boolean {
  return isKnown(one.party) || (one.counts && one.party.length === 0)
}

function byOpposites(a: Assertion, b: Assertion, shared: Overlap): Incompatibility | null {
  const exchange = isExchange(a, b)
  const pair = opposites(a.words, b.words)
  if (pair === null) return null
  const enough = shared.content >= (exchange ? 1 : 2) || (exchange && sameSubject(a, b)) || ofOneThing(a, b, pair)
  if (!enough || (!exchange && shared.ofLess < LEAST_FOR_OPPOSITES && !ofOneThing(a, b, pair))) return null
  const [x, y] = [...pair].sort()
  const [p, q] = a.claim.id < b.claim.id ? [a, b] : [b, a]
  return {
    reason: `${speaker(p)} and ${speaker(q)} give accounts that exclude each other (“${x}”, “${y}”): “${said(p)}” and “${said(q)}”`,
    score: 0.4 + 0.4 * shared.ofLess,
  }
}

/** "All passwords were encrypted" and "patients' passwords were stored unencrypted": short, of one thing, which both begin with. */
function ofOneThing(a: Assertion, b: Assertion, pair: readonly [string, string]): boolean {
  if (sameObject(a, b, pair)) return true
  const [x, y] = [headOf(a), headOf(b)]
  const said = pair.map((word, i) => (i === 0 ? a : b).termOf(word))
  if (Math.max(a.content.size, b.content.size) > MOST_OF_ONE) return false
  // "Lena Orsk stepped down", "Lena Orsk was fired": of one who is known by name.
  if (a.claim.subjectEntity !== null && ofOneSubject(a, b)) return true
  return x !== null && x === y && a.content.has(x) && b.content.has(x) && !said.includes(x)
}

/** "Passed its inspection" and "failed its last inspection": both words are of the same thing, which stands behind them. */
function sameObject(a: Assertion, b: Assertion, pair: readonly [string, string]): boolean {
  const [x, y] = [objectOf(a, pair[0]), objectOf(b, pair[1])]
  return x !== null && x === y
}

/** Words behind a verb within which its object stands. */
const OBJECT_REACH = 4

function objectOf({ words, termOf, content }: Assertion, word: string): string | null {
  const all = [...words.keys()]
  const at = all.indexOf(word)
  const term = all
    .slice(at + 1, at + 1 + OBJECT_REACH)
    .map(termOf)
    .find((one) => one !== null && content.has(one))
  return at < 0 ? null : (term ?? null)
}

/** The stem of the last word of a statement's subject. */
function headOf({ claim, termOf }: Assertion): string | null {
  const last = lowerWords(claim.subject ?? '').at(-1)
  return last === undefined ? null : termOf(last)
}

/**
 * "Not" makes the opposite of what it reaches: of that, the statements must share a stem that is no name, and when they
 * share only one, it must be the very thing that is negated ("no raids").
 */
function byNegation(yes: Assertion, no: Assertion, shared: Overlap): Incompatibility | null {
  if (nested(yes, no) && length(yes) > length(no)) return null
  const telling = no.scope.filter((term) => no.content.has(term) && !MONTH.test(term))
  const short =
    shared.all && yes.party.length > 0 && (yes.terms.size <= SHORT || (isExchange(yes, no) && no.content.size === 1))
  const reached = shared.content >= 2 ? telling : short ? telling.slice(0, 1) : []
  if (!reached.some((term) => shared.terms.includes(term))) return null
  if (shared.ofLess < (yes.counts ? LEAST_FOR_COUNT : LEAST_FOR_NEGATION) || opposites(yes.words, no.words) !== null)
    return null
  return {
    reason: `${speaker(no)} says it is not so, ${speaker(yes)} that it is: “${said(yes)}”`,
    score: 0.3 + 0.5 * shared.ofLess,
  }
}

/** "Opened in May", "was not painted in May": when it was is not what is negated. */
const MONTH = /^(?:januar[iy]|februar[iy]|march|april|ma[iy]|june|jul[iy]|august|septemb|octob|novemb|decemb)(?:er)?$/

function length({ claim: { span } }: Assertion): number {
  return span.end - span.start
}
