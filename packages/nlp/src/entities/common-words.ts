import { core } from '../syntax/language-model.ts'

function readCommonWords(): ReadonlySet<string> {
  const [word = 0, mask = 0, shift = 0] = core.packing.layout.pos
  const names = core.features.pos.list.indexOf('PROPN')
  const common = new Set<string>()
  for (const [i, lexeme] of core.features.lexeme.list.entries()) {
    const cluster = ((core.lexicon[i * core.packing.size + word] ?? 0) & mask) >>> shift
    const kinds = core.features.posClusters.list[cluster]
    const onlyName = kinds === undefined || (kinds.size === 1 && kinds.has(names))
    if (!onlyName && /^[a-z][a-z-]+$/.test(lexeme)) common.add(lexeme)
  }
  return common
}

const common = readCommonWords()

const PREFIX =
  /^(?:anti|counter|cyber|de|dis|in|inter|micro|mid|multi|non|out|over|post|pre|re|sub|super|un|under)-?(?=[a-z]{4})/
const SHORTEST_PART = 4
/** No compound is longer: a megabyte without a space would be cut, and hashed, at each of its letters. */
const LONGEST_COMPOUND = 60

/** True for a word that only looks new: "cybersecurity", "reopened", "backchannels". */
export function isCommonCompound(lower: string): boolean {
  if (isCommonWord(lower)) return true
  if (lower.length > LONGEST_COMPOUND || !/^[a-z-]+$/.test(lower)) return false
  const rest = lower.replace(PREFIX, '')
  if (rest !== lower && isCommonWord(rest)) return true
  for (let cut = SHORTEST_PART; cut <= lower.length - SHORTEST_PART; cut++) {
    if (isCommonWord(lower.slice(0, cut)) && isCommonWord(lower.slice(cut))) return true
  }
  return false
}

/** True for a word that stands in the dictionary as it is (lower case) and is not only a name. */
export function isDictionaryWord(lower: string): boolean {
  return common.has(lower)
}

/** True for a word of the dictionary (lower case) that is not only a name; plurals count as their singular does. */
export function isCommonWord(lower: string): boolean {
  if (common.has(lower)) return true
  if (lower.endsWith('men')) return common.has(`${lower.slice(0, -2)}an`)
  if (!lower.endsWith('s')) return false
  if (common.has(lower.slice(0, -1))) return true
  if (!lower.endsWith('es')) return false
  return common.has(lower.slice(0, -2)) || (lower.endsWith('ies') && common.has(`${lower.slice(0, -3)}y`))
}
