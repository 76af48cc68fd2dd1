import verbs from '../data/measure-verbs.json' with { type: 'json' }
import type { Word } from '../syntax/words.ts'
import type { Measure } from './measure-types.ts'
import { joinWords, participleOf, predicateWords } from './measure-words.ts'
import type { Frame } from './quantity-frame.ts'

const STAYING = /^(?:stay|stays|stayed|remain|remains|remained|lie|lay)$/
const INTERRUPT = new Set(verbs.interrupt)
const LASTING = new Set(verbs.durations_of.duration)

/** Verbs whose object is time: "spend 30 hours a week in traffic". */
const SPENDING = /^(?:spen[dt]s?|spending|work(?:s|ed|ing)?|wait(?:s|ed|ing)?|sle(?:ep|eps|pt)|watch(?:es|ed)?)$/

/**
 * How long something was done or lasted; null for a stretch of time that only says when or since when.
 * "was closed for three weeks" is the duration of being closed; "reopened after three weeks" the time until then.
 */
export function durationMeasure(frame: Frame): Measure | null {
  const { parse, clause, preposition, counted, role, at } = frame
  if (counted.length > 0) return measure(`${joinWords(counted)} duration`)
  if (isPrisonTerm(frame)) return measure('prison sentence')
  const phrase = nearestVerb(frame)
  const word = parse.words[phrase?.head ?? -1]
  if (phrase?.verb === undefined || word === undefined) return null
  if (LASTING.has(word.lower) && (role === 'object' || preposition === 'for')) return measure('duration')
  if (frame.quantity.per !== null && SPENDING.test(word.lower)) return measure(`time ${participleOf(word)}`)
  if (STAYING.test(word.lower) && preposition === 'for') {
    const state = joinWords(predicateWords(parse, clause.verb + 1))
    return state === '' ? null : measure(`duration ${state}`)
  }
  if (phrase.verb.copula && phrase.verb.finite && preposition === 'for') {
    const state = parse.words.slice(phrase.to, parse.phrases[at - 1]?.from)
    return state.length > 0 && state.every(isState) ? measure(`duration ${joinWords(state)}`) : null
  }
  if (phrase.verb.negated && phrase.verb.perfect && !phrase.verb.copula && /^(?:in|for)$/.test(preposition))
    return measure(`time without ${word.lower} ${joinWords(predicateWords(parse, clause.verb + 1))}`.trim())
  if (phrase.verb.copula || (phrase.verb.perfect && !phrase.verb.passive)) return null
  if (preposition === 'after' && phrase.verb.finite) return measure(`duration until ${participleOf(word)}`)
  if (preposition !== 'for') return null
  if (phrase.verb.negated) {
    const rest = joinWords(predicateWords(parse, clause.verb + 1))
    return measure(`time without ${word.lower} ${rest}`.trim())
  }
  const apposed = parse.phrases[at - 2]?.kind === 'mark' && phrase.verb.finite
  return phrase.verb.passive || apposed || INTERRUPT.has(word.lower) ? measure(`duration ${participleOf(word)}`) : null
}

/** "Unreachable", "down", "offline": how something was; "its head for six years" is an office. */
function isState({ pos, lower }: Word): boolean {
  return (
    pos === 'ADJ' ||
    /^(?:down|up|off|offline|online|out|away|completely|entirely|largely|partly|mostly|almost)$/.test(lower)
  )
}

const CONDEMNED = /^(?:sentenced|jailed|imprisoned|condemned)$/

/** "sentenced 14 managers to up to nine years", "faces 20 years in prison". */
function isPrisonTerm({ parse, at, clause }: Frame): boolean {
  const { words, phrases } = parse
  const [link, noun] = [words[phrases[at + 1]?.from ?? -1], words[phrases[at + 2]?.head ?? -1]]
  if (/^(?:in|behind)$/.test(link?.lower ?? '') && /^(?:prison|jail|custody|bars)$/.test(noun?.lower ?? '')) return true
  return phrases.slice(clause.from, at).some((p) => p.kind === 'verb' && CONDEMNED.test(words[p.head]?.lower ?? ''))
}

const measure = (text: string): Measure => ({ measure: text, noun: text, by: 'measure:duration' })

/** The last verb before the figure in its clause, else the clause's verb. */
function nearestVerb({ parse, clause, at }: Frame): (typeof parse.phrases)[number] | undefined {
  for (let i = at - 1; i >= clause.from; i--) if (parse.phrases[i]?.kind === 'verb') return parse.phrases[i]
  return parse.phrases[clause.verb]
}
