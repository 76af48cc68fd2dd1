import type { Span } from '@counterclaim/model'
import closed from '../data/phrase-words.json' with { type: 'json' }
import type { PartOfSpeech, Word } from './words.ts'

/** A part of speech, or what the annotations say a word belongs to: a figure, a time. */
export type Tag = PartOfSpeech | 'FIGURE' | 'TIME'

const BE = new Set(closed.be)
/** Reporting verbs that the tagger may take for nouns. */
const SPEAKS = new Set(closed.reporting.filter((verb) => verb.endsWith('s')))

/** A form of "be". */
export const isBe = (word: Word | undefined): boolean => word !== undefined && BE.has(word.lower)

/** Each word's tag: figures and times win over the part of speech; what the tagger tends to mistake is put right. */
export function tagWords(words: readonly Word[], figures: readonly Span[], times: readonly Span[]): Tag[] {
  const tags: Tag[] = words.map((word) => word.pos)
  cover(words, times, tags, 'TIME')
  cover(words, figures, tags, 'FIGURE')
  for (const [i, word] of words.entries()) tags[i] = corrected(word, i, words, tags)
  return tags
}

function cover(words: readonly Word[], spans: readonly Span[], tags: Tag[], tag: Tag): void {
  let s = 0
  for (const [i, word] of words.entries()) {
    while (s < spans.length && (spans[s] as Span).end <= word.start) s++
    const span = spans[s]
    if (span !== undefined && span.start < word.end && word.start < span.end) tags[i] = tag
  }
}

const NOMINAL = new Set<Tag | undefined>(['NOUN', 'PROPN', 'ADJ', 'NUM', 'FIGURE'])

/** "The 5% that the company claims": a relative clause of two or three words ends with its verb. */
const isRelated = (words: readonly Word[], i: number): boolean =>
  words.slice(Math.max(0, i - 4), i - 1).some((word) => /^(?:that|which)$/.test(word.lower))

function corrected(word: Word, i: number, words: readonly Word[], tags: readonly Tag[]): Tag {
  const tag = tags[i] as Tag
  const before = tags[i - 1]
  const next = tags[i + 1]
  if (tag === 'FIGURE' || tag === 'TIME') return tag
  if (PEOPLE.has(word.lower) && !NOMINAL.has(next) && namesPeople(i, words, tags)) return 'NOUN'
  if (word.lower === 'that' && tag === 'DET' && (next === 'DET' || next === 'PRON' || next === 'PROPN')) return 'SCONJ'
  if (word.lower === 'that' && tag === 'DET' && before === 'TIME' && isSaidAt(words, i)) return 'SCONJ'
  if (/^(?:more|than)$/.test(word.lower) && isMultiplied(words, word.lower === 'more' ? i : i - 1)) return 'ADV'
  if (word.lower === 'cost' && tag === 'NOUN' && costs(i, words, tags)) return 'VERB'
  if (tag === 'ADJ' && before === 'NOUN' && tags[i - 2] === 'FIGURE' && isDeed(word, words.slice(i + 1, i + 3), next))
    return 'VERB'
  if (word.lower === 'to') return next === 'VERB' || next === 'AUX' ? 'PART' : 'ADP'
  if (
    tag === 'VERB' &&
    isModifier(word) &&
    NOMINAL.has(next) &&
    (before === 'DET' || before === 'ADJ' || (before === 'FIGURE' && next === 'NOUN') || isPossessive(words[i - 1]))
  )
    return 'ADJ'
  if (tag === 'VERB' && (before === 'DET' || isPossessive(words[i - 1])) && !NOMINAL.has(next) && !isModifier(word))
    return 'NOUN'
  if (tag === 'NOUN' && (next === undefined || next === 'PUNCT') && SPEAKS.has(word.lower) && isRelated(words, i))
    return 'VERB'
  if (tag === 'ADJ' && word.lower.endsWith('ed') && isBe(words[i - 1]) && !NOMINAL.has(next)) return 'VERB'
  if (tag === 'VERB' && isModifier(word) && hyphen(words[i - 1]) && NOMINAL.has(next)) return 'ADJ'
  if (tag === 'NOUN' && /[^s]s$/.test(word.lower) && before === 'PROPN' && (next === 'FIGURE' || next === 'DET'))
    return 'VERB'
  if (tag === 'NOUN' && endsRelative(word, i, words, tags)) return 'VERB'
  if (tag === 'NOUN' && MEANT.test(word.lower) && isNominal(before) && GOES_ON.test(words[i + 1]?.lower ?? ''))
    return 'VERB'
  if (tag === 'PROPN' && /^[a-z]/.test(word.text)) return 'NOUN'
  if (tag === 'PRON' && word.text === 'IT') return 'PROPN'
  if (tag === 'VERB' && before === 'ADP' && words[i - 1]?.lower !== 'to' && !isModifier(word)) return 'NOUN'
  if (tag === 'NOUN' && before === 'PRON' && PERSONAL.has(words[i - 1]?.text ?? '') && /(ed|s)$/.test(word.lower))
    return 'VERB'
  if (
    tag === 'NOUN' &&
    next === 'ADP' &&
    word.lower.endsWith('s') &&
    words[i - 1]?.text === ',' &&
    tags[i - 2] === 'VERB'
  )
    return 'VERB'
  return tag
}

const PEOPLE = new Set(closed.people)
const COUNTS = /^(?:numbers?|counts?|tolls?|totals?|share|proportion|list|figures?|tally|dozens|hundreds|thousands)$/

/** "the number of | injured", "40 | dead": an adjective that stands for people. */
function namesPeople(i: number, words: readonly Word[], tags: readonly Tag[]): boolean {
  if (tags[i - 1] === 'FIGURE') return tags[i + 1] !== 'VERB'
  return words[i - 1]?.lower === 'of' && COUNTS.test(words[i - 2]?.lower ?? '')
}

const REPORTING = new Set(closed.reporting)

/** "profit more than | doubled": how much the verb says, no comparison of two things. */
const isMultiplied = (words: readonly Word[], more: number): boolean =>
  words[more]?.lower === 'more' &&
  words[more + 1]?.lower === 'than' &&
  /^(?:doubl|tripl|trebl|quadrupl|halv)(?:e|es|ed|ing)$/.test(words[more + 2]?.lower ?? '')

/** How far before a sum "cost" may stand. */
const COST_REACH = 6

/** "The flood cost German farmers 5 million euros": a sum follows, and before it whom. */
function costs(i: number, words: readonly Word[], tags: readonly Tag[]): boolean {
  const [before, next] = [tags[i - 1], tags[i + 1]]
  if (before !== 'NOUN' && before !== 'PROPN' && before !== 'TIME') return false
  const whom = next === 'DET' || next === 'PROPN' || next === 'ADJ' || next === 'PRON'
  if (!whom && !(next === 'NOUN' && tags[i + 2] === 'FIGURE')) return false
  const sum = tags.slice(i + 2, i + 2 + COST_REACH).indexOf('FIGURE')
  return (
    sum !== -1 && !words.slice(i + 1, i + 2 + sum).some((w) => w.pos === 'VERB' || w.pos === 'AUX' || w.pos === 'ADP')
  )
}

/** "9 people | drowned a month earlier", "30 people | drowned when": a participle that no noun follows is what they did. */
const isDeed = (word: Word, [after, second]: readonly Word[], next: Tag | undefined): boolean =>
  /[^e]ed$/.test(word.lower) &&
  (next === 'TIME' ||
    next === 'SCONJ' ||
    /^(?:when|as)$/.test(after?.lower ?? '') ||
    (next === 'DET' && /^(?:day|week|month|year)$/.test(second?.lower ?? '')))

/** How many words a time takes between a verb of saying and its "that". */
const SAID_REACH = 6

/** "said on Thursday | that revenue fell": what follows is what was said. */
const isSaidAt = (words: readonly Word[], i: number): boolean =>
  words.slice(Math.max(0, i - SAID_REACH), i).some((w) => REPORTING.has(w.lower))

/** "the 5% that the company | claims": a reporting verb that ends a relative clause, read as a noun. */
function endsRelative(word: Word, i: number, words: readonly Word[], tags: readonly Tag[]): boolean {
  if (!REPORTING.has(word.lower) || (tags[i + 1] !== undefined && tags[i + 1] !== 'PUNCT')) return false
  if (tags[i - 1] !== 'NOUN' && tags[i - 1] !== 'PROPN') return false
  return words.slice(Math.max(0, i - 4), i - 1).some((w) => w.lower === 'that' || w.lower === 'which')
}
/** "the country accounts for 40%", "the government plans to collect": verbs that look like plurals. */
const MEANT =
  /^(?:accounts|plans|aims|hopes|wants|vows|promises|seeks|stands|ranks|demands|offers|claims|reports|supports|covers|hosts)$/
const GOES_ON = /^(?:for|to|at)$/

const PERSONAL = new Set(['it', 'he', 'she', 'they', 'we', 'who', 'which'])
const POSSESSIVE = new Set(['its', 'their', 'his', 'her', 'our', 'my', 'your', "'s", '’s', "'", '’'])
/** "its", or the mark of an owner. */
export const isPossessive = (word: Word | undefined): boolean => word !== undefined && POSSESSIVE.has(word.lower)
const isModifier = (word: Word): boolean => /(?:ed|ing|en)$/.test(word.lower)

/** Joins two words to one. */
export const hyphen = (word: Word | undefined): boolean => word?.text === '-' || word?.text === '/'

/** A noun or a name. */
export function isNominal(tag: Tag | undefined): boolean {
  return tag === 'NOUN' || tag === 'PROPN'
}
