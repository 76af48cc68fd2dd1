import type { Claim, ClaimedDocument } from '@counterclaim/model'
import { once } from '../once.ts'
import { partyOf } from '../parties.ts'
import { published } from '../published.ts'
import { sentenceAt } from '../sentence-at.ts'
import { leadingWords, topicOf } from '../stories/story-score.ts'
import { lowerWords, singular } from '../words.ts'
import type { Assertion } from './assertion.ts'
import { eventTerm } from './event-terms.ts'
import {
  ACCOUNTS,
  accountStart,
  CONTRAST,
  DEICTIC,
  DISMISSIVE,
  following,
  isModal,
  isReply,
  leavesOpen,
  mainNegation,
  negatesVerdict,
  REBUTTAL,
  reach,
  reversal,
} from './lexicon.ts'
import { causesIn } from './read-causes.ts'

/** Words by which something is still to come. */
const FUTURE = new Set(['will', 'would', 'shall', "'ll", 'wo'])

/** Reads a claim as an account of something: what it is of, which way it goes, who gives it. */
export function readAssertion(doc: ClaimedDocument, claim: Claim): Assertion {
  const evidence = lowerWords(claim.evidence)
  const words = claim.about === null || claim.about === claim.evidence ? evidence : lowerWords(claim.about)
  const sentence = claim.field === 'title' ? -1 : sentenceAt(doc.sentences, claim.span.start)
  const before = wordsBefore(doc, claim, sentence)
  const open = leavesOpen(evidence)
  const denies = claim.stance === 'denies' && !open
  const account = denies ? accountStart(words) : 0
  const stems = account === 0 ? claim.terms : stemsAmong(claim.terms, words.slice(account))
  const terms = new Set(stems.map(eventTerm).filter((term) => term !== null))
  const telling = stems.filter((term) => !nameStems(doc).has(term)).map(eventTerm)
  const content = new Set(telling.filter((term) => term !== null))
  const pointsBack = words.some((word) => DISMISSIVE.has(word)) || DEICTIC.has(words[0] ?? '')
  const [negation, turn] = [negationIn(claim, words, account), reversal(words)]
  return {
    claim,
    document: doc.id,
    published: published(doc),
    sentence,
    terms,
    content,
    words: following(words),
    party: partyOf(doc, claim),
    denies,
    bare: denies && ((content.size <= 1 && account === 0) || pointsBack),
    topic:
      denies && !pointsBack && content.size === 1 && !ACCOUNTS.has(words.at(-1) ?? '')
        ? ([...content][0] ?? null)
        : null,
    rebuts: denies && words.some((word) => REBUTTAL.has(word)),
    negated: negation >= 0 !== turn >= 0,
    not: negation >= 0,
    scope: termsNegated(claim, words, Math.max(negation, turn)),
    causes: denies ? null : causesIn(words, before),
    termOf: termAmong(claim),
    disputes: negatesVerdict(words, negation),
    open,
    contrasts: before.some((word) => CONTRAST.has(word)),
    // Its cue may stand on either side of it ("Lee hit back: the plan was hers").
    replies: sentence >= 0 && claim.speaker !== null && isReply([...before, ...evidence]),
    context: denies ? contextOf(doc, sentence) : NONE,
    modal: isModal(words),
    future: words.some((word) => FUTURE.has(word)),
    counts: claim.kind === 'quantity',
    topical: words.filter((word) => leading(doc).has(singular(word))).length,
  }
}

/** Those of the stems that words of a text have. A stem is a word's beginning, but for a last y. */
function stemsAmong(stems: readonly string[], words: readonly string[]): string[] {
  return stems.filter((stem) => words.some((word) => word.startsWith(stem.replace(/i$/, ''))))
}

/** Where the negation of what is said stands; in an account that is named first ("his claim that no …") it is that one's. */
function negationIn(claim: Claim, words: readonly string[], account: number): number {
  if (account === 0) return claim.negated ? mainNegation(words) : -1
  const at = mainNegation(words.slice(account))
  return at < 0 ? at : at + account
}

/** Negations that stand behind the verb they turn: "has paid nothing", "received no warning". */
const OBJECTS = new Set(['nothing', 'none', 'nobody', 'nowhere', 'neither', 'no'])

/** The event stems of the words that a negation at a place reaches. A stem is a word's beginning, but for a last y. */
function termsNegated(claim: Claim, words: readonly string[], negation: number): string[] {
  if (negation < 0) return []
  const termOf = termAmong(claim)
  const from = OBJECTS.has(words[negation] ?? '') ? 0 : negation
  return words.slice(from, reach(words, negation)).flatMap((word) => termOf(word) ?? [])
}

/** The event stem of a claim that a word has, null for none. */
function termAmong(claim: Claim): (word: string) => string | null {
  const beginnings = claim.terms.map((stem) => [stem.replace(/i$/, ''), eventTerm(stem)] as const)
  return (word) => beginnings.find(([beginning]) => word.startsWith(beginning))?.[1] ?? null
}

const leading = once((doc: ClaimedDocument): ReadonlySet<string> => new Set(leadingWords(topicOf(doc))))

/** Stems of the words of every name in a document. A stem is a word's beginning, so its first letters tell. */
const nameStems = once((doc: ClaimedDocument): { readonly has: (term: string) => boolean } => {
  const words = doc.entities.flatMap((entity) => [entity.name, ...entity.names]).flatMap(lowerWords)
  const beginnings = new Set(words.flatMap((word) => [word, word.slice(0, -1), word.slice(0, -2)]))
  return { has: (term) => beginnings.has(term) || (term.endsWith('i') && beginnings.has(`${term.slice(0, -1)}y`)) }
})

/** Letters before a claim within its sentence in which a contrast or a reply is looked for: "However, activists in the city believe that". */
const BEFORE = 80

function wordsBefore(doc: ClaimedDocument, { span }: Claim, at: number): string[] {
  const sentence = doc.sentences[at]
  if (sentence === undefined) return []
  return lowerWords(doc.text.slice(Math.max(sentence.start, span.start - BEFORE), span.start))
}

/** Sentences before a denial in which what it denies is told. */
const TOLD_BEFORE = 2

const NONE: ReadonlySet<string> = new Set()

function contextOf(doc: ClaimedDocument, at: number): ReadonlySet<string> {
  const [from, to] = [doc.sentences[Math.max(0, at - TOLD_BEFORE)], doc.sentences[Math.max(0, at)]]
  const before = from === undefined || to === undefined ? '' : doc.text.slice(from.start, to.end)
  return new Set(lowerWords(at < 0 ? `${doc.title} ${before}` : before).map(singular))
}
