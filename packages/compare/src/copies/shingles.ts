import { textWords } from '../words.ts'

/** Words of a shingle. Five is the usual choice for news (Broder 1997; Henzinger 2006): three find agency boilerplate too. */
const SHINGLE_WORDS = 5
/** Hashes kept of a text. A text of up to 4,000 words is compared exactly, a longer one by its smallest hashes. */
const SKETCH = 4096

/** The word shingles of a text, as the smallest of their hashes, sorted, without repeats. */
export interface Sketch {
  readonly hashes: Uint32Array
  /** Number of different shingles of the whole text. */
  readonly size: number
}

/**
 * Sketches the words of a text; mark-up, punctuation and case do not count. Linear in its length.
 * A text shorter than a shingle has an empty sketch.
 * Source: bottom-k sketches, Broder 1997, "On the resemblance and containment of documents".
 */
export function sketch(text: string): Sketch {
  const words = Uint32Array.from(textWords(text), hashWord)
  const all = new Uint32Array(Math.max(0, words.length - SHINGLE_WORDS + 1))
  for (let i = 0; i < all.length; i++) {
    let hash = 0x811c9dc5
    for (let j = i; j < i + SHINGLE_WORDS; j++) hash = mix(hash ^ (words[j] as number))
    all[i] = hash
  }
  // Sorting a typed array and dropping repeats takes a fraction of what a Set of numbers does.
  const hashes = all.sort().filter((hash, i) => i === 0 || hash !== all[i - 1])
  return { hashes: hashes.slice(0, SKETCH), size: hashes.length }
}

/**
 * How much two texts have in common, by their sketches: Jaccard resemblance, and containment of the smaller one.
 * Exact for texts that their sketches hold whole; for longer ones by the smallest hashes of both.
 */
export function resemblance(a: Sketch, b: Sketch): { readonly jaccard: number; readonly containment: number } {
  if (a.size === 0 || b.size === 0) return { jaccard: 0, containment: 0 }
  const whole = isWhole(a) && isWhole(b)
  const { common, union } = meeting(a.hashes, b.hashes, whole ? Number.POSITIVE_INFINITY : SKETCH)
  const jaccard = common / union
  const shared = (jaccard * (a.size + b.size)) / (1 + jaccard)
  return { jaccard, containment: Math.min(1, shared / Math.min(a.size, b.size)) }
}

/**
 * Whether the containment of the smaller text certainly stays below a bound, as seen after few of its hashes: most pairs
 * have hardly any in common. Never true of texts that reach it.
 */
export function isBelow(least: number, a: Sketch, b: Sketch): boolean {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a]
  if (!isWhole(few) || !isWhole(many)) return false
  const mayMiss = Math.floor(few.size * (1 - least)) + 1
  let missed = 0
  let j = 0
  for (let i = 0; i < few.size && missed <= mayMiss; i++) {
    const x = few.hashes[i] as number
    while (j < many.size && (many.hashes[j] as number) < x) j++
    if (many.hashes[j] !== x) missed++
  }
  return missed > mayMiss
}

function isWhole({ hashes, size }: Sketch): boolean {
  return hashes.length === size
}

/** Common hashes of two sorted lists and all that either has, among the smallest `most` of both. */
function meeting(a: Uint32Array, b: Uint32Array, most: number): { readonly common: number; readonly union: number } {
  let common = 0
  let union = 0
  let i = 0
  let j = 0
  while (i < a.length && j < b.length && union < most) {
    const x = a[i] as number
    const y = b[j] as number
    if (x === y) common++
    if (x <= y) i++
    if (y <= x) j++
    union++
  }
  return { common, union: Math.min(most, union + a.length - i + b.length - j) }
}

function hashWord(word: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return mix(hash)
}

/** Murmur3's finalizer: every bit of the input reaches every bit of the hash. */
export function mix(hash: number): number {
  let h = hash ^ (hash >>> 16)
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
