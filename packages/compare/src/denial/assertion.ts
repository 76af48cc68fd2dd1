import type { Claim } from '@counterclaim/model'
import type { DaySpan } from '../numeric/time-span.ts'
import type { Following } from './lexicon.ts'
import type { Causes } from './read-causes.ts'

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
  /** Of a bare denial: the one thing it names ("the operators' account", "took money"); null when it names none. */
  readonly topic: string | null
  /** A denial of another's denial: "rejected Meta's denial". */
  readonly rebuts: boolean
  /** The proposition itself is negated, or turned round by "failed to" and the like, not a clause inside it. */
  readonly negated: boolean
  /** Negated by "not", "no" and the like, whatever else turns it round. */
  readonly not: boolean
  /** The stems within reach of the word that negates it, in the order of the text. */
  readonly scope: readonly string[]
  /** What it says brought something about; null when it gives no cause. */
  readonly causes: Causes | null
  /** The stem of its own that a word has, one for each event word; null for none. */
  readonly termOf: (word: string) => string | null
  /** It says of an account that it is not accurate, true, fair. */
  readonly disputes: boolean
  /** It leaves open what is so: "it is not known whether". */
  readonly open: boolean
  /** The sentence, or the clause within it, is set against what stands before ("But …", "…, while …"). */
  readonly contrasts: boolean
  /** It answers somebody by its cue ("countered that"), whether or not it denies. */
  readonly replies: boolean
  /** How many of its words are among the most telling of its document. */
  readonly topical: number
  /** Of a denial: the telling words of its sentence and of those before it, which say what it is about. */
  readonly context: ReadonlySet<string>
  /** Of a wish, threat, plan or doubt, not of what happened. */
  readonly modal: boolean
  /** Of what will happen ("will reopen", "would reopen"). */
  readonly future: boolean
  /** A figure's claim: what it counts may be of another time or scope than what a statement tells. */
  readonly counts: boolean
}
