import type { Word } from '../syntax/words.ts'
import { isNominal, isTimeWord, nounPhraseAfter } from './noun-phrases.ts'
import { BARE_CLAUSE, CLAUSE_ONLY } from './reporting-verbs.ts'
import type { Line } from './scene.ts'
import type { VerbGroup } from './verb-groups.ts'

/** What follows a reporting verb once adverbs, times, places and the addressee are passed. */
export interface Complement {
  readonly kind: 'that' | 'clause' | 'quote' | 'colon' | 'whether' | 'to' | 'phrase' | 'comma' | 'end' | 'other'
  /** Index of its first word ("that" and the colon included). */
  readonly at: number
  /** True when an addressee was passed ("told Reuters"). */
  readonly addressee: boolean
}

const ADJUNCT = new Set([
  'on',
  'in',
  'at',
  'during',
  'after',
  'to',
  'via',
  'through',
  'before',
  'from',
  'by',
  'over',
  'with',
  'of',
  'about',
  'for',
  'since',
  'until',
  'under',
  'without',
  'following',
  'regarding',
  'concerning',
  'outside',
  'inside',
  'aboard',
  'amid',
  'alongside',
  'ahead',
])
const ADVERB = new Set([
  'also',
  'again',
  'today',
  'yesterday',
  'later',
  'earlier',
  'late',
  'early',
  'then',
  'too',
  'here',
  'there',
  'back',
  'once',
  'afterwards',
  'afterward',
  'instead',
  'tonight',
  'tomorrow',
  'out',
  'ago',
  'now',
])
/** "since then", "so far", "at once", "for now": adverbs of two words. */
const BARE_ADJUNCT = new Set(['then', 'once', 'least', 'length', 'first', 'now', 'long', 'last'])
const BOUNDED: ReadonlySet<string> = new Set(['NUM', 'DET', 'ADJ'])
const LAST = new Set(['last', 'this', 'next', 'late', 'early', 'that'])
const PERIOD = new Set([
  'week',
  'month',
  'year',
  'morning',
  'afternoon',
  'evening',
  'night',
  'weekend',
  'spring',
  'summer',
  'autumn',
  'fall',
  'winter',
  'time',
  'day',
])
const AFTER_PERIOD = new Set(['ago', 'earlier', 'later', 'before'])
const QUESTION = new Set(['whether', 'if', 'why', 'how', 'what', 'when', 'where', 'who', 'which'])
const QUOTE = /^["“”„«‘']$/

function skipTime(words: readonly Word[], i: number): number {
  const word = words[i]
  if (word === undefined) return i
  if (isTimeWord(word)) {
    let j = i + 1
    while (
      words[j]?.pos === 'NUM' ||
      (words[j]?.text === ',' && /^\d{4}$/.test(words[j + 1]?.text ?? '')) ||
      PERIOD.has(words[j]?.lower ?? '')
    )
      j++
    return j
  }
  const next = words[i + 1]
  if (word.pos === 'NUM' || word.pos === 'DET' || word.lower === 'some') {
    const ago = words.findIndex((w, j) => j > i && j <= i + 4 && AFTER_PERIOD.has(w.lower))
    if (ago > 0 && words.slice(i, ago).some((w) => PERIOD.has(w.lower.replace(/s$/, '')))) return ago + 1
  }
  if (LAST.has(word.lower) && next !== undefined && (PERIOD.has(next.lower) || isTimeWord(next))) return i + 2
  return i
}

function skipAdjunct(line: Line, i: number): number {
  const { words } = line
  const word = words[i]
  if (word === undefined) return i
  const time = skipTime(words, i)
  if (time > i) return time
  if (word.pos === 'ADV' && (ADVERB.has(word.lower) || word.lower.endsWith('ly'))) return i + 1
  if (ADVERB.has(word.lower) && !isNominal(word)) return i + 1
  if (!ADJUNCT.has(word.lower) || line.quoted[i]) return i
  const inner = skipTime(words, i + 1)
  if (inner > i + 1) return inner
  // "Said at least three died": a bound, and no adverb.
  if (BARE_ADJUNCT.has(words[i + 1]?.lower ?? '') && !BOUNDED.has(words[i + 2]?.pos ?? '')) return i + 2
  const phrase = nounPhraseAfter(words, i + 1, line.mentions)
  if (phrase === null) return i
  const clause = words[phrase.to]
  // "said in Rome prices rise": the phrase would swallow the subject; give back nothing but a name of one word
  if (clause !== undefined && (clause.pos === 'VERB' || clause.pos === 'AUX'))
    return phrase.to - phrase.from > 1 ? i : i
  return phrase.to
}

/** True when a finite verb stands between two words. */
export function hasFiniteVerb(words: readonly Word[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const word = words[i] as Word
    const before = words[i - 1]
    if (word.pos === 'AUX' && before?.lower !== 'to') return true
    if (word.pos === 'VERB' && before?.lower !== 'to' && !word.lower.endsWith('ing')) return true
  }
  return false
}

const DEMONSTRATIVE = new Set(['that', 'this', 'these', 'those', 'such', 'many', 'some', 'most', 'few', 'others'])
/** Objects of "say" that say nothing: "said so", "said something". */
const EMPTY = new Set([
  'so',
  'something',
  'nothing',
  'anything',
  'little',
  'much',
  'no',
  'yes',
  'goodbye',
  'hello',
  'it',
])
/** Words that "say" and its like must be followed by to report something, where no clause can be made out. */
const FEWEST_SAID = 4

/** Behind "say" or "insist" there is a clause, whatever the tagger made of it: enough words, a verb among them. */
function mustBeClause(line: Line, at: number, lemma: string): boolean {
  const { words } = line
  if (!CLAUSE_ONLY.has(lemma) || EMPTY.has(words[at]?.lower ?? '')) return false
  return words.length - at > FEWEST_SAID && hasFiniteVerb(words, at, words.length)
}

/** Words by which a subject's own clause or aside starts; its verb comes later. */
const ASIDES = new Set([',', '(', 'who', 'which', 'that', 'whose', '—', '–'])

/**
 * Does a clause with its own subject start at this word? `loose` lets an aside or participle stand between subject and
 * verb; without it the verb must follow the subject, so that "found records that …" is no clause.
 */
function startsClause(line: Line, start: number, loose: boolean): boolean {
  const { words } = line
  const at = QUOTE.test(words[start]?.text ?? '') ? start + 1 : start
  if (words[at]?.lower === 'there') return hasFiniteVerb(words, at, Math.min(words.length, at + 4))
  let subject = DEMONSTRATIVE.has(words[at]?.lower ?? '')
    ? (nounPhraseAfter(words, at, line.mentions) ?? { from: at, to: at + 1 })
    : nounPhraseAfter(words, at, line.mentions)
  if (subject === null) return false
  let i = subject.to
  while (words[i]?.pos === 'ADP' && words[i + 1] !== undefined) {
    subject = nounPhraseAfter(words, i + 1, line.mentions)
    if (subject === null) return false
    i = subject.to
  }
  while (words[i]?.pos === 'ADV' || QUOTE.test(words[i]?.text ?? '')) i++
  const verb = words[i]
  if (verb === undefined) return false
  if (ASIDES.has(verb.lower)) return loose && hasFiniteVerb(words, i + 1, words.length)
  if (verb.pos === 'AUX') return true
  if (verb.pos !== 'VERB' || verb.lower.endsWith('ing')) return false
  return (
    loose ||
    !(/(?:ed|en|de|nt)$/.test(verb.lower) && ['by', 'in', 'to', 'at', 'from'].includes(words[i + 1]?.lower ?? ''))
  )
}

/** "rejected that account as false": a noun right behind, and no verb behind the noun. */
function pointsAt(line: Line, at: number): boolean {
  const { words } = line
  if (words[at + 1]?.pos !== 'NOUN') return false
  const noun = nounPhraseAfter(words, at + 1, line.mentions)
  const next = noun === null ? undefined : words[noun.to]
  if (next === undefined || next.pos === 'PUNCT' || next.lower === 'as') return true
  if (next.pos === 'CCONJ') return words[(noun?.to ?? at) + 1]?.pos === 'VERB'
  return ['ADP', 'SCONJ'].includes(next.pos) && !hasFiniteVerb(words, at + 1, words.length)
}

const POINTERS = new Set(['this', 'it', 'these', 'those'])

/** Words that may stand for all that was said before. */
export function mayPointBack(lower: string): boolean {
  return lower === 'that' || POINTERS.has(lower)
}

/** "The firm rejects this.", "denied it on Monday, saying", "denied that.": what was said before is all that the verb is about. */
function isPointer({ words }: Line, at: number): boolean {
  const [word, next] = [words[at]?.lower ?? '', words[at + 1]]
  if (word === 'that') {
    const ends = next === undefined || next.text === '.' || next.pos === 'ADP' || isTimeWord(next)
    return ends && !hasFiniteVerb(words, at + 1, words.length)
  }
  if (!POINTERS.has(word)) return false
  return next === undefined || next.pos === 'PUNCT' || next.pos === 'ADP' || next.pos === 'SCONJ' || isTimeWord(next)
}

function kindAt(line: Line, at: number, lemma: string): Complement['kind'] {
  const word = line.words[at]
  if (word === undefined) return 'end'
  if (line.quoted[at] && !line.quoted[at - 1]) return 'quote'
  if (QUOTE.test(word.text)) return 'end'
  if (word.text === ',' || word.text === '—' || word.text === '–' || word.text === '-') {
    const next = line.words[at + 1]
    if (next !== undefined && line.quoted[at + 1] && !line.quoted[at]) return 'quote'
    return 'comma'
  }
  if (word.text === ':') return 'colon'
  if (word.pos === 'PUNCT') return 'end'
  if (isPointer(line, at) || (word.lower === 'that' && pointsAt(line, at))) return 'phrase'
  if (word.lower === 'that' && word.pos !== 'PRON') return 'that'
  if (word.lower === 'that' && startsClause(line, at + 1, true)) return 'that'
  if (QUESTION.has(word.lower)) return 'whether'
  if (word.lower === 'to') return 'to'
  if (word.pos === 'VERB' && word.lower.endsWith('ing')) return 'phrase'
  if (startsClause(line, at, BARE_CLAUSE.has(lemma)) || mustBeClause(line, at, lemma)) return 'clause'
  return nounPhraseAfter(line.words, at, line.mentions) === null ? 'other' : 'phrase'
}

/** Passes whom somebody tells; a name that the entity finder parts in two is one addressee where "that" or speech follows. */
function addresseeEnd(line: Line, at: number, lemma: string): number {
  const phrase = nounPhraseAfter(line.words, at, line.mentions)
  if (phrase === null || line.quoted[at]) return at
  const next = line.words[phrase.to]
  const swallowed = next !== undefined && (next.pos === 'AUX' || next.pos === 'VERB') && lemma !== 'tell'
  if (swallowed) return at
  if (next?.pos !== 'PROPN' || line.words[phrase.to - 1]?.pos !== 'PROPN') return phrase.to
  const rest = nounPhraseAfter(line.words, phrase.to, line.mentions)
  const after = rest === null ? undefined : line.words[rest.to]
  return rest !== null && (after?.lower === 'that' || after?.pos === 'PUNCT') ? rest.to : phrase.to
}

/** Passes what may stand between a reporting verb and what it reports, and tells what comes then. */
export function complementOf(line: Line, group: VerbGroup): Complement {
  let i = group.to
  let addressee = false
  if (group.verb.frames.has('told')) {
    const to = addresseeEnd(line, i, group.verb.lemma)
    addressee = to > i
    i = to
  }
  for (let steps = 0; steps < 6; steps++) {
    const next = skipAdjunct(line, i)
    if (next === i) break
    i = next
  }
  // "said, however, that"; "said, in a letter, that"
  if (line.words[i]?.text === ',') {
    const close = line.words.findIndex((w, j) => j > i && j <= i + 8 && w.text === ',')
    if (
      close > 0 &&
      (line.words[close + 1]?.lower === 'that' || line.quoted[close + 1]) &&
      !hasFiniteVerb(line.words, i, close)
    )
      i = close + 1
  }
  return { kind: kindAt(line, i, group.verb.lemma), at: i, addressee }
}
