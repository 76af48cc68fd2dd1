import type { Stance } from '@counterclaim/model'
import data from '../data/reporting-verbs.json' with { type: 'json' }

/**
 * What may follow a reporting verb: `that` a clause or quotation, `told` an addressee and then a clause, `object` a noun
 * phrase that is the proposition, `accuse` X of doing Y, `blame` Y on X, `as` X described as Y, `call` X Y, `to` an
 * infinitive of intent, `urge` somebody to do it, `about` a preposition, `appear` an infinitive, `topic` a noun phrase that is praised, blamed or asked for, `cite` another speaker.
 */
export type Frame = keyof typeof data.frames

/** Which form of the verb stands in the text; `past` serves as participle too where the two are the same. */
export type VerbForm = 'base' | 's' | 'past' | 'participle' | 'ing'

/** Verbs whose object is hardly ever a thing: what follows them without "that" is a clause even where tags are doubtful. */
export const BARE_CLAUSE: ReadonlySet<string> = new Set(data.bare)
/** Verbs of wish and plan: what they report is not asserted. */
export const WISHES: ReadonlySet<string> = new Set(data.wishes)
/** Passives without an agent that report ("is said to"), and those that look ahead ("is expected to"). */
export const AGENTLESS: { readonly asserted: ReadonlySet<string>; readonly expected: ReadonlySet<string> } = {
  asserted: new Set(data.agentless.asserted),
  expected: new Set(data.agentless.expected),
}
/** "reportedly", "allegedly": somebody unnamed says what the clause says. */
export const HEARSAY: ReadonlySet<string> = new Set(data.agentless.adverbs)
const PREPOSITIONS: Readonly<Record<'asserted' | 'topic', Readonly<Record<string, string>>>> = data.prepositions

/** What a verb does with a phrase behind a preposition: "warned of" asserts it, "called for" takes it up; null when neither. */
export function prepositionOf(lemma: string, preposition: string): 'asserted' | 'topic' | null {
  if (PREPOSITIONS.asserted[lemma]?.split(' ').includes(preposition)) return 'asserted'
  return PREPOSITIONS.topic[lemma]?.split(' ').includes(preposition) ? 'topic' : null
}

/** Verbs whose object is a clause or next to nothing ("said so"). */
export const CLAUSE_ONLY: ReadonlySet<string> = new Set(data.clauseOnly)
/** "went on to", "appeared to", "continued to": an infinitive behind them has been said. */
export const CARRIERS: ReadonlySet<string> = new Set(data.carriers)
/** "declined to comment": infinitives that make a refusal one to speak. */
export const SPEECH_VERBS: ReadonlySet<string> = new Set(data.speech)

/** A form of a reporting verb: its lemma, and the stance of each frame it takes. */
export interface ReportingVerb {
  readonly lemma: string
  readonly form: VerbForm
  readonly frames: ReadonlyMap<Frame, Stance>
}

const VOWEL = /[aeiou]/

function regularForms(lemma: string): readonly [string, string, string, string] {
  const s = /(?:s|sh|ch|x|z)$/.test(lemma)
    ? `${lemma}es`
    : /[^aeiou]y$/.test(lemma)
      ? `${lemma.slice(0, -1)}ies`
      : `${lemma}s`
  const doubled = data.doubling.includes(lemma) ? lemma + lemma.slice(-1) : lemma
  const past = lemma.endsWith('e')
    ? `${lemma}d`
    : lemma.endsWith('y') && !VOWEL.test(lemma.at(-2) ?? '')
      ? `${lemma.slice(0, -1)}ied`
      : `${doubled}ed`
  const ing = lemma.endsWith('e') && !lemma.endsWith('ee') ? `${lemma.slice(0, -1)}ing` : `${doubled}ing`
  return [s, past, past, ing]
}

function framesByLemma(): Map<string, Map<Frame, Stance>> {
  const lemmas = new Map<string, Map<Frame, Stance>>()
  for (const [frame, stances] of Object.entries(data.frames)) {
    for (const [stance, verbs] of Object.entries(stances)) {
      for (const lemma of verbs) {
        const frames = lemmas.get(lemma) ?? new Map<Frame, Stance>()
        lemmas.set(lemma, frames.set(frame as Frame, stance as Stance))
      }
    }
  }
  return lemmas
}

function formTable(): Map<string, ReportingVerb> {
  const table = new Map<string, ReportingVerb>()
  const irregular: Readonly<Record<string, string>> = data.irregular
  for (const [lemma, frames] of framesByLemma()) {
    const [s, past, participle, ing] = irregular[lemma]?.split(' ') ?? regularForms(lemma)
    const forms: [string | undefined, VerbForm][] = [
      [ing, 'ing'],
      [participle, 'participle'],
      [past, 'past'],
      [s, 's'],
      [lemma, 'base'],
    ]
    // Earlier entries win between lemmas; within one lemma the finite form wins ("read").
    for (const [text, form] of forms) {
      if (text === undefined) continue
      const before = table.get(text)
      if (before === undefined || before.lemma === lemma) table.set(text, { lemma, form, frames })
    }
  }
  return table
}

/** Verbs that deny with an adverb behind them ("ruled out that", "brushed aside the charges"): each form, and the adverbs. */
const PHRASAL: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(data.phrasal.denies).flatMap(([forms, adverbs]) =>
    forms.split(' ').map((form) => [form, new Set(adverbs.split(' '))] as const),
  ),
)
const DENIES: ReadonlyMap<Frame, Stance> = new Map([
  ['that', 'denies'],
  ['object', 'denies'],
])

const TABLE = formTable()

/** The reporting verb that a lower-case word is with the adverb behind it. */
export function phrasalVerb(lower: string, next: string): ReportingVerb | undefined {
  if (PHRASAL.get(lower)?.has(next) !== true) return undefined
  return { lemma: `${lower} ${next}`, form: lower.endsWith('ing') ? 'ing' : 'past', frames: DENIES }
}

/** The reporting verb a lower-case word may be a form of. */
export function reportingVerb(lower: string): ReportingVerb | undefined {
  return TABLE.get(lower)
}
