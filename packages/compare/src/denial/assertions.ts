import type { Claim, ClaimedDocument } from '@counterclaim/model'
import { type DaySpan, daySpan } from '../numeric/time-span.ts'
import { once } from '../once.ts'
import { partyOf } from '../parties.ts'
import { leadingWords, topicOf } from '../stories/story-score.ts'
import { lowerWords, singular } from '../words.ts'
import { eventTerm } from './event-terms.ts'
import {
  CONTRAST,
  DEICTIC,
  DISMISSIVE,
  type Following,
  following,
  leavesOpen,
  MODAL,
  mainNegation,
  negatesVerdict,
  REBUTTAL,
  reach,
  reversal,
} from './lexicon.ts'

/** A statement made ready for comparing. */
export interface Assertion {
  readonly claim: Claim
  readonly document: string
  readonly published: DaySpan | null
  /** Index of its sentence, -1 in the title. */
  readonly sentence: number
  /** Stems of what is asserted or denied, one for each event word, without those that only name speech ("claim", "said") or figures. */
  readonly terms: ReadonlySet<string>
  /** Those of them that are no part of a name: two statements that share only names need not be of one thing. */
  readonly content: ReadonlySet<string>
  /** Words of its evidence, lower case, as they stand and singular, each with the one after it. */
  readonly words: Following
  /** Who speaks, by every entity; empty for the document's own voice. */
  readonly party: readonly string[]
  /** Whether it says of another account that it does not hold. */
  readonly denies: boolean
  /** A denial that does not say what it denies: "an outright lie", "disputes the claims". */
  readonly bare: boolean
  /** A denial of another's denial: "rejected Meta's denial". */
  readonly rebuts: boolean
  /** The proposition itself is negated, or turned round by "failed to" and the like, not a clause inside it. */
  readonly negated: boolean
  /** The stems within reach of the word that negates it, in the order of the text. */
  readonly scope: readonly string[]
  /** It says of an account that it is not accurate, true, fair. */
  readonly disputes: boolean
  /** It leaves open what is so: "it is not known whether". */
  readonly open: boolean
  /** The sentence, or the clause within it, is set against what stands before ("But …", "…, while …"). */
  readonly contrasts: boolean
  /** How many of its words are among the most telling of its document. */
  readonly topical: number
  /** Of a denial: the telling words of its sentence and of those before it, which say what it is about. */
  readonly context: ReadonlySet<string>
  /** Of a wish, threat, plan or doubt, not of what happened. */
  readonly modal: boolean
}

/** Statements of a document that are compared at most, the most check-worthy first: bounds the work for pages that only quote. */
export const MOST_ASSERTIONS = 300
/** A denial with fewer content words than this does not say what it denies. */
const LEAST_CONTENT = 2

/** The statements of a document, in the order of the text; those that decline to comment or only ask are left out. */
export const assertionsOf: (doc: ClaimedDocument) => readonly Assertion[] = once((doc) => {
  const claims = doc.claims.filter(
    (claim) => claim.kind === 'statement' && claim.stance !== 'declines' && claim.stance !== 'questions',
  )
  const kept =
    claims.length <= MOST_ASSERTIONS
      ? claims
      : [...claims].sort((a, b) => b.score - a.score || a.span.start - b.span.start).slice(0, MOST_ASSERTIONS)
  const read = kept.map((claim) => readAssertion(doc, claim))
  return read.filter((one) => one.sentence >= 0 || !toldInText(one, read))
})

/** Whether the text says what a headline does: a denial, or most of its words. Then the headline adds nothing. */
function toldInText(headline: Assertion, all: readonly Assertion[]): boolean {
  return all.some((one) => {
    if (one.sentence < 0 || one.denies !== headline.denies) return false
    const shared = [...headline.terms].filter((term) => one.terms.has(term)).length
    return one.denies || 2 * shared >= headline.terms.size
  })
}

function readAssertion(doc: ClaimedDocument, claim: Claim): Assertion {
  const words = lowerWords(claim.evidence)
  const denied = lowerWords(claim.about ?? claim.evidence)
  const terms = new Set(claim.terms.map(eventTerm).filter((term) => term !== null))
  const content = new Set(claim.terms.filter((term) => !nameStems(doc).has(term)).map(eventTerm))
  const dismissive = words.some((word) => DISMISSIVE.has(word))
  const denies = claim.stance === 'denies' || (dismissive && terms.size <= 2 * LEAST_CONTENT)
  const [negation, turn] = [claim.negated ? mainNegation(words) : -1, reversal(words)]
  return {
    claim,
    document: doc.id,
    published: daySpan(doc.publishedAt),
    sentence: sentenceOf(doc, claim),
    terms,
    content: new Set([...content].filter((term) => term !== null)),
    words: following(words),
    party: partyOf(doc, claim),
    denies,
    bare: denies && (terms.size < LEAST_CONTENT || dismissive || DEICTIC.has(denied[0] ?? '')),
    rebuts: denies && denied.some((word) => REBUTTAL.has(word)),
    negated: negation >= 0 !== turn >= 0,
    scope: termsNegated(claim, words, Math.max(negation, turn)),
    disputes: negatesVerdict(words, negation),
    open: leavesOpen(words),
    contrasts: contrasts(doc, claim),
    context: denies ? contextOf(doc, claim) : new Set(),
    modal: denied.some((word) => MODAL.has(word)),
    topical: denied.filter((word) => leading(doc).has(singular(word))).length,
  }
}

/** The event stems of the words that a negation at a place reaches. A stem is a word's beginning, but for a last y. */
function termsNegated(claim: Claim, words: readonly string[], negation: number): string[] {
  if (negation < 0) return []
  const beginnings = claim.terms.map((stem) => [stem.replace(/i$/, ''), eventTerm(stem)] as const)
  return words.slice(negation, reach(words, negation)).flatMap((word) => {
    const term = beginnings.find(([beginning]) => word.startsWith(beginning))?.[1]
    return term == null ? [] : [term]
  })
}

const leading = once((doc: ClaimedDocument): ReadonlySet<string> => new Set(leadingWords(topicOf(doc))))

/** Stems of the words of every name in a document. A stem is a word's beginning, so its first letters tell. */
const nameStems = once((doc: ClaimedDocument): { readonly has: (term: string) => boolean } => {
  const words = doc.entities.flatMap((entity) => [entity.name, ...entity.names]).flatMap(lowerWords)
  const beginnings = new Set(words.flatMap((word) => [word, word.slice(0, -1), word.slice(0, -2)]))
  return { has: (term) => beginnings.has(term) || (term.endsWith('i') && beginnings.has(`${term.slice(0, -1)}y`)) }
})

/** Letters before a claim within its sentence in which a contrast is looked for: "However, activists in the city believe that". */
const BEFORE = 80

function contrasts(doc: ClaimedDocument, claim: Claim): boolean {
  const sentence = doc.sentences[sentenceOf(doc, claim)]
  if (sentence === undefined) return false
  const before = doc.text.slice(Math.max(sentence.start, claim.span.start - BEFORE), claim.span.start)
  return lowerWords(before).some((word) => CONTRAST.has(word))
}

/** Sentences before a denial in which what it denies is told. */
const TOLD_BEFORE = 2

function contextOf(doc: ClaimedDocument, claim: Claim): Set<string> {
  const at = sentenceOf(doc, claim)
  const [from, to] = [doc.sentences[Math.max(0, at - TOLD_BEFORE)], doc.sentences[Math.max(0, at)]]
  const before = from === undefined || to === undefined ? '' : doc.text.slice(from.start, to.end)
  return new Set(lowerWords(at < 0 ? `${doc.title} ${before}` : before).map(singular))
}

function sentenceOf(doc: ClaimedDocument, claim: Claim): number {
  if (claim.field === 'title') return -1
  return doc.sentences.findIndex((s) => s.start <= claim.span.start && claim.span.start < s.end)
}
