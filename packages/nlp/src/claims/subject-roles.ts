import verbs from '../data/measure-verbs.json' with { type: 'json' }
import nouns from '../data/subject-nouns.json' with { type: 'json' }
import type { Measure } from './measure-types.ts'
import { isPronoun, phraseWords } from './measure-words.ts'
import type { Frame } from './quantity-frame.ts'
import { BODIES, bodyIn, type Focus, named, type Subject } from './subject-focus.ts'
import { phraseSpan, phraseSubject, STANDS_FOR } from './subject-phrase.ts'

const STAND_INS = new Set(nouns.stand_ins)
const ATTRIBUTES = new Set(nouns.attributes)
const FORECASTERS = new Set(nouns.forecasters)
const FORECAST = new Set(verbs.forecast)

/** "Revenue grew 12%": whose revenue it is, where somebody was spoken of. */
export function attributeOf(frame: Frame, focus: Focus): Subject | null {
  const { parse, clause, quantity } = frame
  const words = phraseWords(parse, clause.subject)
  const phrase = parse.phrases[clause.subject]
  if (!words.slice(0, 3).some((w) => ATTRIBUTES.has(w.lower)) || phrase === undefined) return null
  if (focus.within(phraseSpan(parse, clause.subject)).length > 0 || parse.words[phrase.from]?.lower === 'whose')
    return null
  const back = focus.antecedent(parse.words[phrase.from]?.start ?? quantity.start, BODIES)
  return back === null || focus.isReporter(back) ? null : named(back, focus, 'subject:attribute')
}

/** "Analysts had expected 8 million new customers": about the customers, not about the analysts. */
export function isForecast({ parse, clause }: Frame): boolean {
  const verb = parse.words[parse.phrases[clause.verb]?.head ?? -1]?.lower ?? ''
  return FORECAST.has(verb) && FORECASTERS.has(phraseWords(parse, clause.subject).at(-1)?.lower ?? '')
}

const ESTIMATE = new Set(verbs.estimate)
const LEVEL = new Set(verbs.level)

/** "Botswana has 131,909, Zimbabwe 65,028": the clause names somebody else than the figure before it was about. */
export function namesOther(
  { parse, clause, at, preposition, governor }: Frame,
  before: Subject,
  focus: Focus,
): boolean {
  const place = preposition === 'with' ? governor : clause.subject
  const word = parse.words[parse.phrases[clause.verb]?.head ?? -1]?.lower ?? ''
  if (place === -1 || place >= at || (preposition !== 'with' && ESTIMATE.has(word))) return false
  const span = phraseSpan(parse, place)
  const head = focus.within(span).find((m) => m.end >= span.end)
  return head !== undefined && before.entity !== null && head.entity !== before.entity && head.type !== 'person'
}

/** "Employers offer 3%", "it would lay off 10,000": a figure that leaves its noun out, of somebody else than the one before. */
export function hasOwnSubject({ parse, clause, at }: Frame): boolean {
  const verb = parse.phrases[clause.verb]
  const word = parse.words[verb?.head ?? -1]?.lower ?? ''
  if (verb === undefined || clause.subject === -1 || clause.subject >= at || clause.opening === 'fragment') return false
  if (verb.verb?.copula === true || ESTIMATE.has(word)) return false
  if (isPronoun(parse, clause.subject)) return !LEVEL.has(word)
  return !STANDS_FOR.test(phraseWords(parse, clause.subject).at(-1)?.lower ?? '')
}

/** Whether a subject is an organization or product. */
export function isBody({ entity }: Subject, focus: Focus): boolean {
  const type = entity === null ? undefined : focus.entity(entity)?.type
  return type !== undefined && BODIES.includes(type)
}

/** "ended the year with 260 million": a year has none. */
const MOMENTS = /^(?:day|week|month|quarter|year|season|decade|period|half)s?$/

/** "a hospital with 300 beds", "Acme bought the chain, with 40 shops": whoever has it. */
export function havingSubject(frame: Frame, focus: Focus): Subject | null {
  const { parse, preposition, governor, at, clause } = frame
  if (preposition !== 'with' || MOMENTS.test(phraseWords(parse, governor).at(-1)?.lower ?? '')) return null
  if (governor !== -1 && governor === at - 2 && parse.phrases[governor]?.kind === 'noun' && governor > clause.verb) {
    const noun = phraseSubject(frame, governor, focus)
    if (noun !== null && (noun.entity === null || noun.by === 'subject:name' || isBody(noun, focus))) return noun
  }
  if (parse.phrases[at - 2]?.kind !== 'mark') return null
  const before = parse.phrases[at - 3]
  const head = parse.words[before?.head ?? -1]?.lower ?? ''
  if (before?.kind !== 'noun' || !(STAND_INS.has(head) || bodyIn(phraseSpan(parse, at - 3), focus) !== undefined))
    return null
  const subject = phraseSubject(frame, at - 3, focus)
  return subject !== null && isBody(subject, focus) ? subject : null
}

/** "The poll put the president at 26%": what is put there. */
export function estimated(frame: Frame, focus: Focus): Subject | null {
  const { parse, clause, at, preposition } = frame
  const object = clause.verb + 1
  const word = parse.words[parse.phrases[clause.verb]?.head ?? -1]?.lower ?? ''
  if (preposition !== 'at' || !ESTIMATE.has(word) || object >= at - 1 || parse.phrases[object]?.kind !== 'noun')
    return null
  if (isPronoun(parse, object)) return null
  const head = phraseWords(parse, object).at(-1)?.lower ?? ''
  if (!STANDS_FOR.test(head)) return phraseSubject(frame, object, focus)
  if (!/^(?:number|total)s?$/.test(head)) return null
  // "put the number of injured at 17"
  const counted = parse.words[parse.phrases[object + 1]?.from ?? -1]?.lower === 'of' ? object + 2 : -1
  return counted < at && parse.phrases[counted]?.kind === 'noun' ? phraseSubject(frame, counted, focus) : null
}

/** "The court fined Acme 4 million euros": whoever has to pay. */
export function payer(frame: Frame, measure: Measure, focus: Focus): Subject | null {
  const { clause, at, parse } = frame
  if (measure.measure !== 'fine' || at !== clause.verb + 2 || parse.phrases[at - 1]?.kind !== 'noun') return null
  return phraseSubject(frame, at - 1, focus)
}
