import type { EntityType } from '@counterclaim/model'
import { isCommonWord } from './common-words.ts'
import { countryOf } from './knowledge-base.ts'
import {
  eventHeads,
  honorifics,
  lawHeads,
  ofHeads,
  orgHeads,
  orgSuffixes,
  placeHeads,
  productHeads,
} from './name-words.ts'
import { guessName, isGivenName, isParticle, isSurname } from './person-names.ts'

/** What a name names, by which rule. */
export interface NameKind {
  readonly type: EntityType
  readonly by: string
}

/** What stands around a name, as far as it tells what the name names. */
export interface NameContext {
  /** A title or job right before it: "spokesman", "Minister", "Dr.". */
  readonly titled: boolean
  /** An age or "who" right after it, as after a person. */
  readonly personal: boolean
  /** The preposition right before it, empty when there is none. */
  readonly preposition: string
}

const PLACE_PREPOSITIONS = new Set(['in', 'near', 'across', 'outside', 'around', 'throughout', 'at'])
const YEAR = /^(?:1[89]|20)\d\d$/
const MAX_PERSON_WORDS = 5

/** The words up to the first "of", "for", "on" …: where a name has its head. */
function headOf(words: readonly string[]): readonly string[] {
  const cut = words.findIndex((word, i) => i > 0 && /^(?:of|for|on|against|to)$/.test(word))
  return cut < 0 ? words : words.slice(0, cut)
}

/** The kind that the head word of a name gives, null when it has none. */
export function byHead(words: readonly string[]): NameKind | null {
  const bare = words.filter((word) => !YEAR.test(word) && word !== ',' && word !== '(' && word !== ')')
  const last = bare.at(-1) ?? ''
  const head = headOf(bare)
  const headLast = head.at(-1) ?? ''
  const first = bare[0] ?? ''
  const several = bare.length > 1
  if (several && (lawHeads.has(last) || lawHeads.has(headLast))) return { type: 'law', by: 'law-head' }
  if (several && orgSuffixes.has(last)) return { type: 'organization', by: 'org-suffix' }
  if (head.length < bare.length && (ofHeads.has(first) || ofHeads.has(headLast) || orgHeads.has(headLast)))
    return { type: 'organization', by: 'org-head' }
  if (several && eventHeads.has(last)) return { type: 'event', by: 'event-head' }
  if (several && !isGivenPair(bare) && placeHeads.has(last)) return { type: 'location', by: 'place-head' }
  if (several && (orgHeads.has(last) || orgHeads.has(headLast))) return { type: 'organization', by: 'org-head' }
  if (several && productHeads.has(last) && !isGivenPair(bare)) return { type: 'product', by: 'product-head' }
  if (head.length < bare.length && placeHeads.has(headLast)) return { type: 'location', by: 'place-head' }
  return null
}

/** Two words of which the first is a given name: "Chan Park" is a person before it is a park. */
function isGivenPair(words: readonly string[]): boolean {
  const [first = '', second = ''] = words
  return words.length === 2 && isGivenName(first.toLowerCase()) && countryOf(first) === undefined && second !== ''
}

function isPersonShape(words: readonly string[]): boolean {
  if (words.length < 2 || words.length > MAX_PERSON_WORDS) return false
  return words.every((word) => /^\p{Lu}[\p{L}.'’-]*$/u.test(word) || isParticle(word.toLowerCase()) || word === '-')
}

function ofPerson(words: readonly string[], context: NameContext): NameKind | null {
  if (!isPersonShape(words)) return null
  const first = (words[0] ?? '').toLowerCase()
  const last = (words.at(-1) ?? '').toLowerCase()
  if (context.titled) return { type: 'person', by: 'person-title' }
  if (isGivenName(first) && countryOf(first) === undefined) return { type: 'person', by: 'given-name' }
  if (context.personal) return { type: 'person', by: 'person-cue' }
  const known = words.filter((word) => isCommonWord(word.toLowerCase())).length
  if (known > 0 && !isSurname(last)) return null
  const guess = guessName(words.join(' '))
  if (guess === 'person') return { type: 'person', by: 'compromise' }
  if (guess !== null) return { type: guess, by: 'compromise' }
  if (known > 0 || words.some((word) => /\p{Lu}\p{Lu}/u.test(word))) return null
  if (PLACE_PREPOSITIONS.has(context.preposition)) return { type: 'location', by: 'place-cue' }
  return { type: 'person', by: 'two-unknown-words' }
}

function single(word: string, context: NameContext): NameKind {
  if (context.titled || context.personal) return { type: 'person', by: 'person-title' }
  if (PLACE_PREPOSITIONS.has(context.preposition) && !/^\p{Lu}+$/u.test(word))
    return { type: 'location', by: 'place-cue' }
  if (/^\p{Lu}[\p{Lu}\d&-]+$/u.test(word)) return { type: 'organization', by: 'capitals' }
  if (isGivenName(word.toLowerCase()) || isSurname(word.toLowerCase())) return { type: 'person', by: 'lone-name' }
  const guess = guessName(word)
  return guess === null ? { type: 'organization', by: 'unknown-word' } : { type: guess, by: 'compromise' }
}

/** What a name found in the text names: by its head ("… Authority", "… Act"), by title, given name, cue, or default. */
export function nameKind(words: readonly string[], context: NameContext): NameKind {
  const bare = honorifics.has(words[0] ?? '') && words.length > 1 ? words.slice(1) : words
  const [only = ''] = bare
  if (bare.length === 1) return single(only, context)
  const headed = byHead(bare)
  if (headed !== null && !(context.titled && bare.length <= 3 && isGivenName(only.toLowerCase()))) return headed
  const person = ofPerson(bare, context)
  if (person !== null) return person
  if (PLACE_PREPOSITIONS.has(context.preposition) && context.preposition !== 'at')
    return { type: 'location', by: 'place-cue' }
  return { type: 'organization', by: 'several-words' }
}
