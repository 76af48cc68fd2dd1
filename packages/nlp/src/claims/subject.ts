import type { Mention } from '@counterclaim/model'
import nouns from '../data/subject-nouns.json' with { type: 'json' }
import type { Word } from '../syntax/words.ts'
import { joinWords, phraseWords } from './measure-words.ts'
import type { Frame } from './quantity-frame.ts'
import { dealSubject } from './subject-deal.ts'
import { BODIES, bodyIn, type Focus, named, type Subject, spanOf } from './subject-focus.ts'

const STAND_INS = new Set(nouns.stand_ins)
const LANDS = new Set(nouns.lands)
const REPORTS = new Set(nouns.reports)
const EVENTS = new Set(nouns.events)

/** The subject of a figure's claim. `measure` says whether the figure is the price of a deal, a population, and so on. */
export function subjectOf(frame: Frame, measure: string, focus: Focus): Subject {
  const { clause, role } = frame
  if (measure === 'population') return land(frame, focus)
  if (measure === 'price' || measure === 'price offered') return dealSubject(frame, focus)
  if (role === 'subject' || clause.subject === -1 || clause.subject === frame.at) return ownSubject(frame, focus)
  if (isExistential(frame)) return ownSubject(frame, focus)
  return phraseSubject(frame, clause.subject, focus) ?? ownSubject(frame, focus)
}

const isExistential = ({ parse, clause }: Frame): boolean =>
  parse.words[parse.phrases[clause.subject]?.from ?? -1]?.lower === 'there'

/** A figure that is its clause's own subject: about the body named with it, else about the things counted. */
function ownSubject(frame: Frame, focus: Focus): Subject {
  const { parse, clause, counted, whole, quantity } = frame
  const near = spanOf(parse.words, frame.phrase.from, (parse.phrases[whole] ?? frame.phrase).to)
  const clauseSpan = spanOf(parse.words, parse.phrases[clause.from]?.from ?? 0, parse.phrases[clause.to - 1]?.to ?? 0)
  const body = bodyIn(near, focus) ?? bodyIn({ start: quantity.start, end: clauseSpan.end }, focus)
  const found = named(body, focus, 'subject:named-with')
  if (found !== null) return found
  const proper = counted.at(-1)?.pos === 'PROPN'
  if (proper) return { subject: joinWords(counted), entity: null, by: 'subject:counted' }
  const back = focus.antecedent(quantity.start, BODIES)
  const things = whole === -1 ? joinWords(counted) : joinWords(phraseWords(parse, whole))
  return (
    named(back, focus, 'subject:focus') ?? {
      subject: things === '' ? null : things,
      entity: null,
      by: 'subject:counted',
    }
  )
}

/** What the noun phrase at `at` names, stands in for, or says; null for a word that only opens a sentence. */
export function phraseSubject(frame: Frame, at: number, focus: Focus): Subject | null {
  const { parse } = frame
  const phrase = parse.phrases[at]
  if (phrase === undefined) return null
  const span = spanOf(parse.words, phrase.from, phrase.to)
  const first = parse.words[phrase.from]
  if (parse.tags[phrase.from] === 'PRON' && phrase.to - phrase.from === 1)
    return pronoun(frame, first?.lower ?? '', span.start, focus)
  const words = phraseWords(parse, at)
  const head = words.at(-1)?.lower ?? ''
  const mentions = focus.within(span)
  const body = mentions.findLast((m) => BODIES.includes(m.type) || m.type === 'person')
  const exact = mentions.find((m) => m.end >= (words.at(-1)?.end ?? span.end))
  if (exact !== undefined) return named(exact, focus, 'subject:name')
  if (body !== undefined) return named(body, focus, 'subject:name')
  if (STAND_INS.has(head) && words.length <= 2)
    return named(focus.antecedent(span.start, BODIES), focus, 'subject:stand-in') ?? asText(words)
  if (LANDS.has(head) && words.length <= 1) return named(focus.main(['location']), focus, 'subject:stand-in')
  const tail = tailBody(frame, at, focus)
  if (tail !== undefined) return named(tail, focus, 'subject:of')
  if (possessed(first)) return named(focus.antecedent(span.start, BODIES), focus, 'subject:possessor') ?? asText(words)
  if (REPORTS.has(head)) return named(focus.antecedent(span.start, BODIES), focus, 'subject:focus')
  if (EVENTS.has(head) && words.length <= 2) return event(words, focus)
  const possessor = named(mentions[0], focus, 'subject:phrase')
  const text = mentions.length > 0 ? joinWords(parse.words.slice(phrase.from, phrase.to)) : joinWords(words)
  return { subject: text, entity: possessor?.entity ?? null, by: 'subject:phrase' }
}

const possessed = (word: Word | undefined): boolean => word !== undefined && /^(?:its|their|his|her)$/.test(word.lower)

const asText = (words: readonly Word[]): Subject | null =>
  words.length === 0 ? null : { subject: joinWords(words), entity: null, by: 'subject:phrase' }

/** "the rate of X", "the number of Telegram users", up to the verb or the figure. */
function tailBody({ parse, clause, at: figure }: Frame, at: number, focus: Focus): Mention | undefined {
  const stop = Math.min(clause.verb > at ? clause.verb : figure, figure > at ? figure : parse.phrases.length)
  const next = parse.phrases[at + 1]
  if (stop <= at + 1 || next?.kind !== 'preposition') return undefined
  return bodyIn(spanOf(parse.words, next.from, parse.phrases[stop - 1]?.to ?? next.to), focus)
}

function pronoun(frame: Frame, word: string, at: number, focus: Focus): Subject | null {
  if (/^(?:he|she|i|who)$/.test(word)) return named(focus.antecedent(at, ['person']), focus, 'subject:pronoun')
  return (
    named(focus.antecedent(at, BODIES) ?? focus.antecedent(at, ['location']), focus, 'subject:pronoun') ??
    earlierClause(frame, focus)
  )
}

/** "it" for the subject of the clause before, when that is no name. */
function earlierClause(frame: Frame, focus: Focus): Subject | null {
  const before = frame.parse.clauses[frame.clauseAt - 1]
  if (before === undefined || before.subject === -1 || before.subject === frame.clause.subject) return null
  return phraseSubject({ ...frame, clause: before, clauseAt: frame.clauseAt - 1 }, before.subject, focus)
}

function event(words: readonly Word[], focus: Focus): Subject | null {
  const body = focus.main(BODIES)
  const noun = joinWords(words)
  return body === null
    ? asText(words)
    : { subject: `${focus.nameOf(body)} ${noun}`, entity: body.entity, by: 'subject:event' }
}

/** "the nation of more than 240 million": the place itself. */
function land({ quantity, parse }: Frame, focus: Focus): Subject {
  const sentence = { start: parse.words[0]?.start ?? 0, end: quantity.start }
  const near = focus.within(sentence).findLast((m) => m.type === 'location')
  return (
    named(focus.main(['location']) ?? near, focus, 'subject:land') ?? {
      subject: null,
      entity: null,
      by: 'subject:none',
    }
  )
}
