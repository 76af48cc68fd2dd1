import verbs from '../data/measure-verbs.json' with { type: 'json' }
import type { Parse } from '../syntax/clauses.ts'
import type { Word } from '../syntax/words.ts'
import type { Earlier, Measure } from './measure-types.ts'
import { isPronoun, joinWords, phraseWords, tailWords } from './measure-words.ts'
import type { Frame } from './quantity-frame.ts'

const DECREASE = new Set(verbs.decrease)
const INCREASE = new Set(verbs.increase)
const LEVEL = new Set(verbs.level)
const LEVEL_NOUNS = new Set(verbs.levels_nouns)
const HALF_NAMED = /^(?:rate|level|figure|number|total|average|estimate|value|proportion|amount)s?$/

const verbOf = (frame: Frame): Word | undefined => frame.parse.words[frame.parse.phrases[frame.clause.verb]?.head ?? -1]

/**
 * "Speeds dropped by 30%", "a 5% rise in rents", "a drop of 14%", "21% more than a year before": which thing changed, and which
 * way; null for any other figure. `last`: what the figure before it in the sentence measured, in any unit.
 */
export function changeMeasure(frame: Frame, last: Earlier | null): Measure | null {
  const counted = frame.counted.at(-1)
  // "A four-year contract" is no fall.
  const way = counted?.lower === 'contract' ? null : wayOf(counted)
  if (way !== null && frame.counted.length <= 3) return changeOf(inPhrase(frame, frame.at), way)
  const other = isShare(frame) ? (moreOrLess(frame, last) ?? changeNoun(frame, last)) : null
  if (other !== null) return other
  const verb = verbOf(frame)
  const turned = wayOf(verb)
  if (turned === null) return null
  const by =
    frame.preposition === 'by' || (frame.preposition === '' && frame.role === 'object' && frame.counted.length === 0)
  if (!by || (frame.preposition === '' && !isShare(frame))) return null
  return changeOf(objectWords(frame) || subjectWords(frame), turned)
}

/** "21% more than", "up 28% from": how the figure before has changed. */
function moreOrLess({ parse, at, counted, clause, quantity }: Frame, last: Earlier | null): Measure | null {
  if (last === null || last.unit.startsWith('percent')) return null
  const before = parse.words.findLast((w) => w.end <= quantity.start)?.lower ?? ''
  const opens =
    clause.opening === 'fragment' || parse.phrases[at - 1]?.kind === 'mark' || before === 'up' || before === 'down'
  const word = counted[0]?.lower ?? ''
  if (/^(?:more|higher)$/.test(word) || (before === 'up' && opens)) return changeOf(last.measure, 'increase')
  return /^(?:less|fewer|lower)$/.test(word) || (before === 'down' && opens) ? changeOf(last.measure, 'decrease') : null
}

/** "a drop of 14%" in what the sentence spoke of, "a rise of 4.9% in rents". */
function changeNoun(frame: Frame, last: Earlier | null): Measure | null {
  if (frame.role !== 'of') return null
  const way = wayOf(phraseWords(frame.parse, frame.governor).at(-1))
  if (way === null) return null
  const what = inPhrase(frame, frame.at) || inPhrase(frame, frame.governor)
  return what === '' && last === null ? null : changeOf(what === '' ? (last?.measure ?? '') : what, way)
}

const isShare = (frame: Frame): boolean => frame.quantity.value.unit.startsWith('percent') && frame.whole === -1

function wayOf(word: Word | undefined): 'decrease' | 'increase' | null {
  if (word === undefined) return null
  return DECREASE.has(word.lower) ? 'decrease' : INCREASE.has(word.lower) ? 'increase' : null
}

/** "rents" of "a 5% rise in rents". */
function inPhrase({ parse }: Frame, at: number): string {
  const [link, noun] = [parse.phrases[at + 1], parse.phrases[at + 2]]
  if (link?.kind !== 'preposition' || noun?.kind !== 'noun') return ''
  return joinWords(phraseWords(parse, at + 2))
}

function changeOf(what: string, way: string): Measure {
  const measure = what === '' ? way : `${singular(what)} ${way}`
  return { measure, noun: what, by: 'measure:change' }
}

/** "Internet speeds" gives "Internet speed". */
function singular(text: string): string {
  return /(?:ss|us|is|news)$/.test(text)
    ? text
    : text
        .replace(/ies$/, 'y')
        .replace(/(?<=ss|ch|sh|x)es$/, '')
        .replace(/s$/, '')
}

/** "spending" of "the ministry cut spending by 7%". */
function objectWords({ parse, clause, at }: Frame): string {
  const object = clause.verb + 1
  return object < at - 1 && parse.phrases[object]?.kind === 'noun' ? joinWords(phraseWords(parse, object)) : ''
}

/** The naming words of the clause's subject, with what narrows it down. */
function subjectWords({ parse, clause }: Frame): string {
  return clause.subject === -1 ? '' : joinWords(phraseWords(parse, clause.subject))
}

/** "Turnout stood at 61%", "an estimate of 8%", "the share of forests at 30%": the noun that has the figure as its level. */
export function levelMeasure(frame: Frame, earlier: Earlier | null): Measure | null {
  const { parse, governor, role } = frame
  if ((isComparison(frame) || isAfter(frame)) && earlier !== null) return inherit(earlier)
  const noun = role === 'of' ? parse.phrases[governor] : undefined
  if (noun?.kind === 'noun') return ofNoun(frame, governor, earlier)
  const object = frame.preposition === 'at' || isBrought(frame) ? nounBefore(parse, frame) : -1
  if (object !== -1) return named(parse, object, frame, earlier)
  const verb = verbOf(frame)
  const level = verb !== undefined && (LEVEL.has(verb.lower) || wayOf(verb) !== null)
  if (
    frame.clause.subject !== -1 &&
    frame.clause.subject !== frame.at &&
    (level || /^(?:at|to|from|than)$/.test(frame.preposition))
  ) {
    return named(parse, frame.clause.subject, frame, earlier)
  }
  return inherit(earlier)
}

/** "prices jumped to 45 euros": the figure is the level that the subject came to. */
export function isChanged(frame: Frame): boolean {
  return (
    /^(?:to|from|at)$/.test(frame.preposition) &&
    wayOf(verbOf(frame)) !== null &&
    frame.governor <= frame.clause.verb + 1
  )
}

/** "up from 40,000", "compared with 58% in 2019": an older figure of the same thing. */
export function isComparison({ parse, clause }: Frame): boolean {
  const first = parse.words[parse.phrases[clause.from]?.from ?? -1]?.lower ?? ''
  return (
    /^(?:fragment|participle|resume)$/.test(clause.opening) && /^(?:up|down|compared|versus|against|from)$/.test(first)
  )
}

/** "4 percent, after 6 percent in 2022": an older figure of the same thing. */
function isAfter({ parse, at, preposition }: Frame): boolean {
  return preposition === 'after' && parse.phrases[at - 2]?.kind === 'mark'
}

function ofNoun(frame: Frame, governor: number, earlier: Earlier | null): Measure | null {
  const words = phraseWords(frame.parse, governor)
  const head = words.at(-1)?.lower ?? ''
  const subject = frame.clause.subject
  if (HALF_NAMED.test(head) && words.length <= 2 && subject !== -1 && subject !== governor && subject < frame.at) {
    const better = named(frame.parse, subject, frame, earlier)
    if (better !== null && LEVEL_NOUNS.has(better.noun.split(' ').at(-1) ?? '')) return better
  }
  if (/^(?:estimate|figure|number)s?$/.test(head) && earlier !== null) return inherit(earlier)
  return words.length === 0 ? inherit(earlier) : { measure: joinWords(words), noun: joinWords(words), by: 'measure:of' }
}

/** "bringing the total to 74", "cut the rate to 4%": the object of the verb comes to it. */
function isBrought(frame: Frame): boolean {
  const word = verbOf(frame)
  if (frame.preposition !== 'to' || word === undefined) return false
  return /^(?:br(?:ing(?:s|ing)?|ought)|tak(?:es?|ing)|took|push(?:es|ed|ing)?|rais(?:es?|ed|ing)|cut(?:s|ting)?|lift(?:s|ed|ing)?|lower(?:s|ed|ing)?|reduc(?:es?|ed|ing)|drive?s?|drove|slash(?:es|ed|ing)?|boost(?:s|ed|ing)?|limit(?:s|ed|ing)?|cap(?:s|ped|ping)?|increas(?:es?|ed|ing))$/.test(
    word.lower,
  )
}

function nounBefore(parse: Parse, frame: Frame): number {
  const at = frame.governor
  if (at === -1 || parse.phrases[at]?.kind !== 'noun' || at <= frame.clause.verb) return -1
  let head = at
  while (
    parse.phrases[head - 1]?.kind === 'preposition' &&
    parse.phrases[head - 2]?.kind === 'noun' &&
    head - 2 > frame.clause.verb
  )
    head -= 2
  return head
}

/** The noun phrase at `at` as a measure; a pronoun or a bare "the number" stands for the earlier one. */
function named(parse: Parse, at: number, frame: Frame, earlier: Earlier | null): Measure | null {
  const words = phraseWords(parse, at)
  const tail = tailWords(parse, at, Math.min(frame.at, frame.clause.verb > at ? frame.clause.verb : frame.at))
  const pronoun = isPronoun(parse, at)
  const head = words.at(-1)?.lower ?? ''
  if (pronoun || words.length === 0) return inherit(earlier)
  if (/^(?:number|total|count)s?$/.test(head)) {
    const counted = tail[0]?.lower === 'of' ? tail.slice(1) : tail
    return counted.length === 0
      ? inherit(earlier)
      : { measure: joinWords(counted), noun: joinWords(counted), by: 'measure:number' }
  }
  if (tail.length === 0 && HALF_NAMED.test(head) && words.length === 1)
    return inherit(earlier) ?? { measure: head, noun: head, by: 'measure:subject' }
  return { measure: joinWords([...words, ...tail]), noun: joinWords(words), by: 'measure:subject' }
}

/** The measure of the figure before. */
export function inherit(earlier: Earlier | null): Measure | null {
  return earlier === null ? null : { measure: earlier.measure, noun: earlier.noun, by: 'measure:earlier' }
}
