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
import { type Parse, parseSentence } from '../syntax/clauses.ts'
import { withoutDateline } from '../syntax/dateline.ts'
import { proseWords } from '../syntax/sentence-words.ts'
import { readWords, type Word } from '../syntax/words.ts'
import { measureOf } from './measure.ts'
import type { Earlier, Measure } from './measure-types.ts'
import { placeOf } from './place.ts'
import { evidenceOf } from './quantity-evidence.ts'
import { isProse, whyNoClaim } from './quantity-filter.ts'
import { type Frame, frameOf } from './quantity-frame.ts'
import { speakerOf } from './quantity-speaker.ts'
import { termsOf } from './quantity-terms.ts'
import { subjectOf } from './subject.ts'
import { type Focus, focusOf, type Subject } from './subject-focus.ts'
import { hasOwnSubject, namesOther } from './subject-roles.ts'
import { timeOf } from './time.ts'
import { toldTime } from './told-time.ts'
import { worthinessOf } from './worthiness.ts'

/** A claim for each figure that says something about something, in order of the figure within title and text. */
export function quantityClaims(doc: TaggedDocument, attributions: readonly Attribution[]): Claim[] {
  const title = { start: 0, end: doc.title.length, passage: -1 }
  const titleWords = (): readonly Word[] => withoutDateline(readWords(doc.title), doc.title, title)
  return [
    ...fieldClaims(doc, 'title', doc.title, [title], titleWords, attributions),
    ...fieldClaims(doc, 'text', doc.text, doc.sentences, (i) => proseWords(doc)[i] ?? [], attributions),
  ]
}

/** One field of a document, with what its figures have in common. */
interface Field {
  readonly doc: TaggedDocument
  readonly name: 'text' | 'title'
  readonly text: string
  readonly focus: Focus
  readonly attributions: readonly Attribution[]
  /** The time that the sentences before have come to. */
  readonly told: string | null
}

type Sentence = TaggedDocument['sentences'][number]

function fieldClaims(
  doc: TaggedDocument,
  name: 'text' | 'title',
  text: string,
  sentences: readonly Sentence[],
  wordsOf: (index: number) => readonly Word[],
  all: readonly Attribution[],
): Claim[] {
  const quantities = doc.quantities.filter((q) => q.field === name)
  if (quantities.length === 0) return []
  const times = doc.times.filter((t) => t.field === name)
  const attributions = all.filter((a) => a.field === name)
  const field: Field = { doc, name, text, focus: focusOf(doc, name, text, sentences), attributions, told: null }
  const claims: Claim[] = []
  const memory: Remembered[] = []
  const figures = cursor(quantities)
  const moments = cursor(times)
  const tale = toldTime(doc.publishedAt)
  const sayings = attributions
  for (const [i, sentence] of sentences.entries()) {
    const here = figures(sentence)
    const now = moments(sentence)
    if (here.length === 0 || (name === 'text' && !isProse(doc, sentence))) {
      if (now.length > 0) tale.tell(i, sentence.passage, [], now, wordsOf(i))
      continue
    }
    const parse = parseSentence(wordsOf(i), here, now)
    const said = sayings.filter((a) => a.content.start < sentence.end && sentence.start < a.content.end)
    const scene = { ...field, attributions: said, told: tale.at(i, sentence.passage) }
    const found = sentenceClaims(scene, sentence, i, parse, here, now, memory)
    tale.tell(i, sentence.passage, found, now, parse.words)
    claims.push(...found)
  }
  return claims
}

/** Gives the spans of each next sentence, in one pass over both. */
function cursor<T extends Span>(spans: readonly T[]): (sentence: Span) => T[] {
  let next = 0
  return (sentence) => {
    while (next < spans.length && (spans[next] as T).start < sentence.start) next++
    const found: T[] = []
    while (next < spans.length && (spans[next] as T).start < sentence.end) found.push(spans[next++] as T)
    return found
  }
}

/** A figure already read: what a later figure that leaves out its noun goes on with. */
interface Remembered extends Earlier {
  readonly subject: Subject
  /** Phrase index of its clause's subject. */
  readonly holder: number
}

/** How many sentences back a figure without a noun may reach for one ("the port counts 40"). */
const MAX_BACK = 2

function sentenceClaims(
  field: Field,
  sentence: Sentence,
  index: number,
  parse: Parse,
  figures: readonly Quantity[],
  times: readonly TimeExpression[],
  memory: Remembered[],
): Claim[] {
  const frames = figures.map((q) => frameOf(q, parse)).filter((f): f is Frame => f !== null && whyNoClaim(f) === null)
  const evidence = evidenceOf(frames)
  const claims: Claim[] = []
  for (const [k, frame] of frames.entries()) {
    const { unit } = frame.quantity.value
    const earlier = memory.findLast((m) => m.unit === unit && index - m.sentence <= MAX_BACK) ?? null
    const last = memory.at(-1)?.sentence === index ? (memory.at(-1) ?? null) : null
    const measure = measureOf(frame, earlier, last)
    if (measure === null) continue
    const inherited =
      earlier !== null && /^measure:(?:earlier|ones)$/.test(measure.by) && !isOthers(frame, earlier, index, field.focus)
    const before = index - (memory.at(-1)?.sentence ?? -MAX_BACK) <= 1 ? (memory.at(-1)?.subject ?? null) : null
    const subject = inherited ? earlier.subject : subjectOf(frame, measure, { ...field.focus, before })
    memory.push({
      unit,
      measure: measure.measure,
      noun: measure.noun,
      sentence: index,
      subject,
      holder: frame.clause.subject,
    })
    if (memory.length > 8) memory.shift()
    const others = evidence.filter((_, other) => other !== k)
    claims.push(claimOf(field, frame, evidence[k] as Span, others, sentence, measure, subject, times))
  }
  return claims
}

/** A figure without a noun that belongs to somebody else than the one it goes on from. */
function isOthers(frame: Frame, earlier: Remembered, index: number, focus: Focus): boolean {
  if (earlier.sentence === index && earlier.holder === frame.clause.subject && frame.preposition !== 'with')
    return false
  return hasOwnSubject(frame) || namesOther(frame, earlier.subject, focus)
}

function claimOf(
  field: Field,
  frame: Frame,
  span: Span,
  others: readonly Span[],
  sentence: Span,
  measure: Measure,
  about: Subject,
  times: readonly TimeExpression[],
): Claim {
  const { doc, name, text, focus } = field
  const { value, per } = frame.quantity
  const own = measure.by === 'measure:population' ? times.filter((t) => contains(span, t)) : times
  const when = timeOf(frame, span, own, field.told, doc.publishedAt)
  const where = placeOf(frame.quantity, span, others, sentence, focus)
  const who = speakerOf(frame, field.attributions, focus)
  const entities = [...new Set(focus.within(span).map((m) => m.entity))].sort()
  const evidence = text.slice(span.start, span.end)
  const made = {
    subject: about.subject,
    subjectEntity: about.entity,
    measure: measure.measure,
    value,
    time: when.time,
    place: where.place,
    placeEntity: where.entity,
    speaker: who.speaker,
    speakerEntity: who.entity,
    stance: who.stance,
    entities,
  }
  const worth = worthinessOf({ ...made, evidence, dated: when.by !== 'time:document' && when.time !== null })
  return {
    id: claimId(doc.version, name, span, 'quantity'),
    kind: 'quantity',
    field: name,
    span,
    evidence,
    ...made,
    about: null,
    per,
    negated: frame.parse.phrases[frame.clause.verb]?.verb?.negated === true,
    terms: termsOf(measure.measure, about),
    score: worth.score,
    by: [frame.quantity.by, measure.by, about.by, when.by, where.by, who.by, ...worth.reasons],
  }
}
