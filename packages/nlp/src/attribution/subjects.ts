import type { Word } from '../syntax/words.ts'
import { isReducedRelative, isTimeWord, nounPhraseBefore, OWNERS, type Range } from './noun-phrases.ts'
import { reportingVerb } from './reporting-verbs.ts'
import type { Line } from './scene.ts'

/** How a verb's subject was found. */
export interface Subject {
  readonly range: Range
  /** `near`: right before the verb; `apposition`: before a part between commas; `relative`: the "who" of "X, who says". */
  readonly how: 'near' | 'apposition' | 'relative'
}

/** Most words that a part between commas may have ("Ann Lee, the …, said"). */
const LONGEST_ASIDE = 30
const ASIDE = new Set(['in', 'on', 'at', 'during', 'last', 'this', 'later'])

/** Passes adverbs and times left of the verb: "the minister on Tuesday also | said". */
function passAdjuncts(words: readonly Word[], end: number): number {
  let i = end
  for (;;) {
    const word = words[i - 1]
    if (word === undefined) return i
    if (word.pos === 'ADV') i--
    else if (
      isTimeWord(word) ||
      (word.pos === 'NUM' && words[i - 2] !== undefined && isTimeWord(words[i - 2] as Word))
    ) {
      i -= word.pos === 'NUM' ? 2 : 1
      if (ASIDE.has(words[i - 1]?.lower ?? '')) i--
    } else if (['week', 'month', 'year', 'interview', 'statement', 'speech', 'tweet', 'letter'].includes(word.lower)) {
      const back = ASIDE.has(words[i - 2]?.lower ?? '') ? 2 : ASIDE.has(words[i - 3]?.lower ?? '') ? 3 : 0
      if (back === 0 || words[i - back - 1] === undefined) return i
      i -= back
      if (ASIDE.has(words[i - 1]?.lower ?? '')) i--
    } else return i
  }
}

/** "Ann Lee, 54, the minister, | said": the phrase before the parts between commas, the leftmost one that may be it. */
function beforeAside(line: Line, comma: number): Subject | null {
  const { words } = line
  let found: Subject | null = null
  let close = comma
  for (let open = comma - 1; open > 0 && comma - open <= LONGEST_ASIDE; open--) {
    const word = words[open] as Word
    if (word.text !== ',' && word.text !== '—' && word.text !== '–' && word.text !== '(') continue
    if (line.quoted[open]) return found
    if (found !== null && !isAside(words, open + 1, close)) return found
    const range = nounPhraseBefore(words, open, line.mentions)
    if (range === null) continue
    close = open
    const owner = relativeOwner(line, range)
    if (owner !== null) return { range: owner, how: 'apposition' }
    const next = words[range.from - 1]
    // A list ("fires, floods, and storms,") or a clause's end is no subject: it starts a clause or follows its opener.
    const starts =
      next === undefined ||
      next.pos === 'PUNCT' ||
      next.pos === 'SCONJ' ||
      next.pos === 'CCONJ' ||
      next.lower === 'that' ||
      opensAnew(words, range.from)
    if (!starts || words[range.to - 1]?.pos === 'NUM') continue
    if (found === null || (named(line, range) && next?.pos !== 'SCONJ' && next?.pos !== 'ADP'))
      found = { range, how: 'apposition' }
  }
  return found
}

/** "In a letter | its lawyer, Ann Lee, writes": an article or owner behind a noun begins another phrase. */
function opensAnew(words: readonly Word[], from: number): boolean {
  const [before, first] = [words[from - 1], words[from]]
  return before?.pos === 'NOUN' && (first?.pos === 'DET' || OWNERS.has(first?.lower ?? ''))
}

/** No clause of its own: a role, an age, a place, or a relative clause. */
function isAside(words: readonly Word[], from: number, to: number): boolean {
  const opener = words[from]
  if (opener === undefined || ['who', 'whose', 'which'].includes(opener.lower)) return true
  if (['and', 'but', 'or', 'while', 'when', 'if', 'as'].includes(opener.lower)) return false
  return !words.slice(from, to).some((w) => w.pos === 'AUX')
}

function named(line: Line, { from, to }: Range): boolean {
  const [first, last] = [line.words[from] as Word, line.words[to - 1] as Word]
  return line.mentions.some((m) => m.type !== 'location' && m.start >= first.start && m.end === last.end)
}

/** The subject of the verb group that starts at word `from`; null when none stands before it. */
export function subjectBefore(line: Line, from: number): Subject | null {
  const { words } = line
  let end = passAdjuncts(words, from)
  const last = words[end - 1]
  if (last === undefined) return null
  if (last.text === ')') {
    const open = words.findLastIndex((w, i) => i < end && w.text === '(')
    if (open > 0) end = open
  }
  if (last.text === ',' || last.text === '—' || last.text === '–') return beforeAside(line, end - 1)
  if (['who', 'which', 'that'].includes(last.lower)) {
    return relativeAntecedent(line, end - 1) === null ? null : { range: { from: end - 1, to: end }, how: 'relative' }
  }
  if (line.quoted[end - 1]) return null
  const ended = last.pos === 'VERB' ? endedRelative(line, end) : null
  if (ended !== null) return ended
  // "a poll released Friday | found"
  if (isReducedRelative(words, end - 1)) end--
  const range = nounPhraseBefore(words, end, line.mentions)
  return range === null ? null : { range: relativeOwner(line, range) ?? range, how: 'near' }
}

/** Words of a relative clause at most that ends in a verb. */
const LONGEST_RELATIVE = 8

/** "a worker who asked not to be named | said": the phrase that a relative clause right before the verb describes. */
function endedRelative({ words, mentions }: Line, end: number): Subject | null {
  const at = words.findLastIndex(
    (w, i) => i < end && i >= end - LONGEST_RELATIVE && (w.pos === 'PUNCT' || w.lower === 'who'),
  )
  if (words[at]?.lower !== 'who') return null
  const owner = nounPhraseBefore(words, at, mentions)
  return owner === null ? null : { range: owner, how: 'near' }
}

const RELATIVES = new Set(['who', 'whom', 'which', 'that', 'whose', 'where'])

/**
 * "The owner of a ferry that inspectors have blamed for the crash | denied": when the phrase before a verb ends a relative
 * clause, the phrase that this clause describes; null otherwise.
 */
function relativeOwner({ words, mentions }: Line, range: Range): Range | null {
  const at = words.findLastIndex((w, i) => i < range.from && (w.pos === 'PUNCT' || RELATIVES.has(w.lower)))
  const pronoun = words[at]
  if (pronoun === undefined || pronoun.pos === 'PUNCT') return null
  const inside = words.slice(at + 1, at === range.from - 1 ? range.to : range.from)
  if (!inside.some(({ pos }) => pos === 'VERB' || pos === 'AUX') || !isObject(words, at, range)) return null
  const owner = nounPhraseBefore(words, words[at - 1]?.pos === 'ADP' ? at - 1 : at, mentions)
  const before = owner === null ? undefined : words[owner.from - 1]
  // "told reporters that": what stands behind a verb is no subject.
  return before === undefined || before.pos === 'PUNCT' || before.pos === 'CCONJ' ? owner : null
}

/** Whether a phrase completes the relative clause that starts at a word: behind a preposition, or a verb that takes no clause. */
function isObject(words: readonly Word[], pronoun: number, { from }: Range): boolean {
  const before = words[from - 1]
  if (pronoun === from - 1 || before?.pos === 'ADP') return true
  return before?.pos === 'VERB' && reportingVerb(before.lower)?.frames.has('that') !== true
}

/** What a relative pronoun at a word stands for: the phrase right before it, or before the comma before it. */
export function relativeAntecedent(line: Line, at: number): Range | null {
  const comma = [',', '—', '–', '-'].includes(line.words[at - 1]?.text ?? '')
  return nounPhraseBefore(line.words, comma ? at - 1 : at, line.mentions)
}

/** The first phrase of the sentence that has a verb: whom "…, saying that" and "… and denied that" speak for. */
export function mainSubject(line: Line, before: number): Range | null {
  const { words } = line
  for (let i = 1; i < before; i++) {
    const word = words[i] as Word
    if (line.quoted[i] || (word.pos !== 'VERB' && word.pos !== 'AUX')) continue
    const subject = subjectBefore(line, i)
    if (subject !== null && subject.how !== 'relative') return subject.range
  }
  return null
}
