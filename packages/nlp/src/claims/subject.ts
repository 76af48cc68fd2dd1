import type { Span } from '@counterclaim/model'
import nouns from '../data/subject-nouns.json' with { type: 'json' }
import { stem } from '../tokens.ts'
import type { Measure } from './measure-types.ts'
import { isPronoun, joinWords, phraseWords } from './measure-words.ts'
import type { Frame } from './quantity-frame.ts'
import { dealSubject } from './subject-deal.ts'
import { BODIES, bodyIn, type Focus, named, type Subject } from './subject-focus.ts'
import { isPossessive, landSubject, phraseSpan, phraseSubject } from './subject-phrase.ts'
import { attributeOf, estimated, havingSubject, isBody, isForecast, payer } from './subject-roles.ts'

const RELATIONAL = new Set(nouns.relational)
const REPORTS = new Set(nouns.reports)

/** Who or what a figure is about: a body named with it, its clause's subject, or the things counted. */
export function subjectOf(frame: Frame, measure: Measure, focus: Focus): Subject {
  const found = foundSubject(frame, measure, focus)
  if (found.subject !== null || frame.quantity.value.unit !== 'count') return found
  return { ...found, subject: measure.noun === '' ? null : measure.noun }
}

function foundSubject(frame: Frame, measure: Measure, focus: Focus): Subject {
  const { clause, role } = frame
  if (measure.by === 'measure:population') return landSubject(frame, focus)
  if (measure.measure === 'price' || measure.measure === 'price offered') return dealSubject(frame, focus)
  if (measure.by === 'measure:unit' && role === 'of')
    return phraseSubject(frame, frame.governor, focus) ?? ownSubject(frame, focus)
  const put = estimated(frame, focus)
  if (put !== null) return put
  const fined = payer(frame, measure, focus)
  if (fined !== null) return fined
  const having = havingSubject(frame, focus)
  if (having !== null) return having
  const own =
    clause.subject === -1 || clause.subject >= frame.at || (role === 'of' && frame.governor === clause.subject)
  if (role === 'subject' || own || isExistential(frame)) return ownSubject(frame, focus)
  if (isForecast(frame)) return ownSubject(frame, focus)
  const said = attributeOf(frame, focus) ?? phraseSubject(frame, clause.subject, focus)
  if (said !== null && (isBody(said, focus) || isLand(said, focus))) return said
  if (measure.by === 'measure:change') return said ?? ownSubject(frame, focus)
  return countedBody(frame, focus) ?? owner(frame, measure, said, focus) ?? said ?? ownSubject(frame, focus)
}

/** "Spain lost a fifth of its crop": a place that is named as what does it. */
function isLand({ entity, by }: Subject, focus: Focus): boolean {
  return by === 'subject:name' && entity !== null && focus.entity(entity)?.type === 'location'
}

const isExistential = ({ parse, clause }: Frame): boolean =>
  parse.words[parse.phrases[clause.subject]?.from ?? -1]?.lower === 'there'

/** A body in the very words that say what is counted: "40 million Acme parcels", "a tenth of its drivers". */
function countedBody(frame: Frame, focus: Focus): Subject | null {
  const { parse, at, whole, clause } = frame
  const own =
    bodyIn(phraseSpan(parse, at), focus) ?? (whole === -1 ? undefined : bodyIn(phraseSpan(parse, whole), focus))
  if (own !== undefined) return named(own, focus, 'subject:counted')
  for (const place of [at, whole]) {
    const phrase = parse.phrases[place]
    if (phrase !== undefined && isPossessive(parse.words[phrase.from]))
      return named(focus.antecedent(frame.quantity.start, BODIES), focus, 'subject:possessor')
  }
  const last = whole === -1 ? at : whole
  if (
    !/^(?:of|on|at|from|with)$/.test(parse.words[parse.phrases[last + 1]?.from ?? -1]?.lower ?? '') ||
    last + 2 >= clause.to
  )
    return null
  const tail = bodyIn(phraseSpan(parse, last + 2), focus)
  return named(tail, focus, 'subject:counted')
}

/** When the measure already says the clause's subject ("share of women", "recovery rate"), the claim is about whose it is. */
function owner(frame: Frame, measure: Measure, said: Subject | null, focus: Focus): Subject | null {
  const head = said?.subject?.split(' ').at(-1)
  if (said === null || head === undefined || said.entity !== null) return null
  const words = measure.measure.split(' ').map(stem)
  if (!words.some((w) => sameRoot(w, stem(head)))) return null
  return topicBody(frame, focus)
}

/** Length of the common beginning that makes "removal" and "removed" one root. */
const ROOT = 5

const sameRoot = (a: string, b: string): boolean =>
  a === b || (a.length >= ROOT && a.slice(0, ROOT) === b.slice(0, ROOT))

/** The body last spoken of, when the document comes back to it. */
function topicBody(frame: Frame, focus: Focus): Subject | null {
  const back = focus.antecedent(frame.quantity.start, BODIES)
  return back !== null && focus.count(back.entity) >= 2 ? named(back, focus, 'subject:focus') : null
}

const PLACE_NOUN =
  /^(?:prison|jail|glacier|river|valley|island|mountain|lake|airport|station|hospital|stadium|square|street|bridge|port|mine|dam|forest|park|desert|coast|region|province|district|county|border|camp)$/

/** "the Rhone glacier", "Karsk prison": the name says where, not of whom the figure tells. */
function isOfPlace(name: Span, { parse }: Frame): boolean {
  return PLACE_NOUN.test(parse.words.find((w) => w.start >= name.end)?.lower ?? '')
}

/** A figure that is its clause's own subject: about the body named with it, else about the things counted. */
function ownSubject(frame: Frame, focus: Focus): Subject {
  const { parse, counted, whole, quantity } = frame
  const close = countedBody(frame, focus)
  if (close !== null) return close
  const rest = { start: quantity.start, end: endOfPart(frame) }
  const near = bodyIn(rest, focus)
  const body = (near !== undefined && isOfPlace(near, frame) ? undefined : near) ?? possessedIn(frame, focus)
  const found = named(body, focus, 'subject:named-with') ?? reporter(frame, focus)
  if (found !== null) return found
  if (isSizeOf(frame))
    return phraseSubject(frame, frame.governor, focus) ?? { subject: null, entity: null, by: 'subject:none' }
  const things = counted.length === 0 && whole !== -1 ? phraseWords(parse, whole) : counted
  const text = joinWords(things[0] !== undefined && OPENERS.has(things[0].lower) ? things.slice(1) : things)
  const last = things.at(-1)
  if (last?.pos === 'PROPN') return { subject: text, entity: null, by: 'subject:counted' }
  if (text === '' && focus.before !== null && frame.quantity.value.unit === 'percent')
    return { ...focus.before, by: 'subject:counted' }
  const back = relatedBody(frame, last?.lower ?? '', focus)
  return back ?? { subject: text === '' ? null : text, entity: null, by: 'subject:counted' }
}

/** Words that open a clause and are read into its subject: "when mobile data was cut for four days". */
const OPENERS = new Set(['when', 'where', 'while', 'after', 'before', 'because', 'since', 'although', 'if', 'as'])

/** "a crowd of 74,000": the noun that the bare figure sizes. */
const isSizeOf = ({ role, governor, counted, whole }: Frame): boolean =>
  role === 'of' && governor !== -1 && counted.length === 0 && whole === -1

/** Where the figure's part of the sentence ends: at the next mark after its clause's beginning. */
function endOfPart({ parse, at }: Frame): number {
  const { words, phrases } = parse
  for (let i = at + 1; i < phrases.length; i++) {
    const phrase = phrases[i]
    if (phrase?.kind === 'mark') return words[phrase.from]?.start ?? 0
  }
  return words.at(-1)?.end ?? 0
}

/** Customers, users and jobs are somebody's; people and homes are only where the whole document is about one body. */
function relatedBody(frame: Frame, head: string, focus: Focus): Subject | null {
  const back = focus.antecedent(frame.quantity.start, BODIES)
  const main = focus.main(BODIES, 2)
  if (RELATIONAL.has(head) || head === '') return named(back ?? main, focus, 'subject:focus')
  const topic = back !== null && main !== null && back.entity === main.entity && focus.isTitled(main.entity)
  return topic ? named(back, focus, 'subject:focus') : null
}

/** "live within reach of its network": the antecedent of a possessive in the rest of the clause. */
function possessedIn({ parse, clause, at, quantity }: Frame, focus: Focus): ReturnType<Focus['antecedent']> {
  for (let i = at + 1; i < clause.to; i++) {
    if (parse.words[parse.phrases[i]?.from ?? -1]?.lower === 'its') return focus.antecedent(quantity.start, BODIES)
  }
  return null
}

/** "Its survey shows that 900 bridges were closed": whose report it is. */
function reporter(frame: Frame, focus: Focus): Subject | null {
  const { parse, clause } = frame
  const parent = parse.clauses[clause.parent]
  if (clause.opening !== 'link' || parent === undefined || parent.subject === -1 || isPronoun(parse, parent.subject))
    return null
  const head = phraseWords(parse, parent.subject).at(-1)?.lower ?? ''
  if (!REPORTS.has(head)) return null
  const subject = phraseSubject({ ...frame, clause: parent, clauseAt: clause.parent }, parent.subject, focus)
  return subject !== null && isBody(subject, focus) ? subject : null
}
