import type { Claim, ClaimedDocument } from '@counterclaim/model'
import { type DaySpan, daySpan } from '../numeric/time-span.ts'
import { once } from '../once.ts'
import { partyOf } from '../parties.ts'
import { lowerWords, singular } from '../words.ts'
import { CONTRAST, DEICTIC, DISMISSIVE, GENERIC, MODAL, negatesMainClause } from './lexicon.ts'

/** A statement made ready for comparing. */
export interface Assertion {
  readonly claim: Claim
  readonly document: string
  readonly published: DaySpan | null
  /** Index of its sentence, -1 in the title. */
  readonly sentence: number
  /** Stems of what is asserted or denied, without those that only name speech ("claim", "said") or figures. */
  readonly terms: ReadonlySet<string>
  /** Those of them that are no part of a name: two statements that share only names need not be of one thing. */
  readonly content: ReadonlySet<string>
  /** Words of its evidence, lower case, as they stand and singular. */
  readonly words: ReadonlySet<string>
  /** Who speaks, by every entity; empty for the document's own voice. */
  readonly party: readonly string[]
  /** Whether it says of another account that it does not hold. */
  readonly denies: boolean
  /** A denial that does not say what it denies: "an outright lie", "disputes the claims". */
  readonly bare: boolean
  /** The proposition itself is negated, not a clause inside it. */
  readonly negated: boolean
  /** The sentence, or the clause within it, is set against what stands before ("But …", "…, while …"). */
  readonly contrasts: boolean
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
  return kept.map((claim) => read(doc, claim))
})

function read(doc: ClaimedDocument, claim: Claim): Assertion {
  const words = lowerWords(claim.evidence)
  const terms = new Set(claim.terms.filter((term) => !GENERIC.has(term) && !/^\d/.test(term)))
  const dismissive = words.some((word) => DISMISSIVE.has(word))
  const pointsBack = DEICTIC.has(words[0] ?? '')
  const denies = claim.stance === 'denies' || (dismissive && terms.size <= 2 * LEAST_CONTENT)
  return {
    claim,
    document: doc.id,
    published: daySpan(doc.publishedAt),
    sentence: sentenceOf(doc, claim),
    terms,
    content: new Set([...terms].filter((term) => !nameStems(doc).has(term))),
    words: new Set([...words, ...words.map(singular)]),
    party: partyOf(doc, claim),
    denies,
    bare: denies && (terms.size < LEAST_CONTENT || dismissive || pointsBack),
    negated: claim.negated && negatesMainClause(words),
    contrasts: contrasts(doc, claim),
    modal: words.some((word) => MODAL.has(word)),
  }
}

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

function sentenceOf(doc: ClaimedDocument, claim: Claim): number {
  if (claim.field === 'title') return -1
  return doc.sentences.findIndex((s) => s.start <= claim.span.start && claim.span.start < s.end)
}
