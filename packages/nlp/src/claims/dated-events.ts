import {
  type Attribution,
  type Claim,
  claimId,
  contains,
  type Quantity,
  type Span,
  type TaggedDocument,
  type TimeExpression,
} from '@counterclaim/model'
import closed from '../data/phrase-words.json' with { type: 'json' }
import { type Clause, type Parse, parseSentence } from '../syntax/clauses.ts'
import { proseWords } from '../syntax/sentence-words.ts'
import type { Word } from '../syntax/words.ts'
import { isPronoun, joinWords } from './measure-words.ts'
import { isProse } from './quantity-filter.ts'
import { type Frame, frameOf } from './quantity-frame.ts'
import { speakerOf } from './quantity-speaker.ts'
import { type Focus, focusOf } from './subject-focus.ts'
import { phraseSubject } from './subject-phrase.ts'
import { contentTerms } from './terms.ts'
import { dayWorth } from './worthiness.ts'

/** Verbs of speaking: that somebody spoke on a day is no event to be disputed, unless it was to somebody. */
const REPORTING = new Set([
  ...closed.reporting,
  ...'spoke speak speaks replied replies answered answers responded responds commented comments reacted reacts'.split(
    ' ',
  ),
])
/** A day, a month or a year; a period is no value. */
const POINT = /^\d{4}(?:-\d\d){0,2}$/
/** Prepositions before a time on which something happens. "Until", "since", "before" make another claim. */
const WHEN: ReadonlySet<string> = new Set(['', 'on', 'in', 'at', 'during'])
/** … and before one by which it is to happen. */
const DEADLINE: ReadonlySet<string> = new Set(['by'])
/** Words of an event's measure at most. */
const MOST_WORDS = 10

/**
 * Claims of unit `date`: what happened, or is due, on which day, in which month or year ("the bridge reopened on March 3").
 * One for each time that stands alone in a clause with a subject and a finite verb; not for the time of speaking
 * ("he said on Monday"), not for periods, and not where the clause is negated. `time` and `value` are the same.
 * @param others claims found before, which keep their ids: a figure whose evidence is the very same words goes first
 */
export function datedEvents(
  doc: TaggedDocument,
  attributions: readonly Attribution[],
  others: readonly Claim[],
): Claim[] {
  const times = doc.times.filter((t) => t.field === 'text')
  if (times.length === 0) return []
  const focus = focusOf(doc, 'text', doc.text, doc.sentences)
  const said = attributions.filter((a) => a.field === 'text')
  const claims = new Map<string, Claim>()
  const taken = new Set(others.map(({ id }) => id))
  let next = 0
  for (const [i, sentence] of doc.sentences.entries()) {
    const here: TimeExpression[] = []
    for (let t = times[next]; t !== undefined && t.start < sentence.end; t = times[++next])
      if (t.start >= sentence.start) here.push(t)
    if (here.length === 0 || !isProse(doc, sentence)) continue
    const parse = parseSentence(proseWords(doc)[i] ?? [], [], here)
    for (const time of here) {
      const claim = claimOf(doc, parse, time, here, focus, said)
      if (claim !== null && !taken.has(claim.id) && !claims.has(claim.id)) claims.set(claim.id, claim)
    }
  }
  return [...claims.values()]
}

function claimOf(
  doc: TaggedDocument,
  parse: Parse,
  time: TimeExpression,
  times: readonly TimeExpression[],
  focus: Focus,
  attributions: readonly Attribution[],
): Claim | null {
  const event = eventAt(parse, time, times)
  const subject = event === null ? null : phraseSubject(event.frame, event.clause.subject, focus)
  if (event === null || subject?.subject == null) return null
  const words = eventWords(parse, event, time)
  const measure = event.ended ? `ceased to be ${joinWords(words.slice(1))}` : joinWords(words)
  const start = Math.min(startOf(parse, event), time.start)
  const span = { start, end: Math.max(words.at(-1)?.end ?? 0, time.end) }
  const who = speakerOf(event.frame, attributions, focus)
  const worth = dayWorth(subject.entity, who.speaker)
  return {
    id: claimId(doc.version, 'text', span, 'quantity'),
    kind: 'quantity',
    field: 'text',
    span,
    evidence: doc.text.slice(span.start, span.end),
    subject: subject.subject,
    subjectEntity: subject.entity,
    measure,
    about: null,
    value: event.frame.quantity.value,
    per: null,
    time: event.iso,
    place: null,
    placeEntity: null,
    speaker: who.speaker,
    speakerEntity: who.entity,
    stance: who.stance,
    negated: false,
    terms: contentTerms(measure),
    entities: [...new Set(focus.within(span).map((m) => m.entity))].sort(),
    score: worth.score,
    by: [time.by, event.deadline ? 'date:deadline' : 'date:event', subject.by, who.by, ...worth.reasons],
  }
}

interface DatedEvent {
  readonly frame: Frame
  /** The clause that tells the event; after "it was June before" the one that follows. */
  readonly clause: Clause
  readonly deadline: boolean
  /** A state that ended then: "was its head until 2021". */
  readonly ended: boolean
  readonly iso: string
}

function eventAt(parse: Parse, time: TimeExpression, times: readonly TimeExpression[]): DatedEvent | null {
  const ended = time.by === 'time.until'
  const iso = ended ? time.iso.replace(/^\//, '') : time.iso
  if (!POINT.test(iso)) return null
  const quantity: Quantity = { ...time, value: { min: iso, max: iso, unit: 'date', modifier: 'exact' }, per: null }
  const frame = frameOf(quantity, parse)
  if (frame === null || !(WHEN.has(frame.preposition) || DEADLINE.has(frame.preposition))) return null
  const own = clauseSpan(parse, frame.clause)
  if (times.some((t) => t !== time && contains(own, t))) return null
  if (parse.clauses[frame.clauseAt + 1]?.opening === 'link' && isSpeech(parse, frame.clause)) return null
  const clause = isCleft(parse, frame) ? parse.clauses[frame.clauseAt + 1] : frame.clause
  if (clause === undefined || clause.subject === -1 || !(ended ? lasts(parse, clause) : happens(parse, clause)))
    return null
  return {
    frame: { ...frame, clause },
    clause,
    ended,
    iso,
    deadline: time.by === 'time.by' || DEADLINE.has(frame.preposition),
  }
}

/** "It was June before the firm paid": the date is that of the clause behind. */
function isCleft(parse: Parse, { clause, clauseAt }: Frame): boolean {
  const subject = parse.words[parse.phrases[clause.subject]?.from ?? -1]?.lower
  return (
    subject === 'it' &&
    parse.phrases[clause.verb]?.verb?.copula === true &&
    parse.clauses[clauseAt + 1]?.opening === 'link'
  )
}

/** Whether a clause tells an event, not a state, a denial or that somebody spoke. */
function happens(parse: Parse, clause: Clause): boolean {
  const { words, phrases } = parse
  const verb = phrases[clause.verb]
  if (verb?.verb === undefined || !verb.verb.finite || verb.verb.negated) return false
  if (verb.verb.copula && !CEASED.test(words[verb.from]?.lower ?? '')) return false
  if (clause.opening === 'aside' || (isSpeech(parse, clause) && !hasObject(parse, clause))) return false
  const first = words[phrases[clause.from]?.from ?? -1]?.lower ?? ''
  return !/^(?:if|unless|whether)$/.test(first)
}

/** "Told reporters on May 2 that": the time of the words, not of what they say. */
function isSpeech({ words, phrases }: Parse, { verb }: Clause): boolean {
  return REPORTING.has(words[phrases[verb]?.head ?? -1]?.lower ?? '')
}

/** "Was its head": a state, with a word for what it is. */
function lasts({ phrases }: Parse, clause: Clause): boolean {
  const verb = phrases[clause.verb]
  if (verb?.verb?.copula !== true || !verb.verb.finite || verb.verb.negated) return false
  return verb.to - verb.from === 1 && phrases[clause.verb + 1]?.kind === 'noun'
}

const CEASED = /^(?:ceased|stopped)$/

/** "Alerted the firm on May 2" is an event, "said on May 2" is not. */
function hasObject({ phrases, words }: Parse, clause: Clause): boolean {
  const object = clause.verb + 1 < clause.to ? phrases[clause.verb + 1] : undefined
  return object?.kind === 'noun' && words[object.head]?.pos !== 'PRON'
}

/** From the verb on, without the time and its preposition, and what the same subject did next ("and finally paid"). */
function eventWords(parse: Parse, { clause, frame }: DatedEvent, time: Span): Word[] {
  const { phrases, words, clauses } = parse
  const verb = phrases[clause.verb]
  let at = clauses.indexOf(clause)
  while (clauses[at + 1]?.opening === 'coordinate' && clauses[at + 1]?.subject === clause.subject) at++
  const end = phrases[(clauses[at]?.to ?? 1) - 1]?.to ?? 0
  const without = frame.preposition === '' ? frame.at : frame.at - 1
  const cut = { start: words[phrases[without]?.from ?? -1]?.start ?? time.start, end: time.end }
  const kept = words.slice(verb?.from ?? 0, end).filter((w) => !contains(cut, w) && w.pos !== 'PUNCT')
  return kept.slice(0, MOST_WORDS)
}

function startOf(parse: Parse, { clause }: DatedEvent): number {
  const subject = parse.phrases[clause.subject]
  const inside = subject !== undefined && clause.subject >= clause.from && !isPronoun(parse, clause.subject)
  return parse.words[(inside ? subject : parse.phrases[clause.from])?.from ?? 0]?.start ?? 0
}

function clauseSpan({ words, phrases }: Parse, { from, to }: Clause): Span {
  return { start: words[phrases[from]?.from ?? 0]?.start ?? 0, end: words[(phrases[to - 1]?.to ?? 1) - 1]?.end ?? 0 }
}
