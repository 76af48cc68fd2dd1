import { isCity } from './cities.ts'
import { isCommonWord } from './common-words.ts'
import { byHead, type NameKind } from './head-kind.ts'
import { countryOf } from './knowledge-base.ts'
import { honorifics, placeEndings } from './name-words.ts'
import { endsLikeSurname, guessName, hasPersonalParticle, isGivenName, isParticle, isSurname } from './person-names.ts'

/** What stands around a name, as far as it tells what the name names. */
export interface NameContext {
  /** A title or job right before it: "spokesman", "Minister", "Dr.". */
  readonly titled: boolean
  /** An age or "who" right after it, what only people do or own, as after a person. */
  readonly personal: boolean
  /** "the town of" before it, "a village" or a country behind a comma after it. */
  readonly placed: boolean
  /** ", the state power utility," behind it: what follows calls it a body. */
  readonly embodied: boolean
  /** It begins its sentence, and "he" or "she" comes later in it. */
  readonly referred: boolean
  /** The preposition right before it, empty when there is none. */
  readonly preposition: string
}

const PLACE_PREPOSITIONS = new Set(['in', 'near', 'across', 'outside', 'around', 'throughout', 'at'])
const MAX_PERSON_WORDS = 5
const PERSON_WORD = /^(?:\p{Ll}{1,4}[-'’])?\p{Lu}[\p{L}\p{M}.'’-]*$/u
const CAPITALS = /^\p{Lu}[\p{Lu}\d&-]+$/u
const INNER_CAPITAL = /\p{Ll}\p{Lu}/u

function isPersonShape(words: readonly string[]): boolean {
  if (words.length < 2 || words.length > MAX_PERSON_WORDS) return false
  return words.every((word) => PERSON_WORD.test(word) || isParticle(word.toLowerCase()) || word === '-')
}

/** True when the words begin as a person's name does: with a given name that is no country. */
export function startsLikePerson(words: readonly string[]): boolean {
  const first = (words[0] ?? '').toLowerCase()
  return isPersonShape(words) && isGivenName(first) && countryOf(first) === undefined
}

/** A name of several words without a head: by title, given name, cue, what compromise says; else two unknown words. */
function ofPerson(words: readonly string[], context: NameContext): NameKind | null {
  if (!isPersonShape(words)) return null
  if (context.titled) return { type: 'person', by: 'person-title' }
  if (startsLikePerson(words)) return { type: 'person', by: 'given-name' }
  if (context.personal) return { type: 'person', by: 'person-cue' }
  if (context.placed) return { type: 'location', by: 'place-cue' }
  if (hasPersonalParticle(words)) return { type: 'person', by: 'person-particle' }
  const isKnown = words.map((word) => isCommonWord(word.toLowerCase()))
  const last = words.at(-1) ?? ''
  if (isKnown[0] === true && !isSurname(last.toLowerCase())) return null
  const guess = guessName(words.join(' '))
  if (guess !== null) return { type: guess, by: 'compromise' }
  if (words.some((word) => CAPITALS.test(word))) return null
  if (isCity(words.join(' '))) return { type: 'location', by: 'city' }
  if (PLACE_PREPOSITIONS.has(context.preposition)) return { type: 'location', by: 'place-cue' }
  if (endsLikeSurname(last)) return { type: 'person', by: 'surname-ending' }
  return words.length === 2 || !isKnown.includes(true) ? { type: 'person', by: 'two-unknown-words' } : null
}

function endsLikePlace(lower: string): boolean {
  return placeEndings.some((ending) => lower.length > ending.length + 2 && lower.endsWith(ending))
}

function single(word: string, context: NameContext): NameKind {
  const lower = word.toLowerCase()
  if (context.titled || context.personal) return { type: 'person', by: 'person-title' }
  if (context.embodied) return { type: 'organization', by: 'apposition' }
  if (PLACE_PREPOSITIONS.has(context.preposition) && !CAPITALS.test(word)) return { type: 'location', by: 'place-cue' }
  if (context.placed) return { type: 'location', by: 'place-cue' }
  if (CAPITALS.test(word)) return { type: 'organization', by: 'capitals' }
  if (context.referred && !INNER_CAPITAL.test(word)) return { type: 'person', by: 'person-pronoun' }
  const named = isGivenName(lower) || isSurname(lower)
  if (isCity(word) && (!named || context.preposition === 'to' || context.preposition === 'from'))
    return { type: 'location', by: 'city' }
  if (endsLikeSurname(word)) return { type: 'person', by: 'surname-ending' }
  if (INNER_CAPITAL.test(word)) return { type: 'organization', by: 'inner-capital' }
  if (named) return { type: 'person', by: 'lone-name' }
  if (endsLikePlace(lower)) return { type: 'location', by: 'place-ending' }
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
