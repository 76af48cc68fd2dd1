import type { Span } from '@counterclaim/model'
import verbs from '../data/measure-verbs.json' with { type: 'json' }
import nouns from '../data/subject-nouns.json' with { type: 'json' }
import type { Parse } from '../syntax/clauses.ts'
import type { Word } from '../syntax/words.ts'
import { isPronoun, joinWords, phraseWords, tailWords } from './measure-words.ts'
import type { Frame } from './quantity-frame.ts'
import { BODIES, bodyIn, type Focus, named, type Subject, spanOf } from './subject-focus.ts'

const STAND_INS = new Set(nouns.stand_ins)
const PRODUCTS = new Set(nouns.products)
const LANDS = new Set(nouns.lands)
const REPORTS = new Set(nouns.reports)
const EVENTS = new Set(nouns.events)
const QUANTIFIERS = new Set(nouns.quantifiers)

/** Nouns that only say that there is a figure: "the number had swelled to 45". */
export const STANDS_FOR: RegExp =
  /^(?:rate|level|figure|number|total|average|estimate|value|proportion|share|amount|one|rest)s?$/

export const phraseSpan = ({ words, phrases }: Parse, at: number): Span =>
  spanOf(words, phrases[at]?.from ?? 0, phrases[at]?.to ?? 0)

export const isPossessive = (word: Word | undefined): boolean =>
  word !== undefined && /^(?:its|their|his|her)$/.test(word.lower)

/** What the noun phrase at `at` names, stands in for, or says; null when it is empty of that. */
export function phraseSubject(frame: Frame, at: number, focus: Focus): Subject | null {
  const { parse } = frame
  const phrase = parse.phrases[at]
  if (phrase === undefined) return null
  const span = phraseSpan(parse, at)
  const first = parse.words[phrase.from]
  if (QUANTIFIERS.has(first?.lower ?? '') && parse.words[parse.phrases[at + 1]?.from ?? -1]?.lower === 'of')
    return phraseSubject(frame, at + 2, focus)
  if (first?.lower === 'whose') {
    const owner = parse.phrases.findLastIndex((p, i) => i < at && p.kind === 'noun')
    return owner === -1 ? null : phraseSubject(frame, owner, focus)
  }
  if (isPronoun(parse, at)) return pronoun(frame, first?.lower ?? '', span.start, focus)
  const words = phraseWords(parse, at)
  return nameIn(parse, words, span, focus) ?? standIn(frame, at, words, focus) ?? asPhrase(frame, at, words, focus)
}

/** The entity that is the phrase's head, else a body or person in it ("Acme customers"). */
function nameIn(parse: Parse, words: readonly Word[], span: Span, focus: Focus): Subject | null {
  const compound = (end: number): boolean => parse.words.some((w) => w.start === end && w.text.startsWith('-'))
  const mentions = focus.within(span).filter((m) => !compound(m.end))
  const head = mentions.find((m) => m.end >= (words.at(-1)?.end ?? span.end))
  return named(head ?? mentions.findLast((m) => BODIES.includes(m.type) || m.type === 'person'), focus, 'subject:name')
}

function standIn(frame: Frame, at: number, words: readonly Word[], focus: Focus): Subject | null {
  const { parse } = frame
  const phrase = parse.phrases[at]
  const first = parse.words[phrase?.from ?? -1]
  const start = first?.start ?? 0
  const head = words.at(-1)?.lower ?? ''
  const back = (by: string): Subject | null =>
    named(focus.antecedent(start, BODIES, PRODUCTS.has(head) ? 'product' : undefined), focus, by)
  const definite = /^(?:the|this|that|its)$/.test(first?.lower ?? '')
  const called = definite && words.length <= 2 && !isPossessive(first) ? focus.called(head, start) : null
  if (called !== null) return named(called, focus, 'subject:stand-in')
  if ((STAND_INS.has(head) || PRODUCTS.has(head)) && definite && !isPossessive(first))
    return back('subject:stand-in') ?? properBefore(focus)
  if (LANDS.has(head) && definite && words.length <= 2)
    return named(focus.main(['location']), focus, 'subject:stand-in')
  const bare = parse.words[parse.phrases[at + 1]?.from ?? -1]?.lower !== 'of'
  if (STANDS_FOR.test(head) && definite && words.length === 1 && bare && focus.before !== null)
    return { ...focus.before, by: 'subject:stand-in' }
  const tail = tailBody(frame, at, focus)
  if (tail !== undefined) return named(tail, focus, 'subject:of')
  if (isPossessive(first)) return back('subject:possessor') ?? properBefore(focus)
  if (REPORTS.has(head)) return back('subject:focus')
  return EVENTS.has(head) && definite && words.length <= 2 ? event(words, focus) : null
}

const LEVEL_NOUNS = new Set([...verbs.levels_nouns, 'work', 'construction', 'shares', 'waiting'])
/** Words that "the death toll from the earthquake" goes on by at most. */
const MAX_TAIL = 6

/** Whoever the figure before was about, when a name that no list holds: "Acme Trade has … The company …". */
function properBefore(focus: Focus): Subject | null {
  const before = focus.before
  return before !== null && /^\p{Lu}\p{L}+(?:[ -]\p{L}+)* \p{Lu}/u.test(before.subject ?? '')
    ? { ...before, by: 'subject:stand-in' }
    : null
}

/** "the number of refugees" is about refugees. */
const NUMBERS = /^(?:number|total|share|proportion|percentage|majority|average)s?$/

function asPhrase(frame: Frame, at: number, words: readonly Word[], focus: Focus): Subject | null {
  const { parse, clause } = frame
  if (NUMBERS.test(words.at(-1)?.lower ?? '') && parse.words[parse.phrases[at + 1]?.from ?? -1]?.lower === 'of') {
    return asPhrase(frame, at + 2, phraseWords(parse, at + 2), focus)
  }
  const owner = focus.within(phraseSpan(parse, at))[0]
  const phrase = parse.phrases[at]
  const tail =
    LEVEL_NOUNS.has(words.at(-1)?.lower ?? '') && owner === undefined
      ? tailWords(parse, at, clause.verb > at ? clause.verb : at + 3)
      : []
  if (tail.length > 0 && tail.length <= MAX_TAIL)
    return { subject: joinWords([...words, ...tail]), entity: null, by: 'subject:phrase' }
  const text = owner === undefined ? joinWords(words) : joinWords(parse.words.slice(phrase?.from, phrase?.to))
  return text === '' ? null : { subject: text, entity: null, by: 'subject:phrase' }
}

/** "the rate of X", "the number of Telegram users", up to the verb or the figure. */
function tailBody({ parse, clause, at: figure }: Frame, at: number, focus: Focus): ReturnType<typeof bodyIn> {
  const stop = Math.min(clause.verb > at ? clause.verb : figure, figure > at ? figure : parse.phrases.length)
  const next = parse.phrases[at + 1]
  if (stop <= at + 1 || next?.kind !== 'preposition') return undefined
  return bodyIn(spanOf(parse.words, next.from, parse.phrases[stop - 1]?.to ?? next.to), focus)
}

/** A pronoun means the subject of an earlier clause of its sentence, else whoever was last spoken of. */
function pronoun(frame: Frame, word: string, at: number, focus: Focus): Subject | null {
  if (/^(?:he|she|i|who)$/.test(word)) return named(focus.antecedent(at, ['person']), focus, 'subject:pronoun')
  const before = earlierClause(frame, focus)
  const many = /^(?:they|them|these|those)$/.test(word) && before === null ? focus.before : null
  if (many !== null && many.entity === null && many.subject?.endsWith('s') === true)
    return { ...many, by: 'subject:pronoun' }
  if (before !== null && (word !== 'it' || before.entity !== null)) return { ...before, by: 'subject:pronoun' }
  const body = named(focus.antecedent(at, BODIES), focus, 'subject:pronoun')
  const told = word === 'it' || word === 'they' ? focus.before : null
  const thing = told?.entity === null && told.subject !== null ? { ...told, by: 'subject:pronoun' } : null
  return (
    body ??
    properBefore(focus) ??
    thing ??
    named(focus.antecedent(at, ['location']), focus, 'subject:pronoun') ??
    before
  )
}

function earlierClause(frame: Frame, focus: Focus): Subject | null {
  const { parse, clauseAt, clause } = frame
  for (let k = clauseAt - 1; k >= 0; k--) {
    const before = parse.clauses[k]
    if (before === undefined || before.verb === -1 || before.subject === -1 || before.subject === clause.subject)
      continue
    if (isPronoun(parse, before.subject)) continue
    const subject = phraseSubject({ ...frame, clause: before, clauseAt: k }, before.subject, focus)
    const type = subject?.entity == null ? undefined : focus.entity(subject.entity)?.type
    if (type !== 'person') return subject
  }
  return null
}

function event(words: readonly Word[], focus: Focus): Subject | null {
  const body = focus.main(BODIES)
  return body === null
    ? null
    : { subject: `${focus.nameOf(body)} ${joinWords(words)}`, entity: body.entity, by: 'subject:event' }
}

/** What lies at most between a place and its figure in "Bukavu, a city of 1.3 million". */
const APPOSED = 30

/** "the island of 30,000": the place itself. */
export function landSubject({ quantity, parse }: Frame, focus: Focus): Subject {
  const near = focus
    .within({ start: parse.words[0]?.start ?? 0, end: quantity.start })
    .findLast((m) => m.type === 'location')
  const apposed = near !== undefined && quantity.start - near.end <= APPOSED ? near : null
  return (
    named(apposed ?? focus.main(['location']) ?? near, focus, 'subject:land') ?? {
      subject: null,
      entity: null,
      by: 'subject:none',
    }
  )
}
