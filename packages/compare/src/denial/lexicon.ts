import data from '../data/opposites.json' with { type: 'json' }
import { phraseFinder, singular } from '../words.ts'

const split = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** A word → the lines and sides on which it stands: "joint" → [[0, 1]]. */
const sides = new Map<string, readonly (readonly [line: number, side: number])[]>()
for (const [line, pair] of data.pairs.lines.entries()) {
  for (const [side, words] of pair.sides.entries()) {
    for (const word of split(words)) sides.set(word, [...(sides.get(word) ?? []), [line, side]])
  }
}

/** Words that call an account untrue. */
export const DISMISSIVE: ReadonlySet<string> = split(data.dismissive.words)
/** Stems that name speech or the dispute itself. */
export const GENERIC: ReadonlySet<string> = split(data.generic.stems)
const MODAL: ReadonlySet<string> = split(data.modal.words)
/** Words that make the opposite of a clause. */
const NEGATORS: ReadonlySet<string> = split(data.negators.words)
const SUBORDINATORS: ReadonlySet<string> = split(data.negators.subordinators)
/** Words that turn what follows into its opposite: "failed to". */
const REVERSERS: ReadonlySet<string> = split(data.reversers.words)
/** Words before which a quality stands by itself. */
const FUNCTION = split(data.functionWords.words)
/** Shortest word that "un" makes the opposite of: shorter ones have it by chance ("it", "unit"). */
const LEAST_PREFIXED = 4
/** After "not" they say that something else holds too. */
const ADDITIVE = new Set(['only', 'just', 'merely', 'simply', 'solely', 'least'])
/** Reversers that are none without an infinitive: a server that failed, failed. */
const NEEDS_TO = /^(?:fail|neglect|unwilling|reluctant)/
const VERDICTS: ReadonlySet<string> = split(data.verdicts.words)
/** Words that set a sentence or clause against the one before it. */
export const CONTRAST: ReadonlySet<string> = split(data.contrast.words)
/** Words by which a denial points back at an account instead of repeating it. */
export const DEICTIC: ReadonlySet<string> = split(data.deictic.words)
const REPLY_VERBS: ReadonlySet<string> = split(data.replies.verbs)
const hasReply = phraseFinder(data.replies.phrases)
const hasOpen = phraseFinder(data.open.phrases.flatMap((phrase) => [phrase, phrase.replaceAll("'", '’')]))

/** Whether the words of a sentence up to and with what is said show that it answers somebody: "countered that", "sees it differently". */
export function isReply(words: readonly string[]): boolean {
  return words.some((word) => REPLY_VERBS.has(word)) || hasReply(words)
}

/** Words by which a denial takes up another denial. */
export const REBUTTAL: ReadonlySet<string> = split(data.rebuttal.words)

/** Words that name an account: "rejected the findings" points at what was said, whatever that was. */
export const ACCOUNTS: ReadonlySet<string> = split(data.accounts.words)
/** Words that "no" stands before without saying that something is not there. */
export const NO_THINGS: ReadonlySet<string> = split(data.noThings.words)

/** Words that put what follows into a wish or plan, and as nouns do not: "agreed to all demands". */
const EVENTS_TOO = /^(?:demand|threat|plan|order|request|hope|attempt|risk|warn)s?$/
const BEFORE_NOUN = /^(?:a|an|the|all|any|its|his|her|their|our|these|those|such|of|no|some|new|other|under)$/

/** "Residents had been warned", "were asked": done to somebody, it is an event. What somebody is threatened with is none. */
const DONE_TO = /^(?:warned|asked|requested|ordered)$/
const PASSIVE = /^(?:been|was|were|never|not)$/

/** Whether what is said is a wish, threat, plan or doubt. */
export function isModal(words: readonly string[]): boolean {
  return words.some(
    (word, i) =>
      MODAL.has(word) &&
      // "Said it would appeal" is what "will appeal" was; "would have" did not come.
      !(word === 'would' && words[i + 1] !== 'have') &&
      !(EVENTS_TOO.test(word) && BEFORE_NOUN.test(words[i - 1] ?? '')) &&
      !(DONE_TO.test(word) && PASSIVE.test(words[i - 1] ?? '')),
  )
}

/** Where the account itself begins in words that name it first: "the minister's claim that | there is enough"; 0 when they do not. */
export function accountStart(words: readonly string[]): number {
  return words.findIndex((word, i) => word === 'that' && ACCOUNTS.has(words[i - 1] ?? '')) + 1
}

/** Words after a negation within which a verdict on an account stands: "not entirely accurate", "not be accurate". */
const VERDICT_REACH = 3

/**
 * Where the negation of the main clause stands among the words of a statement; -1 when only an inner clause is negated,
 * or none. "Not only", "not just" negate nothing.
 */
export function mainNegation(words: readonly string[]): number {
  return outermost(
    words,
    words.findIndex((word, i) => NEGATORS.has(plain(word)) && !ADDITIVE.has(words[i + 1] ?? '')),
  )
}

/** Where a word stands that turns the main clause into its opposite, -1 when none does. */
export function reversal(words: readonly string[]): number {
  return outermost(
    words,
    words.findIndex((word, i) => REVERSERS.has(word) && (!NEEDS_TO.test(word) || words[i + 1] === 'to')),
  )
}

function outermost(words: readonly string[], at: number): number {
  return at >= 0 && !words.slice(1, at).some((word) => SUBORDINATORS.has(word)) ? at : -1
}

/** How far a negation at a place reaches: to the next word that opens another clause, or to the end. */
export function reach(words: readonly string[], negation: number): number {
  const end = words.findIndex((word, i) => i > negation && SUBORDINATORS.has(word))
  return end < 0 ? words.length : end
}

function plain(word: string): string {
  return word.replace('’', "'")
}

/** Whether the negation is of a verdict on an account: "it would not be accurate to say that". @param negation its place */
export function negatesVerdict(words: readonly string[], negation: number): boolean {
  return negation >= 0 && words.slice(negation + 1, negation + 1 + VERDICT_REACH).some((word) => VERDICTS.has(word))
}

/** Whether a statement leaves open what is so. */
export function leavesOpen(words: readonly string[]): boolean {
  return hasOpen(words)
}

/** The words of a text as they stand and in the singular, and after each the word that follows it, null at the end. */
export type Following = ReadonlyMap<string, string | null>

/** Reads what follows each word of a text, in order and lower case; of a word that stands twice, the first. */
export function following(words: readonly string[]): Following {
  const found = new Map<string, string | null>()
  for (const [i, word] of words.entries()) {
    for (const form of [word, singular(word)]) if (!found.has(form)) found.set(form, words[i + 1] ?? null)
  }
  return found
}

/**
 * Two words, one of each text, that exclude each other when said of one thing; null when there are none. Words of both
 * texts do not count, nor do two qualities of different nouns ("global policy", "local law").
 */
export function opposites(a: Following, b: Following): readonly [string, string] | null {
  const [own, there] = [sidesOf(a, b), sidesOf(b, a)]
  for (const [key, word] of own) {
    const [line, side] = key.split(' ').map(Number) as [number, number]
    const other = there.get(`${line} ${1 - side}`)
    // A text that has both sides of the line speaks of the contrast itself.
    if (other === undefined || there.has(key) || own.has(`${line} ${1 - side}`)) continue
    if (data.pairs.lines[line]?.quality !== true || ofOneNoun(a.get(word), b.get(other))) return [word, other]
  }
  const [back, forth] = byPrefix(b, a) ?? []
  return byPrefix(a, b) ?? (back === undefined || forth === undefined ? null : [forth, back])
}

/** Whether two qualities are of one noun, or stand by themselves ("it was global"). */
function ofOneNoun(after: string | null | undefined, other: string | null | undefined): boolean {
  if (after == null || other == null || FUNCTION.has(after) || FUNCTION.has(other)) return true
  return singular(after) === singular(other)
}

/** "aware" and "unaware", "licensed" and "unlicensed". */
function byPrefix(a: Following, b: Following): readonly [string, string] | null {
  for (const [word, after] of a) {
    const other = `un${word}`
    if (word.length < LEAST_PREFIXED || !b.has(other) || a.has(other) || b.has(word)) continue
    if (ofOneNoun(after, b.get(other))) return [word, other]
  }
  return null
}

/** Line and side → the first word of a text there, without the words that the other text has too. */
function sidesOf(words: Following, without: Following): Map<string, string> {
  const found = new Map<string, string>()
  for (const word of words.keys()) {
    if (without.has(word)) continue
    for (const [line, side] of sides.get(word) ?? [])
      if (!found.has(`${line} ${side}`)) found.set(`${line} ${side}`, word)
  }
  return found
}
