import type { Span } from '@counterclaim/model'
import closed from '../data/phrase-words.json' with { type: 'json' }
import { findPhrases, type Phrase } from './phrases.ts'
import { type Tag, tagWords } from './tag-words.ts'
import type { Word } from './words.ts'

/** A stretch of a sentence around at most one finite verb, as half-open phrase indexes; parts left out by `skips` belong elsewhere. */
export interface Clause {
  readonly from: number
  readonly to: number
  /** Phrase index of its verb group, -1 when it has none ("with 72 million people online"). */
  readonly verb: number
  /** Phrase index of the subject, in this clause or, when it shares one, in an earlier; -1 when there is none. */
  readonly subject: number
  readonly opening: Opening
  /** Index of the clause it goes on with or hangs on, -1 for the first. */
  readonly parent: number
}

/** How a clause opens. `aside`: "it said" between commas; `resume`: what goes on after an aside, bracket or relative clause. */
type Opening = 'main' | 'link' | 'relative' | 'coordinate' | 'participle' | 'fragment' | 'aside' | 'resume'

/** A sentence divided into phrases and clauses. */
export interface Parse {
  readonly words: readonly Word[]
  readonly tags: readonly Tag[]
  readonly phrases: readonly Phrase[]
  readonly clauses: readonly Clause[]
}

const RELATIVES = new Set([...closed.relatives, 'that', 'where'])
const REPORTING = new Set(closed.reporting)
const BREAKS = new Set(closed.breaks)

/** Divides a sentence into clauses, in order, without gaps. Linear: each phrase looks ahead no further than REACH. */
export function parseSentence(all: readonly Word[], figures: readonly Span[], times: readonly Span[]): Parse {
  const words = all.filter((word) => !isQuoteMark(word))
  const tags = tagWords(words, figures, times)
  const phrases = findPhrases(words, tags)
  const openings = findOpenings(words, phrases)
  const clauses: Clause[] = []
  for (const [k, opening] of openings.entries()) {
    const to = openings[k + 1]?.at ?? phrases.length
    clauses.push(clauseOf(words, phrases, opening, to, clauses))
  }
  return { words, tags, phrases, clauses }
}

/** Quotation marks part no phrases: "over 'offensive' posts". An apostrophe that makes a possessive stays. */
const isQuoteMark = (word: Word): boolean =>
  /^[“”"‘`«»]$/.test(word.text) || (/^['’]$/.test(word.text) && word.pos !== 'PART')

interface Start {
  readonly at: number
  readonly opening: Opening
}

/** How many phrases lie at most between a conjunction or comma and the verb that makes a clause of what follows. */
const REACH = 7

function findOpenings(words: readonly Word[], phrases: readonly Phrase[]): Start[] {
  const openings: Start[] = [{ at: 0, opening: 'main' }]
  let hasVerb = false
  for (let i = 0; i < phrases.length; i++) {
    const last = (openings.at(-1) as Start).opening
    const opening = i === 0 ? null : openingAt(words, phrases, i, hasVerb, last)
    if (opening !== null) {
      openings.push({ at: i, opening })
      if (opening !== 'fragment' && opening !== 'aside' && opening !== 'resume') hasVerb = false
    }
    if (phrases[i]?.verb?.finite === true) hasVerb = true
  }
  return openings
}

function openingAt(
  words: readonly Word[],
  phrases: readonly Phrase[],
  i: number,
  hasVerb: boolean,
  last: Opening,
): Opening | null {
  const phrase = phrases[i] as Phrase
  const word = words[phrase.from]?.lower ?? ''
  const before = phrases[i - 1] as Phrase
  if (phrase.kind === 'mark') return /^[;:(—–]$/.test(words[phrase.from]?.text ?? '') ? 'fragment' : null
  if (before.kind === 'mark' && words[before.from]?.text === ')') return phrase.kind === 'link' ? 'link' : 'resume'
  if (before.kind === 'mark' && isAside(words, phrases, i)) return 'aside'
  if (phrase.kind === 'noun' && (word === 'whose' || (word === 'which' && phrase.to - phrase.from > 1)))
    return verbAhead(phrases, i + 1) === -1 ? null : 'relative'
  if (phrase.kind === 'link')
    return !hasVerb && isAttached(phrases, i, word) ? null : linkOpening(phrases, i, word, before)
  if (before.kind === 'mark' || before.kind === 'conjunction')
    return afterMark(words, phrases, i, hasVerb, before, last)
  return phrase.kind === 'noun' && isSaid(words, phrases, i) && hasOwnVerb(phrases, i) ? 'link' : null
}

/** "it said | prices fell", "the firm said on Monday | its profit rose": what follows a verb of saying, and when that was. */
function isSaid(words: readonly Word[], phrases: readonly Phrase[], i: number): boolean {
  let verb = i - 1
  if (phrases[verb]?.kind === 'time') verb -= phrases[verb - 1]?.kind === 'preposition' ? 2 : 1
  const before = phrases[verb]
  return before?.kind === 'verb' && REPORTING.has(words[before.head]?.lower ?? '')
}

/** "Profit after tax rose 34%": no clause of its own, for then the sentence would be left without a verb. */
function isAttached(phrases: readonly Phrase[], i: number, word: string): boolean {
  if (!/^(?:after|before|since|until)$/.test(word) || phrases[i - 1]?.kind !== 'noun') return false
  const verb = verbAhead(phrases, i + 1)
  return verb !== -1 && !phrases.slice(verb + 1).some((later) => later.verb?.finite === true)
}

/** "it said prices fell", not "it added 13 million subscribers and ended the year". */
function hasOwnVerb(phrases: readonly Phrase[], i: number): boolean {
  const verb = verbAhead(phrases, i)
  return verb !== -1 && phrases[verb - 1]?.kind !== 'conjunction'
}

function linkOpening(phrases: readonly Phrase[], i: number, word: string, before: Phrase): Opening | null {
  const verb = verbAhead(phrases, i + 1)
  if (word === 'that' && before.kind === 'verb') return 'link'
  if (verb === -1) return null
  if (!RELATIVES.has(word)) return 'link'
  return before.kind === 'verb' || (word === 'that' && verb > i + 1 && before.kind !== 'noun') ? 'link' : 'relative'
}

function afterMark(
  words: readonly Word[],
  phrases: readonly Phrase[],
  i: number,
  hasVerb: boolean,
  before: Phrase,
  last: Opening,
): Opening | null {
  const phrase = phrases[i] as Phrase
  const word = words[phrase.from]?.lower ?? ''
  if (phrase.kind === 'conjunction') return null
  if (last === 'aside' && before.kind === 'mark') return 'resume'
  if (last === 'relative' && hasVerb && before.kind === 'mark' && phrase.verb?.finite === true && word !== 'to')
    return 'resume'
  if (phrase.kind === 'verb') {
    if (before.kind === 'conjunction') return hasVerb ? 'coordinate' : null
    return phrase.verb?.finite === true && !word.endsWith('ed') ? null : hasVerb ? 'participle' : null
  }
  if (before.kind === 'mark' && BREAKS.has(word)) return 'fragment'
  if (hasVerb && verbAhead(phrases, i) !== -1) return 'main'
  return null
}

/** "it said", "the ministry said on Monday" between commas or at the end. */
function isAside(words: readonly Word[], phrases: readonly Phrase[], i: number): boolean {
  const [who, verb] = [phrases[i], phrases[i + 1]]
  if (who?.kind !== 'noun' || verb?.kind !== 'verb' || !REPORTING.has(words[verb.head]?.lower ?? '')) return false
  const when =
    phrases[i + 2]?.kind === 'preposition' && phrases[i + 3]?.kind === 'time'
      ? i + 4
      : phrases[i + 2]?.kind === 'time'
        ? i + 3
        : i + 2
  const mark = phrases[when]
  return mark === undefined || mark.kind === 'mark'
}

/** The finite verb that follows from here on before any mark or link, -1 when none does within REACH. */
function verbAhead(phrases: readonly Phrase[], from: number): number {
  for (let i = from; i < phrases.length && i < from + REACH; i++) {
    const phrase = phrases[i] as Phrase
    if (phrase.verb?.finite === true) return i
    if (phrase.kind === 'mark' || phrase.kind === 'link') return -1
  }
  return -1
}

function clauseOf(
  words: readonly Word[],
  phrases: readonly Phrase[],
  { at, opening }: Start,
  to: number,
  earlier: readonly Clause[],
): Clause {
  const verb = mainVerb(words, phrases, at, to)
  const own = subjectOf(words, phrases, at, verb === -1 ? to : verb, verb !== -1)
  const parent = parentOf(opening, earlier)
  const clause = { from: at, to, verb, opening, parent }
  if (opening === 'relative') return { ...clause, subject: own !== -1 && verb !== -1 ? own : lastNoun(phrases, at) }
  if (own !== -1 && verb !== -1 && opening !== 'participle' && opening !== 'coordinate')
    return { ...clause, subject: own }
  if (SHARING.has(opening)) return { ...clause, subject: earlier[parent]?.subject ?? -1 }
  return { ...clause, subject: own }
}

const SHARING = new Set<Opening>(['coordinate', 'participle', 'fragment', 'resume'])

function parentOf(opening: Opening, earlier: readonly Clause[]): number {
  let k = earlier.length - 1
  if (opening === 'coordinate') {
    while (k > 0 && (earlier[k]?.verb === -1 || earlier[k]?.opening === 'aside')) k--
    return k
  }
  if (opening !== 'resume') return k
  while (k > 0 && /^(?:aside|relative|fragment)$/.test(earlier[k]?.opening ?? '')) k--
  return k
}

/** The first finite verb that is no reporting aside; else any verb. */
function mainVerb(words: readonly Word[], phrases: readonly Phrase[], from: number, to: number): number {
  let any = -1
  for (let i = from; i < to; i++) {
    const phrase = phrases[i] as Phrase
    if (phrase.kind !== 'verb') continue
    if (phrase.verb?.finite === true && !isReduced(words, phrases, i, to)) return i
    if (any === -1) any = i
  }
  return any
}

/** A participle after its noun ("channels removed in May"), when the real verb is still to come. */
function isReduced(words: readonly Word[], phrases: readonly Phrase[], i: number, to: number): boolean {
  const phrase = phrases[i] as Phrase
  if (phrase.to - phrase.from !== 1 || !/(?:ed|wn|en)$/.test(words[phrase.head]?.lower ?? '')) return false
  return phrases.slice(i + 1, to).some((later) => later.verb?.finite === true)
}

const MOMENTS = /^(?:year|month|week|day|night|morning|evening|season|quarter|decade|today|yesterday|\w+day)s?$/

/** "Next year", "last season": says when, also where no date can be told from it. */
function isMoment(words: readonly Word[], phrase: Phrase | undefined): boolean {
  if (phrase === undefined || !MOMENTS.test(words[phrase.head]?.lower ?? '')) return false
  return (
    phrase.to - phrase.from === 1 ||
    /^(?:next|last|this|that|each|every|one|the)$/.test(words[phrase.from]?.lower ?? '')
  )
}

/** The first noun phrase before the verb that no preposition governs. */
function subjectOf(
  words: readonly Word[],
  phrases: readonly Phrase[],
  from: number,
  to: number,
  strict: boolean,
): number {
  for (let i = from; i < to; i++) {
    if (
      phrases[i]?.kind === 'noun' &&
      (phrases[i - 1]?.kind !== 'preposition' || i === from) &&
      !isMoment(words, phrases[i])
    )
      return i
  }
  return strict ? (lastNoun(phrases, to) >= from ? lastNoun(phrases, to) : -1) : -1
}

function lastNoun(phrases: readonly Phrase[], before: number): number {
  for (let i = before - 1; i >= 0; i--) if (phrases[i]?.kind === 'noun') return i
  return -1
}
