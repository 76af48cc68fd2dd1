import { isKnown } from '../parties.ts'
import { rarity } from '../stories/rarity.ts'
import { lowerWords, singular } from '../words.ts'
import type { Assertion } from './assertion.ts'
import { concerns, namesSpeaker, otherSide, overlap, sameSubject, type Weights } from './likeness.ts'

/** A statement that a denial answers, and how sure that is, 0 to 1. */
export interface Target {
  readonly target: Assertion
  readonly score: number
}

/** Least score of a target; below it a denial stays without one: a wrong link is worse than none. */
const LEAST = 0.4
/** A bare denial is linked on less: right after what another says, it can mean nothing else. */
const LEAST_BARE = 0.35
/** A bare denial answers a statement of another document only when this share of it is told around the denial. */
const LEAST_TOLD = 0.5
/** So many of a report's leading words make a statement one of those that the report is about. */
const ENOUGH_TOPICAL = 3
/** Statements that say what is denied nearly as well as the best one are targets too: a claim is often told twice. */
const NEAR_BEST = 0.85
/** Of the weight of what is denied a statement holds at least this share: sharing who and where is not saying it. */
const LEAST_OF_DENIED = 0.4
/** … and in one sentence with the denial a third: the words between tell the rest. */
const LEAST_TOGETHER = 0.33
/** … unless it says nothing else: "the raids took place". */
const SHORT = 3
/** … and so are those that hold this share of the weight of what is denied. */
const NEARLY_ALL = 0.75
/** What an answer by its place alone is worth: whoever was just accused denies, or "counters", what was said. */
const IN_PLACE = 0.4
/** Sentences back at most in which it was said. */
const PLACE_REACH = 2
/** In the text, a bare denial answers what was said at most this many sentences before. */
const REACH = 4

/**
 * What a denial answers among the statements of its own or another document. One that says what it denies is linked by
 * content; a bare one ("a lie", "disputes the claims") by whom it names, by whom the statement accuses, and by nearness,
 * which only its own document has. Best first.
 */
export function answers(
  denial: Assertion,
  own: readonly Assertion[],
  others: readonly Assertion[],
  weigh: Weights,
): Target[] {
  const elsewhere = own !== others
  if (elsewhere && denial.bare && best(denial, own, weigh).length > 0) return []
  const found = denial.denies ? best(denial, others, weigh) : []
  return found.length > 0 || elsewhere ? found : inPlace(denial, own, weigh)
}

/**
 * What was said of somebody right before this one answers, though the two share few words: "Lee said the firm sold the
 * data. The firm denies that it keeps any", "…. The firm countered that it has spent millions on safety".
 */
function inPlace(answer: Assertion, own: readonly Assertion[], weigh: Weights): Target[] {
  if (!isKnown(answer.party) || answer.sentence < 0 || answer.rebuts) return []
  const before = own
    .filter((target) => isRightBefore(answer, target) && isAnswerable(answer, target))
    .map((target) => ({ target, shared: overlap(answer, target, weigh) }))
  const told = before.filter(
    ({ target, shared }) => concerns(target, answer) || (shared.content > 0 && isNear(answer, target)),
  )
  const said = told.length > 0 ? told : before.filter(({ target }) => disagrees(answer, target))
  said.sort(
    (a, b) =>
      b.target.sentence - a.target.sentence ||
      b.shared.ofLess - a.shared.ofLess ||
      (a.target.claim.id < b.target.claim.id ? -1 : 1),
  )
  return said.slice(0, 1).map(({ target, shared }) => ({ target, score: IN_PLACE + 0.3 * shared.ofLess }))
}

function isRightBefore(answer: Assertion, target: Assertion): boolean {
  if (target.sentence < 0 || target.claim.span.start >= answer.claim.span.start) return false
  const back = answer.sentence - target.sentence
  return back >= 0 && back <= PLACE_REACH
}

/** Who counters may mean what was said two sentences before; a denial of something near it, the last. */
function isNear(answer: Assertion, target: Assertion): boolean {
  return answer.replies || answer.sentence - target.sentence <= 1
}

/** "The ministry saw no sign of it. The senator disagreed: the neighbour was behind it": by its cue alone, right behind what it answers. */
function disagrees(answer: Assertion, target: Assertion): boolean {
  return answer.replies && !answer.denies && answer.sentence - target.sentence <= 1
}

/** Whether a statement is an account by somebody else that can be denied or countered. */
function isAnswerable(answer: Assertion, target: Assertion): boolean {
  if (target.open || target.counts || target.party.length === 0 || !otherSide(answer, target)) return false
  if (target.denies && (answer.denies || !answer.replies)) return false
  if (!answer.denies) return true
  // "It was not inspected" and a denial that it was say the same.
  return !isOnlyFeared(answer, target) && (answer.replies || target.not === answer.not)
}

function best(denial: Assertion, among: readonly Assertion[], weigh: Weights): Target[] {
  const found: Target[] = []
  for (const target of among) {
    if (target === denial || target.denies !== denial.rebuts || target.open || !otherSide(denial, target)) continue
    // The day of the denial itself is no account of somebody else's.
    if (target.party.length === 0 && inOneSentence(denial, target)) continue
    if (denial.bare ? !mayAnswer(denial, target) : !sameMode(denial, target)) continue
    const score = denial.bare || denial.rebuts ? bareScore(denial, target) : contentScore(denial, target, weigh)
    if (score >= (denial.bare || denial.rebuts ? LEAST_BARE : LEAST)) found.push({ target, score })
  }
  found.sort((a, b) => b.score - a.score || (a.target.claim.id < b.target.claim.id ? -1 : 1))
  const top = found[0]?.score ?? 0
  if (denial.bare || denial.rebuts) return found.slice(0, 1)
  return found.filter((one) => one.score >= top * NEAR_BEST || saysIt(denial, one.target, weigh))
}

const FIGURES = ['figure', 'number', 'estimate', 'calculation', 'toll']

/** Whether a bare denial by somebody known may answer a statement: the one thing it names is the speaker, or is said. */
function mayAnswer(denial: Assertion, target: Assertion): boolean {
  if (!isKnown(denial.party) || target.party.length === 0) return false
  // "Called the figure made up": a figure is what it means.
  if (!target.counts && FIGURES.some((word) => denial.words.has(word))) return false
  if (denial.topic === null) return true
  return target.terms.has(denial.topic) ? sameMode(denial, target) : namesSpeaker(denial, target)
}

/** Whether a statement says what is denied: not that it did not happen, nor that it may, when what happened is denied. */
function sameMode(denial: Assertion, target: Assertion): boolean {
  return target.not === denial.not && !isOnlyFeared(denial, target)
}

/** Whether a statement is of what may or will happen, and the denial of what did. */
function isOnlyFeared(denial: Assertion, target: Assertion): boolean {
  return (target.modal && !denial.modal) || (target.future && !denial.future)
}

/** Whether a statement holds nearly all of what is denied, whatever it says besides. */
function saysIt(denial: Assertion, target: Assertion, weigh: Weights): boolean {
  const shared = overlap(denial, target, weigh)
  return shared.content >= 2 && shared.ofLess >= NEARLY_ALL && denial.terms.size <= target.terms.size
}

function contentScore(denial: Assertion, target: Assertion, weigh: Weights): number {
  const shared = overlap(denial, target, weigh)
  const together = inOneSentence(denial, target)
  const subject = sameSubject(denial, target)
  if (shared.content < (together || subject ? 1 : 2) && !shared.all) return 0
  const short = shared.all && target.terms.size <= SHORT && !target.counts
  if (shared.ofFirst < (together ? LEAST_TOGETHER : LEAST_OF_DENIED) && !short) return 0
  const named = namesSpeaker(denial, target) ? 0.2 : 0
  const known = named + (subject ? 0.1 : 0)
  return shared.ofLess * 0.6 + shared.ofMore * 0.2 + known + (together ? 0.3 : 0) + nearness(denial, target) * 0.1
}

function bareScore(denial: Assertion, target: Assertion): number {
  const named = namesSpeaker(denial, target) ? 0.5 : 0
  const accused = concerns(target, denial) ? 0.25 : 0
  // "Disputes Berg's claims" means the claims that the report is about; "a lie" means what was said right before.
  const main = Math.min(target.topical, ENOUGH_TOPICAL) / ENOUGH_TOPICAL
  if (denial.document !== target.document) {
    // It came no later than what answers it.
    if (named === 0 || (target.published?.first ?? 0) > (denial.published?.last ?? Infinity)) return 0
    const told = toldIn(denial.context, target)
    if (told >= LEAST_TOLD) return named / 2 + accused + told / 2
    // "Rejected the agency's account": of another report, what that is about.
    return main === 1 && denial.topic === null ? named / 2 + accused + main * 0.15 : 0
  }
  const near = nearness(denial, target)
  if (near === 0 && (named === 0 || accused === 0 || main < 1)) return 0
  const together = inOneSentence(denial, target) ? 0.2 : 0
  return named + accused + together + (named > 0 ? near * 0.15 + main * 0.25 : near * 0.35 + main * 0.2)
}

/** Share of what a statement says, by how telling its words are, that stands around a denial in another document. */
function toldIn(context: ReadonlySet<string>, target: Assertion): number {
  let [told, all] = [0, 0]
  for (const word of new Set(lowerWords(target.claim.evidence).map(singular))) {
    const weight = rarity(word)
    all += weight
    if (context.has(word)) told += weight
  }
  return all === 0 ? 0 : told / all
}

/** 1 in the same sentence or the one before, less for each further back, a little for the one after; 0 elsewhere. */
function nearness(denial: Assertion, target: Assertion): number {
  if (denial.document !== target.document) return 0
  const back = denial.sentence - target.sentence
  if (back < 0) return back === -1 ? 0.5 : 0
  return back > REACH ? 0 : 1 - Math.max(0, back - 1) / REACH
}

function inOneSentence(a: Assertion, b: Assertion): boolean {
  return a.document === b.document && a.sentence === b.sentence
}
