import type { Atom } from './atoms.ts'
import { DENOMINATORS, MAGNITUDES, PLURALS, SMALL, TENS } from './lexicon.ts'
import type { NumberRead } from './number-read.ts'

const ORDINALS = /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)$/
/** After a fraction, what makes it a share of something and not a part of the year or of a match. */
const SHARE_BEFORE =
  /^(?:about|almost|nearly|around|roughly|over|than|least|most|by|only|just|under|approximately|some|to)$/
const PART_BEFORE =
  /^(?:first|second|third|fourth|latter|last|past|next|previous|final|other|this|each|per|every|better|fiscal)$/
/** "hundred thousand million" is the longest that anybody says. */
export const MAX_MAGNITUDES = 3
const VAGUE_BEFORE = /^(?:few|several|couple)$/

/** Reads a number in words at an atom: "forty-two", "two and a half million", "a quarter of", "tens of thousands". */
export function readWords(atoms: readonly Atom[], at: number): NumberRead | null {
  const word = atoms[at]?.lower ?? ''
  if (PLURALS.has(word) || word === 'tens') return plurals(atoms, at)
  if (word === 'half') return half(atoms, at)
  if (word === 'a' || word === 'an' || VAGUE_BEFORE.test(word)) return afterArticle(atoms, at)
  if (!SMALL.has(word) && !TENS.has(word) && word !== 'hundred' && word !== 'dozen') return null
  return fractionOf(atoms, at) ?? cardinal(atoms, at)
}

/** Skips a hyphen that is written onto both neighbours. */
function joint(atoms: readonly Atom[], at: number): number {
  return atoms[at]?.text === '-' && atoms[at]?.glued && atoms[at + 1]?.glued ? at + 1 : at
}

/** "a million", "a dozen", "a third of", "a few hundred"; a bare article is no number. */
function afterArticle(atoms: readonly Atom[], at: number): NumberRead | null {
  const next = joint(atoms, at + 1)
  const word = atoms[next]?.lower ?? ''
  const article = atoms[at]?.lower === 'a' || atoms[at]?.lower === 'an'
  if (!article) return vague(atoms, at, next)
  if (VAGUE_BEFORE.test(word)) return vague(atoms, next, word === 'couple' ? next + 2 : next + 1, word === 'couple')
  if (word === 'hundred') return cardinal(atoms, next)
  if (MAGNITUDES.has(word)) return withRest(atoms, magnitudes(atoms, next, 1))
  if (word === 'half') return half(atoms, next)
  return DENOMINATORS.has(word) ? fractionOf(atoms, at) : null
}

/** "several hundred" has no upper bound: at least two of them; "a couple of" is about two. */
function vague(atoms: readonly Atom[], at: number, next: number, couple = false): NumberRead | null {
  if (couple && atoms[next - 1]?.lower === 'of' && !MAGNITUDES.has(atoms[next]?.lower ?? '')) {
    return atoms[next]?.kind === 'word' ? { mantissa: 2, scale: 1, to: next, rule: 'vague' } : null
  }
  if (atoms[at] === undefined || !MAGNITUDES.has(atoms[next]?.lower ?? '')) return null
  const read = magnitudes(atoms, next, 2)
  return { ...read, rule: 'vague' }
}

/** "dozens", "hundreds of thousands": read as at least two of the smallest product that the words allow. */
function plurals(atoms: readonly Atom[], at: number): NumberRead | null {
  let scale = atoms[at]?.lower === 'tens' ? 10 : (PLURALS.get(atoms[at]?.lower ?? '') ?? 1)
  let to = at + 1
  for (let chained = 1; chained < MAX_MAGNITUDES; chained++) {
    const further = PLURALS.get(atoms[to + 1]?.lower ?? '')
    if (atoms[to]?.lower !== 'of' || further === undefined) break
    scale *= further
    to += 2
  }
  const lone = to === at + 1
  if (lone && atoms[at]?.lower === 'tens') return null
  if (lone && atoms[at]?.lower === 'scores' && atoms[to]?.lower !== 'of') return null
  return { mantissa: 2, scale, to, rule: 'vague' }
}

/** "half a million", "half of", "half the": a number where a magnitude or unit follows, else a share. */
function half(atoms: readonly Atom[], at: number): NumberRead | null {
  const next = joint(atoms, at + 1)
  const article = atoms[next]?.lower === 'a' || atoms[next]?.lower === 'an' ? joint(atoms, next + 1) : next
  const word = atoms[article]?.lower ?? ''
  if (MAGNITUDES.has(word)) return magnitudes(atoms, article, 0.5)
  const hyphen = next > at + 1
  if (article > next || (hyphen && /^(?:hour|day|mile|century|decade|percent|percentage)$/.test(word))) {
    return /^(?:hour|day|mile|century|decade|year|percent|percentage|per|degree|pound|tonne|ton|litre|acre)$/.test(word)
      ? { mantissa: 0.5, scale: 1, to: article, rule: 'number-words' }
      : null
  }
  if (hyphen || PART_BEFORE.test(atoms[at - 1]?.lower ?? '') || atoms[at - 1]?.text === '-') return null
  if (/^(?:of|the|its|their|his|her|our|all|as)$/.test(word)) return share(0.5, at + 1)
  const before = atoms[at - 1]?.lower === 'a' ? atoms[at - 2] : atoms[at - 1]
  return SHARE_BEFORE.test(before?.lower ?? '') ? share(0.5, at + 1) : null
}

/** "a quarter of a million", "three quarters billion": a fraction of a magnitude is a number. */
function ofMagnitude(atoms: readonly Atom[], read: NumberRead | null): NumberRead | null {
  if (read === null) return null
  const of = atoms[read.to]?.lower === 'of' ? read.to + 1 : joint(atoms, read.to)
  const article = atoms[of]?.lower === 'a' ? of + 1 : of
  return MAGNITUDES.has(atoms[article]?.lower ?? '') ? magnitudes(atoms, article, read.mantissa) : null
}

function share(mantissa: number, to: number): NumberRead {
  return { mantissa, scale: 1, to, rule: 'share' }
}

/** "two-thirds", "three quarters of", "a third of". Ordinals ("the twenty-third") and parts of a year are refused. */
function fractionOf(atoms: readonly Atom[], at: number): NumberRead | null {
  const word = atoms[at]?.lower ?? ''
  const over = word === 'a' || word === 'an' ? 1 : SMALL.get(word)
  if (over === undefined || over === 0) return null
  const place = joint(atoms, at + 1)
  const name = atoms[place]?.lower ?? ''
  const under = DENOMINATORS.get(name)
  if (under === undefined || over > 1 !== name.endsWith('s') || over >= under) return null
  const large = ofMagnitude(atoms, share(over / under, place + 1))
  if (large !== null) return large
  if (name === 'half' || PART_BEFORE.test(atoms[at - 1]?.lower ?? '') || atoms[at - 1]?.lower === 'the') return null
  if (atoms[place + 1]?.lower === 'of' && /^an?$/.test(atoms[place + 2]?.lower ?? '')) return null
  const bound = atoms[place + 1]?.lower === 'of' || SHARE_BEFORE.test(atoms[at - 1]?.lower ?? '')
  const sure = over > 1 ? under !== 4 || place > at + 1 : place > at + 1 && word !== 'a'
  return bound || sure ? share(over / under, place + 1) : null
}

/** A cardinal in words: each group below a thousand, times the magnitudes after it. */
function cardinal(atoms: readonly Atom[], at: number): NumberRead | null {
  const group = belowThousand(atoms, at)
  if (group === null) return null
  if (isOrdinal(atoms, group.to)) return null
  const head = magnitudes(atoms, group.to, group.value)
  if (head.scale === 1) {
    const lone = group.to === at + 1 && group.value === 1
    return lone ? { ...head, rule: 'lone-one' } : head
  }
  return withRest(atoms, head)
}

function isOrdinal(atoms: readonly Atom[], to: number): boolean {
  const next = joint(atoms, to)
  const word = atoms[next]?.lower ?? ''
  return TENS.has(atoms[to - 1]?.lower ?? '') && ORDINALS.test(word) && (next > to || word !== 'second')
}

/** Adds the groups after a magnitude: "two million three hundred thousand", "a thousand and one". */
function withRest(atoms: readonly Atom[], head: NumberRead): NumberRead {
  const and = atoms[head.to]?.lower === 'and' && head.scale <= 1000 ? 1 : 0
  const group = belowThousand(atoms, head.to + and)
  if (group === null || isOrdinal(atoms, group.to)) return head
  const tail = magnitudes(atoms, group.to, group.value)
  if (tail.scale >= head.scale) return head
  const rest = tail.scale > 1 ? withRest(atoms, tail) : tail
  return { ...rest, mantissa: head.mantissa + (rest.mantissa * rest.scale) / head.scale, scale: head.scale }
}

interface Group {
  readonly value: number
  readonly to: number
}

/** "forty-two", "three hundred and five", "two and a half". */
function belowThousand(atoms: readonly Atom[], at: number): Group | null {
  const head = belowHundred(atoms, at)
  const place = head === null ? at : joint(atoms, head.to)
  if (atoms[place]?.lower !== 'hundred') return head === null ? dozen(atoms, at) : withHalf(atoms, head)
  const value = (head?.value ?? 1) * 100
  const and = atoms[place + 1]?.lower === 'and' ? 1 : 0
  const rest = belowHundred(atoms, joint(atoms, place + 1 + and))
  return rest === null ? withHalf(atoms, { value, to: place + 1 }) : { value: value + rest.value, to: rest.to }
}

function dozen(atoms: readonly Atom[], at: number): Group | null {
  return atoms[at]?.lower === 'dozen' ? { value: 12, to: at + 1 } : null
}

function withHalf(atoms: readonly Atom[], group: Group): Group {
  const words = [joint(atoms, group.to)]
  for (let i = 0; i < 2; i++) words.push(joint(atoms, (words[i] ?? 0) + 1))
  const [and, article, part] = words.map((place) => atoms[place]?.lower)
  if (and !== 'and' || article !== 'a' || (part !== 'half' && part !== 'quarter')) return group
  return { value: group.value + (part === 'half' ? 0.5 : 0.25), to: (words[2] ?? 0) + 1 }
}

function belowHundred(atoms: readonly Atom[], at: number): Group | null {
  const word = atoms[at]?.lower ?? ''
  const small = SMALL.get(word)
  if (small !== undefined) return { value: small, to: at + 1 }
  const tens = TENS.get(word)
  if (tens === undefined) return null
  const next = joint(atoms, at + 1)
  const unit = SMALL.get(atoms[next]?.lower ?? '')
  return unit !== undefined && unit > 0 && unit < 10
    ? { value: tens + unit, to: next + 1 }
    : { value: tens, to: at + 1 }
}

function magnitudes(atoms: readonly Atom[], at: number, mantissa: number): NumberRead {
  let scale = 1
  let to = at
  for (let chained = 0; chained < MAX_MAGNITUDES; chained++) {
    const next = joint(atoms, to)
    const factor = MAGNITUDES.get(atoms[next]?.lower ?? '')
    if (factor === undefined) break
    scale *= factor
    to = next + 1
  }
  return { mantissa, scale, to, rule: 'number-words' }
}
