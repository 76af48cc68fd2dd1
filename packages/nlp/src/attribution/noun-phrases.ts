import type { Mention } from '@counterclaim/model'
import type { Word } from '../syntax/words.ts'

/** Words of a sentence by index, half-open. */
export interface Range {
  readonly from: number
  readonly to: number
}

const TIME =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|june|july|august|september|october|november|december|jan\.|feb\.|mar\.|apr\.|aug\.|sept?\.|oct\.|nov\.|dec\.)$|^(?:yesterday|today|tomorrow|tonight)$/
const LINKS = new Set([
  'of',
  'for',
  'from',
  'at',
  'in',
  'with',
  'on',
  'to',
  'by',
  'against',
  'behind',
  'within',
  'inside',
  'near',
])
/** Words that say whose, of somebody the text speaks of. */
export const THEIR: ReadonlySet<string> = new Set(['his', 'her', 'its', 'their'])
/** … or of who speaks and who is spoken to. */
export const OWNERS: ReadonlySet<string> = new Set([...THEIR, 'my', 'your', 'our'])
const POSSESSIVE = new Set([...OWNERS, 'whose'])
const PERSONAL = new Set(['i', 'you', 'he', 'she', 'it', 'we', 'they', 'who', 'me', 'him', 'us', 'them'])
const QUANTIFIER = new Set([
  'all',
  'both',
  'most',
  'many',
  'some',
  'several',
  'few',
  'more',
  'none',
  'one',
  'half',
  'neither',
  'each',
  'others',
  'another',
  'those',
  'these',
  'everyone',
  'nobody',
  'anyone',
  'someone',
])

/** Quantifiers that may follow the subject they belong to. */
const FLOATING = new Set(['both', 'all', 'each'])
const PARTICIPLE = /(?:ed|en|wn|ade|ent|ought|uilt|eld|ung|ead)$/

/** True for the name of a day or month, and for yesterday, today, tomorrow. */
export function isTimeWord(word: Word): boolean {
  return TIME.test(word.lower)
}

/** True for a word that can end a noun phrase: a noun, name, pronoun, or figure. */
export function isNominal(word: Word | undefined): boolean {
  if (word === undefined) return false
  if (word.pos === 'NOUN' || word.pos === 'PROPN' || word.pos === 'NUM') return true
  if (word.pos === 'SYM') return word.lower === '%'
  if (POSSESSIVE.has(word.lower)) return false
  return word.pos === 'PRON' || PERSONAL.has(word.lower) || QUANTIFIER.has(word.lower)
}

/** True for `'s` after a noun. */
export function isPossessiveMark(word: Word | undefined): boolean {
  return word !== undefined && /^['’]s?$/.test(word.lower) && (word.pos === 'PART' || word.lower === '’')
}

/** "the state-run bank", "the so-called council": a hyphen makes one word of its sides, whatever they are by themselves. */
function isHyphened(words: readonly Word[], i: number): boolean {
  const [before, word, next] = [words[i - 1], words[i], words[i + 1]]
  if (before?.text === '-' && before.end === word?.start && words[i - 2]?.end === before.start) return true
  return next?.text === '-' && next.start === word?.end && words[i + 2]?.start === next.end
}

function isInner(words: readonly Word[], i: number): boolean {
  const word = words[i]
  if (word === undefined) return false
  if (isHyphened(words, i)) return true
  if (word.pos === 'NOUN' || word.pos === 'PROPN' || word.pos === 'ADJ' || word.pos === 'NUM' || word.pos === 'SYM')
    return true
  if (word.pos === 'DET' || POSSESSIVE.has(word.lower) || isPossessiveMark(word) || QUANTIFIER.has(word.lower))
    return true
  if (word.text === '-' || word.text === '&' || word.text === '/') return true
  // "the ruling party", "a recently leaked memo"
  const inside = words[i - 1]?.pos === 'DET' || words[i - 1]?.pos === 'ADJ' || POSSESSIVE.has(words[i - 1]?.lower ?? '')
  return inside && (word.pos === 'VERB' || word.pos === 'ADV')
}

function startsPhrase(word: Word | undefined): boolean {
  return word !== undefined && (word.pos === 'DET' || POSSESSIVE.has(word.lower) || PERSONAL.has(word.lower))
}

/** Two names side by side are two phrases ("Reuters | Facebook had …") where the entity finder says so. */
function parted(words: readonly Word[], i: number, mentions: readonly Mention[]): boolean {
  const [left, right] = [words[i - 1], words[i]]
  if (left === undefined || right === undefined || left.pos !== 'PROPN' || right.pos !== 'PROPN') return false
  const covering = (w: Word): Mention | undefined => mentions.find((m) => m.start <= w.start && w.end <= m.end)
  const [a, b] = [covering(left), covering(right)]
  return a !== undefined && b !== undefined && a.end <= b.start && a.type === b.type
}

/**
 * The noun phrase that ends right before word `end`, with its prepositional and coordinated parts
 * ("Critics of the bill", "a spokesman for the ministry", "France and Germany"); null when none ends there.
 */
export function nounPhraseBefore(words: readonly Word[], end: number, mentions: readonly Mention[] = []): Range | null {
  const last = words[end - 1]
  if (!isNominal(last) || last === undefined || isTimeWord(last)) return null
  // "France and Germany both | condemned"
  if (FLOATING.has(last.lower) && isNominal(words[end - 2]) && !isTimeWord(words[end - 2] as Word))
    return nounPhraseBefore(words, end - 1, mentions)
  let i = end - 1
  for (;;) {
    const p = words[i - 1]
    if (p === undefined) break
    if (isWithinName(p, words[i] as Word, mentions)) {
      i--
      continue
    }
    if (LINKS.has(p.lower) && p.pos === 'ADP' && isNominal(words[i - 2]) && !isTimeWord(words[i - 2] as Word)) {
      i -= 2
      continue
    }
    if (p.pos === 'ADP' && isReducedRelative(words, i - 2)) {
      i -= 3
      continue
    }
    if ((p.lower === 'and' || p.text === '&') && isNominal(words[i - 2]) && coordinates(words, i - 1, mentions)) {
      i -= 2
      continue
    }
    // "current and former officials"
    if (p.lower === 'and' && words[i - 2]?.pos === 'ADJ' && (words[i]?.pos === 'ADJ' || words[i]?.pos === 'NOUN')) {
      i -= 2
      continue
    }
    if (PERSONAL.has(words[i]?.lower ?? '') || (startsPhrase(words[i]) && p.pos !== 'DET' && !QUANTIFIER.has(p.lower)))
      break
    if (isDateNumber(words, i - 1)) break
    if (isTimeWord(p) || PERSONAL.has(p.lower) || !isInner(words, i - 1) || parted(words, i, mentions)) break
    i--
  }
  return { from: i, to: end }
}

/** "Doctors | Without | Borders": both words are of one name. */
function isWithinName(left: Word, right: Word, mentions: readonly Mention[]): boolean {
  return mentions.some(({ start, end }) => start <= left.start && right.end <= end)
}

/** "emails | released | by X", "the biases | shown | in the report": a participle that describes the noun before it. */
export function isReducedRelative(words: readonly Word[], at: number): boolean {
  const [noun, participle] = [words[at - 1], words[at]]
  if (noun === undefined || participle?.pos !== 'VERB' || !PARTICIPLE.test(participle.lower)) return false
  return (noun.pos === 'NOUN' || noun.pos === 'PROPN') && !isTimeWord(noun)
}

/** "March | 30th", "Nov. 2": a figure that belongs to a date. */
function isDateNumber(words: readonly Word[], i: number): boolean {
  const before = words[i - 1]
  return before !== undefined && isTimeWord(before) && /^\d{1,4}(?:st|nd|rd|th)?$/.test(words[i]?.lower ?? '')
}

/** Is the "and" at `at` inside one subject? Only when the phrase before it starts the clause. */
function coordinates(words: readonly Word[], at: number, mentions: readonly Mention[]): boolean {
  const left = nounPhraseBefore(words, at, mentions)
  if (left === null) return false
  const before = words[left.from - 1]
  return before === undefined || before.lower === 'that' || before.lower === 'but' || before.pos === 'PUNCT'
}

/** The noun phrase that starts at word `start`; null when none does. Ends before a verb, comma or clause. */
export function nounPhraseAfter(
  words: readonly Word[],
  start: number,
  mentions: readonly Mention[] = [],
): Range | null {
  let i = start
  let seen = false
  while (i < words.length) {
    const word = words[i] as Word
    if (i > start && isTimeWord(word) && seen) break
    if (PERSONAL.has(word.lower) || isHer(words, i))
      return i === start ? { from: start, to: start + 1 } : close(start, i, seen)
    if (i > start && startsPhrase(word) && seen) break
    if (i > start && parted(words, i, mentions)) break
    if (isInner(words, i) || (i === start && startsPhrase(word))) {
      if (isNominal(word) || isPossessiveMark(word)) seen = true
      i++
    } else if (
      seen &&
      LINKS.has(word.lower) &&
      word.lower !== 'to' &&
      word.lower !== 'on' &&
      word.lower !== 'in' &&
      word.lower !== 'by'
    ) {
      const inner = nounPhraseAfter(words, i + 1, mentions)
      if (inner === null) break
      i = inner.to
    } else if (joinsAdjectives(words, i)) i++
    else break
  }
  return close(start, i, seen)
}

/** "bakers | and millers |.": a second phrase that ends the clause, or stands before a mark, belongs to the first. */
export function coordinatedAfter(words: readonly Word[], first: Range, mentions: readonly Mention[] = []): Range {
  if (words[first.to]?.lower !== 'and') return first
  const second = nounPhraseAfter(words, first.to + 1, mentions)
  if (second === null) return first
  const next = words[second.to]
  return next === undefined || next.pos === 'PUNCT' ? { from: first.from, to: second.to } : first
}

/** "told her | the road is open": an object, no possessive. */
function isHer(words: readonly Word[], i: number): boolean {
  const next = words[i + 1]
  return (
    words[i]?.lower === 'her' && (next === undefined || ['DET', 'PRON', 'PUNCT', 'SCONJ', 'ADP'].includes(next.pos))
  )
}

/** "Republican and Democratic | strategists", "complete but unofficial | returns". */
function joinsAdjectives(words: readonly Word[], i: number): boolean {
  const [left, word, right, noun] = [words[i - 1], words[i], words[i + 1], words[i + 2]]
  if (word?.pos !== 'CCONJ' || right?.pos !== 'ADJ') return false
  return (left?.pos === 'ADJ' || left?.pos === 'PROPN') && (noun?.pos === 'NOUN' || noun?.pos === 'PROPN')
}

function close(from: number, to: number, seen: boolean): Range | null {
  return seen && to > from ? { from, to } : null
}
