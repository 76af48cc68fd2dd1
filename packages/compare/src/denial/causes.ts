import data from '../data/causes.json' with { type: 'json' }
import type { Assertion } from './assertion.ts'
import { concerns, sameSubject } from './likeness.ts'
import type { Causes } from './read-causes.ts'
import { type Incompatibility, said, speaker } from './reasons.ts'

const EVENTS: ReadonlySet<string> = new Set(data.events.words.split(' '))

/** Whether one gives as a cause what the other says was none, or both give the cause of one mishap, and not the same. */
export function byCause(a: Assertion, b: Assertion): Incompatibility | null {
  const [x, y] = [a.causes, b.causes]
  if (x === null || y === null) return byNothing(a, b)
  const same = sameEffect(a, b)
  const ruledOut = common(a, x.isNot, b, [...y.is, ...y.perhaps]) || common(b, y.isNot, a, [...x.is, ...x.perhaps])
  // "Her departure had nothing to do with her health", says whoever the other statement is of.
  const own = ruledOut && (concerns(a, b) || concerns(b, a))
  const other = isMishap(x) && isMishap(y) && isTold(a, x.is) && isTold(b, y.is) && !common(a, x.is, b, y.is)
  if (!own && !(same && (ruledOut || other)) && !answered(a, b)) return null
  const [p, q] = a.claim.id < b.claim.id ? [a, b] : [b, a]
  return {
    reason: `${speaker(p)} and ${speaker(q)} give different causes: “${said(p)}” and “${said(q)}”`,
    score: ruledOut ? 0.7 : 0.5,
  }
}

/** Stems at most of a statement that says nothing but that there was no such cause. */
const MOST_OF_NOTHING = 3

/** "The sinking was caused by overloading", "the ship was not overloaded": without its cause it did not come about that way. */
function byNothing(a: Assertion, b: Assertion): Incompatibility | null {
  const [why, no] = (a.causes?.is.length ?? 0) > 0 ? [a, b] : [b, a]
  if (why.causes === null || no.causes !== null || !no.not || no.content.size > MOST_OF_NOTHING) return null
  const denied = termsOf(why, why.causes.is).filter((term) => no.scope.includes(term) && no.content.has(term))
  if (denied.length === 0) return null
  return { reason: `${speaker(why)} names as a cause what ${speaker(no)} says was not so: “${said(no)}”`, score: 0.6 }
}

/** "He died because no nurse was there. His death was unrelated to the strike, the hospital said." */
function answered(a: Assertion, b: Assertion): boolean {
  if (!isNext(a, b)) return false
  const [first, second] = a.claim.span.start < b.claim.span.start ? [a, b] : [b, a]
  const [one, other] = [first.causes, second.causes]
  if (one === null || other === null || one.is.length === 0 || other.isNot.length === 0) return false
  return other.is.length === 0 && common(first, one.of, second, other.of)
}

function isNext(a: Assertion, b: Assertion): boolean {
  return a.document === b.document && Math.abs(a.sentence - b.sentence) <= 1
}

/** Whether both tell what brought one thing about: the same words, one subject, or an event that the story has one of. */
function sameEffect(a: Assertion, b: Assertion): boolean {
  const [x, y] = [a.causes?.of ?? [], b.causes?.of ?? []]
  if (common(a, x, b, y) || sameSubject(a, b) || isNext(a, b)) return true
  return x.some((word) => EVENTS.has(word)) && y.some((word) => EVENTS.has(word))
}

function isMishap({ of }: Causes): boolean {
  return of.some((word) => EVENTS.has(word))
}

function isTold(one: Assertion, words: readonly string[]): boolean {
  return termsOf(one, words).length > 0
}

function common(a: Assertion, some: readonly string[], b: Assertion, others: readonly string[]): boolean {
  const there = termsOf(b, others)
  return termsOf(a, some).some((term) => there.includes(term))
}

/** The telling stems of a statement that some of its words have. */
function termsOf(one: Assertion, words: readonly string[]): string[] {
  return words.flatMap((word) => {
    const term = one.termOf(word)
    return term === null || !one.content.has(term) ? [] : [term]
  })
}
