import data from '../data/measures.json' with { type: 'json' }
import { lowerWords, singular } from '../words.ts'

const neutral = new Set(data.neutral.words.split(' '))
const canonical = new Map(
  data.synonyms.groups.flatMap((line) => {
    const [first = '', ...others] = line.split(' ')
    return [first, ...others].map((word) => [word, first] as const)
  }),
)

interface ScopeLine {
  readonly name: string
  readonly narrows: boolean
  /** Word → which member of the line it is. */
  readonly members: ReadonlyMap<string, string>
}

const lines: readonly ScopeLine[] = data.scopes.groups.map(({ kind, name, words }) => ({
  name,
  narrows: kind === 'narrows',
  members: new Map(
    words.flatMap((member) => member.split('|').map((word) => [word, member.split('|')[0] ?? word] as const)),
  ),
}))

/** Word → the scope lines it is a member of, each by its place among them. */
const memberships = new Map<string, (readonly [line: number, member: string])[]>()
for (const [line, { members }] of lines.entries()) {
  for (const [word, member] of members) memberships.set(word, [...(memberships.get(word) ?? []), [line, member]])
}

/** Words that qualify what is counted ("monthly", "domestic"); they are compared as scopes. */
const qualifiers = new Set(
  data.scopes.groups
    .filter((line) => 'qualifies' in line && line.qualifies)
    .flatMap(({ words }) => words.flatMap((member) => member.split('|'))),
)

/** What a figure counts: its telling words, synonyms as one, and the words that limit it. */
export interface Measure {
  readonly words: ReadonlySet<string>
  /** The same with those that only qualify, in the order of the text, as an acronym is made of them. */
  readonly named: ReadonlySet<string>
  /** Of a share: what it is a share of ("accounts" of "share of bots among accounts"). Empty when it does not say. */
  readonly base: ReadonlySet<string>
  /** Every word of the measure, singular. */
  readonly all: ReadonlySet<string>
  /** Name of the scope line → the member that the words name. */
  readonly scopes: ReadonlyMap<string, string>
}

const HALF = /\b(first|second|third|fourth|last) (half|quarter)\b/g
const SHARE = /^(?:share|percentage|proportion|part) of /
/** Shortest acronym that may stand for the words of a measure: two letters stand for too much. */
const LEAST_ACRONYM = 3

/** Reads what is counted out of a measure and the words around it. */
export function readMeasure(measure: string, around: string): Measure {
  const [what = '', base = ''] = SHARE.test(measure) ? measure.split(/ (?:among|of all|out of) /) : [measure]
  const near = `${measure} ${around}`.toLowerCase()
  const all = [...plainWords(near), ...[...near.matchAll(HALF)].map((match) => `${match[1]}-${match[2]}`)]
  const named = telling(what)
  const counted = [...named].filter((word) => !qualifiers.has(word))
  const words = counted.length > 0 ? new Set(counted) : named
  return { words, named, base: telling(base), all: new Set(plainWords(measure)), scopes: scopesOf(all) }
}

/** The member of each scope line that comes first among words; the lines in their order. A word's own lines go before its synonym's. */
function scopesOf(words: readonly string[]): Map<string, string> {
  const found: (string | undefined)[] = []
  for (const word of words) {
    for (const [line, member] of memberships.get(word) ?? []) found[line] ??= member
    for (const [line, member] of memberships.get(canonical.get(word) ?? '') ?? []) found[line] ??= member
  }
  const scopes = new Map<string, string>()
  for (const [line, { name }] of lines.entries()) {
    const member = found[line]
    if (member !== undefined) scopes.set(name, member)
  }
  return scopes
}

function telling(text: string): Set<string> {
  const words = plainWords(text).filter((word) => !neutral.has(word) && !/^\d/.test(word))
  return new Set(words.map((word) => canonical.get(word) ?? word))
}

function plainWords(text: string): string[] {
  return lowerWords(text.replaceAll('-', ' ')).map(singular)
}

/** Why two measures have different scopes, in words; null when they have the same. */
export function scopeDifference(a: Measure, b: Measure): string | null {
  const short = standsFor(a.base, b.base) || standsFor(b.base, a.base)
  if (a.base.size > 0 && b.base.size > 0 && !short && likeness(a.base, b.base) === 0) {
    return `different wholes: ${[[...a.base].join(' '), [...b.base].join(' ')].sort().join(' and ')}`
  }
  for (const { name, narrows } of lines) {
    const [x, y] = [a.scopes.get(name), b.scopes.get(name)]
    if (x !== undefined && y !== undefined && x !== y) return `different scope: ${[x, y].sort().join(' and ')}`
    if (narrows && !short && (x === undefined) !== (y === undefined))
      return `different scope: only one counts ${x ?? y}`
  }
  return null
}

/** Whether the one word of `a` is made of the first letters of the words of `b`: "gdp" of "gross domestic product". */
function standsFor(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size !== 1 || b.size < LEAST_ACRONYM) return false
  const [acronym = ''] = a
  return acronym === [...b].map((word) => word[0]).join('')
}

/** Whether all that one measure says, one word or more, the other says too, and what that says besides is among some words. */
export function withinBut(a: Measure, b: Measure, known: (word: string) => boolean): boolean {
  const [less, more] = a.words.size <= b.words.size ? [a.words, b.words] : [b.words, a.words]
  if (less.size === 0 || ![...less].every((word) => more.has(word))) return false
  return [...more].every((word) => less.has(word) || known(word))
}

/** Share of telling words that two measures have in common (of the one with fewer), 0 to 1. */
export function measureLikeness(a: Measure, b: Measure): number {
  return standsFor(a.named, b.named) || standsFor(b.named, a.named) ? 1 : likeness(a.words, b.words)
}

/** … of all that either has. */
export function measureResemblance(a: Measure, b: Measure): number {
  const like = measureLikeness(a, b)
  const common = like * Math.min(a.words.size, b.words.size)
  return like === 1 && a.words.size === b.words.size ? 1 : common / Math.max(1, a.words.size + b.words.size - common)
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const least = Math.min(a.size, b.size)
  if (least === 0) return 0
  let common = 0
  for (const word of a) if (b.has(word)) common++
  return common / least
}
