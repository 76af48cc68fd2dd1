import type { Quantity } from '@counterclaim/model'
import type { Clause, Parse } from '../syntax/clauses.ts'
import type { Phrase } from '../syntax/phrases.ts'
import type { Word } from '../syntax/words.ts'

/**
 * What stands around a figure in its sentence; indexes are -1 where there is nothing.
 * `subject`: the figure is the clause's subject ("65 schools closed"); `object`: it follows the verb directly;
 * `of`: it completes a noun ("records of 65 schools"); `preposition`: any other ("rose to 65").
 */
export interface Frame {
  readonly quantity: Quantity
  readonly parse: Parse
  /** Index of the figure's phrase, and that phrase. */
  readonly at: number
  readonly phrase: Phrase
  readonly clauseAt: number
  readonly clause: Clause
  readonly role: 'subject' | 'object' | 'of' | 'preposition' | 'none'
  /** The preposition before the figure, '' when there is none. */
  readonly preposition: string
  /** Phrase index of what the preposition hangs on: a noun phrase or a verb group. */
  readonly governor: number
  /** Words of the figure's own phrase that come after it: "users" in "3.2 million users". */
  readonly counted: readonly Word[]
  /** Words of its phrase before it: "another" in "another 300". */
  readonly before: readonly Word[]
  /** Phrase index of Y in "5% of Y", "40 tonnes of Y". */
  readonly whole: number
}

/** Words after a figure with which something else begins: "300 due to", "38,200 last season", "45 euros per megawatt-hour". */
const NOT_COUNTED = /^(?:due|last|next|this|earlier|later|ago|alone|each|every|today|yesterday|tomorrow|so|such|-.*)$/

/** The frame of a figure, null when the figure is in none of the sentence's words. */
export function frameOf(quantity: Quantity, parse: Parse): Frame | null {
  const { words, phrases, clauses } = parse
  const at = phrases.findIndex((p) => endOf(words, p) > quantity.start)
  const phrase = phrases[at]
  if (phrase === undefined || startOf(words, phrase) >= quantity.end) return null
  const clauseAt = clauses.findIndex((c) => at < c.to)
  const clause = clauses[clauseAt]
  if (clause === undefined) return null
  const last = lastPhrase(parse, at, quantity.end)
  const counted = words.slice(phrases[last]?.from, phrases[last]?.to).filter((w) => w.start >= quantity.end)
  const end = counted.findIndex((w) => NOT_COUNTED.test(w.lower))
  if (end !== -1) counted.splice(end)
  const before = words.slice(phrase.from, phrase.to).filter((w) => w.end <= quantity.start)
  const preposition = prepositionBefore(parse, at)
  const governor = preposition === '' ? -1 : governorOf(parse, at - 1, clause.from)
  const whole = wholeOf(parse, last)
  return {
    quantity,
    parse,
    at,
    phrase,
    clauseAt,
    clause,
    role: roleOf(parse, at, clause, preposition, governor),
    preposition,
    governor,
    counted,
    before,
    whole,
  }
}

/** The phrase in which the figure ends; a figure with its modifier may stretch over several. */
function lastPhrase({ words, phrases }: Parse, at: number, end: number): number {
  let last = at
  while (last + 1 < phrases.length && startOf(words, phrases[last + 1] as Phrase) < end) last++
  return last
}

const startOf = (words: readonly Word[], phrase: Phrase): number => words[phrase.from]?.start ?? 0
const endOf = (words: readonly Word[], phrase: Phrase): number => words[phrase.to - 1]?.end ?? 0

/** "wrote off $2 billion", "paid out 300 euros": belongs to the verb. */
const PARTICLE = /^(?:off|out|away|aside|back)$/

function prepositionBefore({ words, phrases }: Parse, at: number): string {
  let last = at - 1
  if (phrases[last]?.kind === 'other') last--
  const before = phrases[last]
  if (PARTICLE.test(words[before?.from ?? -1]?.lower ?? '') && phrases[last - 1]?.kind === 'verb') return ''
  return before?.kind === 'preposition' || isThan(before, words) ? (words[before?.from ?? 0]?.lower ?? '') : ''
}

const isThan = (phrase: Phrase | undefined, words: readonly Word[]): boolean =>
  phrase?.kind === 'link' && /^(?:than|as|since|until|after|before)$/.test(words[phrase.from]?.lower ?? '')

function governorOf({ phrases }: Parse, before: number, from: number): number {
  for (let i = before - 1; i >= from; i--) {
    const kind = phrases[i]?.kind
    if (kind === 'noun' || kind === 'verb' || kind === 'adjective') return i
    if (kind === 'mark') return -1
  }
  return -1
}

function wholeOf({ words, phrases }: Parse, at: number): number {
  const of = phrases[at + 1]
  if (of?.kind !== 'preposition' || !/^(?:of|among)$/.test(words[of.from]?.lower ?? '')) return -1
  const next = phrases[at + 2]?.kind === 'other' ? at + 3 : at + 2
  return phrases[next]?.kind === 'noun' ? next : -1
}

function roleOf({ phrases }: Parse, at: number, clause: Clause, preposition: string, governor: number): Frame['role'] {
  if (preposition === 'of' && phrases[governor]?.kind === 'noun') return 'of'
  if (preposition !== '') return 'preposition'
  if (clause.verb === -1) return 'none'
  if (at < clause.verb) return at >= clause.from ? 'subject' : 'none'
  for (let i = at - 1; i > clause.verb; i--) {
    if (phrases[i]?.kind === 'mark' && phrases[i + 1]?.kind !== 'noun') return 'none'
  }
  return 'object'
}
