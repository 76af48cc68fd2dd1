import type { Span, TaggedDocument } from '@counterclaim/model'
import type { Frame } from './quantity-frame.ts'

/** A line without a full stop is a heading, a caption or a link; from this many words on it is a sentence that lost it. */
const MIN_OPEN_WORDS = 15
/** Longer sentences are lists and tables that lost their lines: the longest of the project's news has 700 characters. */
const MAX_SENTENCE = 3000
/** Counts up to twelve are written out and mostly only say how the text goes on ("in three ways"). */
const SMALL = 12

/** Whether a sentence is prose of the document: no heading or footnote, and ended or long. */
export function isProse(doc: TaggedDocument, sentence: Span & { readonly passage: number }): boolean {
  const kind = doc.passages[sentence.passage]?.kind
  if (kind === 'heading' || kind === 'footnote' || kind === 'table-row') return false
  if (sentence.end - sentence.start > MAX_SENTENCE) return false
  const text = doc.text.slice(sentence.start, sentence.end).trim()
  if (/[.!?…]["'”’)\]]*(?:\s?[\d¹²³⁰-⁹]{1,3})?$/.test(text)) return true
  return text.split(' ', MIN_OPEN_WORDS).length >= MIN_OPEN_WORDS
}

/** Why a figure makes no claim, null when it may. */
export function whyNoClaim(frame: Frame): string | null {
  const { quantity, before, counted, role, parse, clause } = frame
  const { min, max, unit } = quantity.value
  const next = counted[0]?.lower ?? ''
  if (unit === 'date') return 'date'
  if (isVague(frame)) return 'vague'
  if (isMultiplier(frame)) return 'multiplier'
  if (isSupposed(frame)) return 'supposed'
  if (unit !== 'count') return null
  if (isAge(frame)) return 'age'
  if (parse.phrases[clause.verb] === undefined && counted.length === 0 && frame.whole === -1 && role === 'none')
    return 'bare'
  const size = Math.abs(Number(max ?? min ?? 0))
  if (size > SMALL || !Number.isInteger(size)) return null
  if (size === 1 && quantity.value.modifier === 'exact') return 'one'
  if (isTally(frame)) return null
  if (before.some((w) => /^(?:the|these|those|this|all|both|other|last|first|next|its|their|his|her)$/.test(w.lower)))
    return 'known'
  if (/^(?:ways?|things?|parts?|steps?|sides?|kinds?|types?|reasons?|points?|cases?)$/.test(next)) return 'vague'
  if (frame.whole !== -1 && counted.length === 0) return null
  if (/^times?$/.test(next)) return clause.verb === -1 ? 'times' : null
  if (counted.some((w) => TOLL.test(w.lower))) return null
  if (role === 'subject') return parse.phrases[clause.verb]?.verb?.copula === true ? 'small' : null
  return role === 'object' && parse.phrases[clause.verb]?.verb?.finite !== undefined && !isHabit(frame) ? null : 'small'
}

/** What is counted one by one, and reported however small: "spoke of six dead and twelve arrests". */
const TOLL =
  /^(?:dead|deaths?|killed|injured|injuries|wounded|missing|arrests?|arrested|casualties|fatalities|victims?|bodies|hostages?|detainees?)$/

const OLDEST = 120

/** "A student, 19, died": a number between commas behind whoever is of that age. */
function isAge({ parse, quantity }: Frame): boolean {
  const at = parse.words.findIndex((w) => w.start === quantity.start)
  const [comma, whose, next] = [parse.words[at - 1], parse.words[at - 2], parse.words[at + 1]]
  if (comma?.text !== ',' || next?.text !== ',' || next.start !== quantity.end) return false
  const years = Number(quantity.value.min ?? OLDEST)
  return years < OLDEST && (whose?.pos === 'NOUN' || whose?.pos === 'PROPN') && quantity.value.modifier === 'exact'
}

/** "put the number of dead at nine", "the toll rose to eight": a count that is said to be one is a figure, however small. */
function isTally({ parse, clause, preposition, quantity }: Frame): boolean {
  if (preposition !== 'at' && preposition !== 'to') return false
  const from = parse.words[parse.phrases[clause.from]?.from ?? -1]?.start ?? 0
  const before = parse.words.filter((w) => w.start >= from && w.end <= quantity.start)
  return before.some((w) => /^(?:numbers?|counts?|tolls?|totals?|tally)$/.test(w.lower))
}

/** "usually has four digits": what a kind of thing is made of, not what happened. */
function isHabit({ parse, clause }: Frame): boolean {
  const verb = parse.phrases[clause.verb]
  const words = parse.words.slice(Math.max(0, (verb?.from ?? 0) - 1), verb?.to)
  return words.some((w) => /^(?:usually|typically|normally|often|generally|always|sometimes)$/.test(w.lower))
}

/** "thousands of people", "hundreds of millions of dollars": an order of magnitude is no figure that can be checked. */
function isVague({ parse, quantity }: Frame): boolean {
  const words = parse.words.filter((w) => w.start >= quantity.start && w.end <= quantity.end)
  return words.some((w) => /^(?:dozens|scores|hundreds|thousands|millions|billions|trillions)$/.test(w.lower))
}

const SUPPOSING = /^(?:if|unless|whether|until)$/

/** "if turnout falls below 50%", "until it proves that the leak is under 3%": nobody says that it is so. */
function isSupposed({ parse, clause }: Frame): boolean {
  const opener = (at: number): string =>
    parse.words[parse.phrases[parse.clauses[at]?.from ?? -1]?.from ?? -1]?.lower ?? ''
  const own = parse.clauses.indexOf(clause)
  if (/^(?:if|unless|whether)$/.test(opener(own))) return true
  return clause.opening === 'link' && clause.parent !== -1 && SUPPOSING.test(opener(clause.parent))
}

/** "four times what it claims", "twice as much". */
function isMultiplier({ parse, at, counted }: Frame): boolean {
  if (!/^times$/.test(counted[0]?.lower ?? '')) return false
  const next = parse.words[parse.phrases[at + 1]?.from ?? -1]?.lower ?? ''
  return counted.length > 1 || /^(?:what|as|more|less|higher|lower|larger|bigger|that|the|over)$/.test(next)
}
