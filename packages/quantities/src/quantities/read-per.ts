import type { Atom } from './atoms.ts'
import { readWords } from './read-words.ts'

/** What a rate is per, in the singular. `to` is null where counted nouns stand between figure and rate. */
export interface PerRead {
  readonly per: string
  /** Atom after the whole rate. */
  readonly reach: number
  readonly to: number | null
}

const PERIODS = new Set([
  'second',
  'minute',
  'hour',
  'day',
  'night',
  'week',
  'fortnight',
  'month',
  'quarter',
  'year',
  'decade',
])
const THINGS = new Set([
  'share',
  'barrel',
  'head',
  'person',
  'piece',
  'tonne',
  'ton',
  'kilo',
  'kilogram',
  'kg',
  'pound',
  'ounce',
  'litre',
  'liter',
  'gallon',
  'unit',
  'bushel',
  'acre',
  'hectare',
  'pop',
  'ticket',
  'seat',
  'family',
  'household',
  'child',
  'bottle',
  'pack',
])
const ADVERBS = new Map([
  ['hourly', 'hour'],
  ['daily', 'day'],
  ['weekly', 'week'],
  ['monthly', 'month'],
  ['quarterly', 'quarter'],
  ['annually', 'year'],
  ['yearly', 'year'],
  ['apiece', 'piece'],
])
/** "44.2m a year earlier" is a time, not a rate. */
const NOT_RATE = /^(?:earlier|ago|later|before|after|previously|prior|old|on|away|or|from|and)$/

/** Reads "per day", "a month", "/kg", "per capita", "per 100,000 people", "annually" after a figure. */
export function readPer(atoms: readonly Atom[], at: number): PerRead | null {
  const here = perAt(atoms, at, true)
  if (here !== null) return here
  for (let i = at + 1; i <= at + 3; i++) {
    if (atoms[i - 1]?.kind !== 'word' || atoms[i - 1]?.lower === 'of') return null
    const apart = perAt(atoms, i, false)
    if (apart !== null) return { ...apart, to: null }
  }
  return null
}

function perAt(atoms: readonly Atom[], at: number, adjacent: boolean): PerRead | null {
  const joint = adjacent && atoms[at]?.text === '-' ? at + 1 : at
  const word = atoms[joint]?.lower ?? ''
  if (word === 'per') return perNoun(atoms, joint + 1)
  if (adjacent && word === '/') return atoms[joint + 1]?.kind === 'word' ? perNoun(atoms, joint + 1) : null
  if (word === 'bpd') return { per: 'day', to: null, reach: joint + 1 }
  const adverb = ADVERBS.get(word)
  if (adverb !== undefined && adjacent) return ending(adverb, joint + 1)
  if (!/^(?:a|an|each|every)$/.test(word)) return null
  const noun = atoms[joint + 1]?.text === '-' ? joint + 2 : joint + 1
  const name = atoms[noun]?.lower ?? ''
  const known = PERIODS.has(name) || (adjacent && THINGS.has(name))
  if (!known || NOT_RATE.test(atoms[noun + 1]?.lower ?? '')) return null
  return ending(name, noun + 1)
}

function perNoun(atoms: readonly Atom[], at: number): PerRead | null {
  const word = atoms[at]?.lower ?? ''
  if (word === 'capita' || word === 'head') return ending('person', at + 1)
  if (word === 'annum') return ending('year', at + 1)
  if (word === 'cent') return null
  if (atoms[at]?.kind === 'word') {
    const number = readWords(atoms, at)
    if (number === null) {
      const joint = atoms[at + 1]
      const second = joint?.text === '-' && joint.glued && atoms[at + 2]?.glued ? atoms[at + 2] : undefined
      return second?.kind === 'word' ? ending(`${word}-${second.lower}`, at + 3) : ending(singular(word), at + 1)
    }
    return ending(`${number.mantissa * number.scale} ${atoms[number.to]?.lower ?? ''}`.trim(), number.to + 1)
  }
  if (atoms[at]?.kind !== 'number') return null
  const million = atoms[at + 1]?.lower === 'million' ? 1_000_000 : 1
  const noun = million > 1 ? at + 2 : at + 1
  const name = atoms[noun]?.kind === 'word' ? atoms[noun].lower : ''
  return ending(`${(atoms[at]?.value ?? 1) * million} ${name}`.trim(), name === '' ? noun : noun + 1)
}

function ending(per: string, to: number): PerRead {
  return { per, to, reach: to }
}

function singular(word: string): string {
  return PERIODS.has(word.slice(0, -1)) ? word.slice(0, -1) : word
}
