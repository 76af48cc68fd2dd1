import { readWords, type Word } from '../syntax/words.ts'
import { type KnownEntity, knownEntities } from './knowledge-base.ts'
import { wholeWords } from './whole-words.ts'

/** A name of the knowledge base found in a sentence: words `from` to `to` (exclusive). */
export interface KnownName {
  readonly from: number
  readonly to: number
  /** Entities that bear the name; the likeliest first. */
  readonly entities: readonly KnownEntity[]
}

interface Pattern {
  readonly words: readonly string[]
  readonly entities: KnownEntity[]
}

/** Names by their words in lower case, a word a level, so that a look-up walks no further than the text agrees. */
interface Node {
  readonly next: Map<string, Node>
  readonly ends: Pattern[]
}

const root: Node = { next: new Map(), ends: [] }

function plain(word: string): string {
  return word.includes('’') ? word.replaceAll('’', "'") : word
}

function addName(name: string, entity: KnownEntity): void {
  const words = wholeWords(readWords(name)).map((word) => plain(word.text))
  if (words.length === 0) return
  let node = root
  for (const word of words) {
    const lower = word.toLowerCase()
    const next: Node = node.next.get(lower) ?? { next: new Map(), ends: [] }
    node.next.set(lower, next)
    node = next
  }
  const same = node.ends.find((p) => p.words.every((word, i) => word === words[i]))
  if (same === undefined) node.ends.push({ words, entities: [entity] })
  else if (!same.entities.includes(entity)) same.entities.push(entity)
}

for (const entity of knownEntities) for (const name of [entity.name, ...entity.aliases]) addName(name, entity)

/** Shortest single word that capitals may spell: "META", "DELHI"; shorter ones ("IT", "US") must be written as they are. */
const CAPITALS = 4

/** A word of the text spells a word of a name: as written, with a capital where the name has none, or all in capitals. */
function spells(text: string, name: string, shortest: number): boolean {
  if (text === name) return true
  if (text.length !== name.length) return false
  if (text.slice(1) === name.slice(1)) return text[0] === name[0]?.toUpperCase()
  return text.length >= shortest && text === name.toUpperCase()
}

function fits(pattern: Pattern, words: readonly Word[], at: number): boolean {
  const shortest = pattern.words.length > 1 ? 1 : CAPITALS
  for (const [i, name] of pattern.words.entries()) {
    const word = words[at + i]
    if (word === undefined || !spells(plain(word.text), name, shortest)) return false
  }
  return true
}

/** A hyphen or slash glues the name to more: "X-ray", "non-Google" name something else, "Meta-owned" does not. */
function isGlued(words: readonly Word[], from: number, to: number): boolean {
  const [first, last, after, beyond] = [words[from], words[to - 1], words[to], words[to + 1]]
  if (first === undefined || last === undefined || last.end - first.start > 2) return false
  return after?.text === '-' && after.start === last.end && beyond?.start === after.end
}

/** The longest name of the knowledge base that starts at a word, as the text spells it. */
function patternAt(words: readonly Word[], at: number): Pattern | undefined {
  let longest: Pattern | undefined
  let node: Node | undefined = root
  for (let i = at; i < words.length; i++) {
    node = node.next.get(plain((words[i] as Word).lower))
    if (node === undefined) break
    longest = node.ends.find((p) => fits(p, words, at)) ?? longest
  }
  return longest
}

/** Names of the knowledge base in a sentence, longest first at each word, not overlapping. One pass. */
export function findKnownNames(words: readonly Word[]): KnownName[] {
  const found: KnownName[] = []
  for (let at = 0; at < words.length; at++) {
    const pattern = patternAt(words, at)
    if (pattern === undefined) continue
    const to = at + pattern.words.length
    if (isGlued(words, at, to)) continue
    found.push({ from: at, to, entities: pattern.entities })
    at = to - 1
  }
  return found
}
