import data from '../data/causes.json' with { type: 'json' }

/** What a statement says brought something about, and what it says did not, each by the words that name it. */
export interface Causes {
  readonly is: readonly string[]
  readonly isNot: readonly string[]
  /** What may have brought it about, when nothing is said to have: "dismissed over the ruling". */
  readonly perhaps: readonly string[]
  /** The other words: what was brought about. */
  readonly of: readonly string[]
}

/** Words that a cause has at most: "caused by a short circuit in the wiring of the roof". */
const MOST_WORDS = 8
const ENDS: ReadonlySet<string> = new Set(data.ends.words.split(' '))
const WEAK: ReadonlySet<string> = new Set(data.perhaps.words.split(' '))
const [NOT, BEHIND, AHEAD] = [data.isNot, data.isBehind, data.isAhead].map(({ phrases }) =>
  phrases.map((phrase) => phrase.split(' ')),
) as [string[][], string[][], string[][]]
const BLAME = /^blam(?:e|es|ed|ing)$/

/**
 * Reads the cause out of the words of a statement; null when it gives none.
 * @param before the words before the statement: "blamed | the weather for the delay"
 */
export function causesIn(words: readonly string[], before: readonly string[]): Causes | null {
  if (BLAME.test(before.at(-1) ?? '')) return blamed(words)
  const not = behindAny(words, NOT)
  const own = not === null ? words : [...words.slice(0, not.cue), ...words.slice(not.to)]
  const yes = behindAny(own, BEHIND) ?? reasons(own) ?? ahead(own)
  const perhaps = yes === null ? behindWeak(words) : []
  if (not === null && yes === null && perhaps.length === 0) return null
  const is = yes === null ? [] : own.slice(yes.from, yes.to)
  const [split, isNot] = [is.indexOf('not'), not === null ? [] : words.slice(not.from, not.to)]
  const taken = new Set([...is, ...isNot])
  const of = words.filter((word) => !taken.has(word))
  // "Corrosion, not theft, caused": one is, the other is not.
  if (split > 0) return { is: is.slice(0, split), isNot: [...isNot, ...is.slice(split + 1)], perhaps, of }
  return { is: split === 0 ? [] : is, isNot: split === 0 ? [...isNot, ...is.slice(1)] : isNot, perhaps, of }
}

function blamed(words: readonly string[]): Causes {
  const [on, by] = [words.indexOf('on'), words.indexOf('for')]
  if (on > 0 && (by < 0 || on < by))
    return { is: words.slice(on + 1, endOf(words, on + 1)), isNot: [], perhaps: [], of: words.slice(0, on) }
  return by > 0
    ? { is: words.slice(0, by), isNot: [], perhaps: [], of: words.slice(by + 1) }
    : { is: words.slice(0, endOf(words, 0)), isNot: [], perhaps: [], of: [] }
}

function behindWeak(words: readonly string[]): readonly string[] {
  const at = words.findIndex((word) => WEAK.has(word))
  return at < 0 ? [] : words.slice(at + 1, endOf(words, at + 1))
}

interface Piece {
  readonly cue: number
  readonly from: number
  readonly to: number
}

/** Where the first of the phrases that the words have stands, and what it names. */
function behindAny(words: readonly string[], phrases: readonly (readonly string[])[]): Piece | null {
  for (const phrase of phrases) {
    const at = behind(words, phrase)
    if (at !== null) return at
  }
  return null
}

/** Where a phrase stands, and what it names behind it. */
function behind(words: readonly string[], phrase: readonly string[]): Piece | null {
  const cue = words.findIndex((_, i) => phrase.every((word, j) => words[i + j] === word))
  const from = cue + phrase.length
  return cue < 0 || from >= words.length ? null : { cue, from, to: endOf(words, from) }
}

/** "Stepped down for health reasons". */
function reasons(words: readonly string[]): Piece | null {
  const end = words.findIndex((word) => word === 'reasons' || word === 'grounds')
  const start = words.lastIndexOf(words[end - 2] === 'on' ? 'on' : 'for', end)
  return end < 0 || start < 0 || end - start > 3 ? null : { cue: start, from: start + 1, to: end }
}

/** "Corrosion caused the pipeline to burst": what stands before the verb. */
function ahead(words: readonly string[]): Piece | null {
  for (const phrase of AHEAD) {
    const at = behind(words, phrase)
    if (at !== null && at.cue > 0 && words[at.from] !== 'by' && at.cue <= MOST_WORDS)
      return { ...at, from: 0, to: at.cue }
  }
  return null
}

function endOf(words: readonly string[], from: number): number {
  const end = words.findIndex((word, i) => i > from && ENDS.has(word))
  return Math.min(end < 0 ? words.length : end, from + MOST_WORDS)
}
