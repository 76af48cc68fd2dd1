import type { ClaimedDocument, Collision } from '@counterclaim/model'
import { accountChange } from './account-changes.ts'
import { answers } from './answers.ts'
import type { Assertion } from './assertion.ts'
import { assertionsOf } from './assertions.ts'
import { incompatible } from './incompatible.ts'
import { otherSide, termWeights, type Weights } from './likeness.ts'
import { denialReason, type Incompatibility } from './reasons.ts'

/** Statements of two documents (or of one with itself) of which one denies, rebuts or excludes the other. */
export function findDenials(a: ClaimedDocument, b: ClaimedDocument, sameStory: boolean): Collision[] {
  if (!sameStory) return []
  const [here, there] = [assertionsOf(a), assertionsOf(b)]
  const weigh = termWeights(a.id === b.id ? here : [...here, ...there])
  const found = new Map<string, Collision>()
  const own = a.id === b.id
  const lists = [denials(here, there, weigh), own ? [] : denials(there, here, weigh), exclusions(here, there, weigh)]
  for (const collision of lists.flat()) {
    const id = `${collision.a} ${collision.b}`
    const before = found.get(id)
    if (before === undefined || before.score < collision.score) found.set(id, collision)
  }
  return [...found.values()]
}

/** Collisions of the denials of one list with what they deny in another (or the same) one. */
function denials(from: readonly Assertion[], to: readonly Assertion[], weigh: Weights): Collision[] {
  return from
    .filter((one) => one.denies || one.replies)
    .flatMap((one) =>
      answers(one, from, to, weigh).map(({ target, score }) =>
        collision(one, target, score, denialReason(one, target)),
      ),
    )
}

/** Collisions of the accounts of two lists, or of one with itself, that exclude each other: each pair once, for it is symmetric. */
function exclusions(here: readonly Assertion[], there: readonly Assertion[], weigh: Weights): Collision[] {
  const collisions: Collision[] = []
  for (const one of here) {
    for (const other of there) {
      if (here === there && one.claim.id >= other.claim.id) continue
      const verdict = excludes(one, other, weigh)
      if (verdict === null) continue
      const answer = later(one, other)
      collisions.push(collision(answer, one === answer ? other : one, verdict.score, verdict.reason))
    }
  }
  return collisions
}

/** Whether two accounts exclude each other: of two speakers, of whom none denies, or of one who has changed his. */
function excludes(a: Assertion, b: Assertion, weigh: Weights): Incompatibility | null {
  if (!otherSide(a, b)) return accountChange(a, b, weigh)
  return a.denies || b.denies ? null : incompatible(a, b, weigh)
}

/** Whichever of two statements answers the other: the one of the later document, or further down in one text. */
function later(a: Assertion, b: Assertion): Assertion {
  if (a.document === b.document) return a.claim.span.start > b.claim.span.start ? a : b
  const [x, y] = [a.published?.first ?? 0, b.published?.first ?? 0]
  return x > y || (x === y && a.claim.id > b.claim.id) ? a : b
}

function collision(answer: Assertion, target: Assertion, score: number, reason: string): Collision {
  const first = answer.claim.id < target.claim.id
  const [a, b] = first ? [answer, target] : [target, answer]
  return {
    type: 'denial',
    a: a.claim.id,
    b: b.claim.id,
    reason,
    score: Math.round(Math.min(1, score) * 1000) / 1000,
    answer: first ? 'a' : 'b',
  }
}
