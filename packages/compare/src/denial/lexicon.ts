import data from '../data/opposites.json' with { type: 'json' }

const split = (words: string): readonly string[] => words.split(' ')

/** A word → the lines and sides on which it stands: "joint" → [[0, 1]]. */
const sides = new Map<string, readonly (readonly [line: number, side: number])[]>()
for (const [line, pair] of data.pairs.lines.entries()) {
  for (const [side, words] of pair.entries()) {
    for (const word of split(words)) sides.set(word, [...(sides.get(word) ?? []), [line, side]])
  }
}

/** Words that call an account untrue. */
export const DISMISSIVE: ReadonlySet<string> = new Set(split(data.dismissive.words))
/** Stems that name speech or the dispute itself. */
export const GENERIC: ReadonlySet<string> = new Set(split(data.generic.stems))
/** Words that put an event into a wish, threat, plan or doubt. */
export const MODAL: ReadonlySet<string> = new Set(split(data.modal.words))

/** Words that make the opposite of a clause. */
const NEGATORS: ReadonlySet<string> = new Set(split(data.negators.words))
const SUBORDINATORS: ReadonlySet<string> = new Set(split(data.negators.subordinators))
/** Words that set a sentence or clause against the one before it. */
export const CONTRAST: ReadonlySet<string> = new Set(split(data.contrast.words))
/** Words by which a denial points back at an account instead of repeating it. */
export const DEICTIC: ReadonlySet<string> = new Set(split(data.deictic.words))

/** Whether the main clause is negated: a negation comes before anything that opens another clause. @param words in order */
export function negatesMainClause(words: readonly string[]): boolean {
  const negator = words.findIndex((word) => NEGATORS.has(word.replace('’', "'")))
  return negator >= 0 && !words.slice(1, negator).some((word) => SUBORDINATORS.has(word))
}

/** Two words, one of each text, that exclude each other when said of one thing; null when there are none. */
export function opposites(a: ReadonlySet<string>, b: ReadonlySet<string>): readonly [string, string] | null {
  const there = new Map<string, string>()
  for (const word of b) for (const [line, side] of sides.get(word) ?? []) there.set(`${line} ${side}`, word)
  for (const word of a) {
    for (const [line, side] of sides.get(word) ?? []) {
      const other = there.get(`${line} ${1 - side}`)
      // A text that has both sides of the line speaks of the contrast itself.
      if (other !== undefined && !has(b, line, side) && !has(a, line, 1 - side)) return [word, other]
    }
  }
  return null
}

function has(words: ReadonlySet<string>, line: number, side: number): boolean {
  for (const word of words) if (sides.get(word)?.some(([l, s]) => l === line && s === side)) return true
  return false
}
