import stances from '../data/stance-words.json' with { type: 'json' }
import type { Word } from '../syntax/words.ts'

const REBUTS = new Set(stances.rebuts)

/** Whether the word at a place says that an account is untrue: "nonsense", "made up". */
export function rebuts(words: readonly Word[], at: number): boolean {
  const lower = words[at]?.lower ?? ''
  return REBUTS.has(lower) || (lower === 'made' && words[at + 1]?.lower === 'up')
}
