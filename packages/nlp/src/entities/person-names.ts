import nlp from 'compromise'
import givenNames from '../data/given-names.json' with { type: 'json' }
import names from '../data/person-names.json' with { type: 'json' }
import surnames from '../data/surnames.json' with { type: 'json' }
import { isDictionaryWord } from './common-words.ts'

/** The part of compromise's model that we read: what its word list says of a word in lower case. */
interface CompromiseModel {
  readonly one: { readonly lexicon: Readonly<Record<string, string | readonly string[]>> }
}

/** What compromise makes of a whole name. */
export type NameGuess = 'person' | 'organization' | 'location' | null

const lexicon = (nlp.model() as CompromiseModel).one.lexicon
/** Names of a public list in lower case; those that are dictionary words too ("Faith", "Baker") are left out. */
function uncommon(list: string): ReadonlySet<string> {
  const lower = list.split(' ').map((name) => name.toLowerCase())
  return new Set(lower.filter((name) => !isDictionaryWord(name)))
}

const given: ReadonlySet<string> = new Set([
  ...uncommon(givenNames.names),
  ...names.given.map((name) => name.toLowerCase()),
])
const family = uncommon(surnames.names)
const everyFamily = new Set(surnames.names.toLowerCase().split(' '))
const GIVEN_TAGS = new Set(['MaleName', 'FemaleName', 'FirstName', 'Person'])
const SURNAME_TAGS = new Set(['LastName', 'Person'])

function hasTag(lower: string, tags: ReadonlySet<string>): boolean {
  if (!Object.hasOwn(lexicon, lower)) return false
  const found = lexicon[lower]
  return typeof found === 'string' ? tags.has(found) : (found?.some((tag) => tags.has(tag)) ?? false)
}

/** True for a given name that our list or compromise's knows; lower case. */
export function isGivenName(lower: string): boolean {
  return given.has(lower) || hasTag(lower, GIVEN_TAGS)
}

/** True for a surname that our list or compromise's knows; lower case. */
export function isSurname(lower: string): boolean {
  return family.has(lower) || hasTag(lower, SURNAME_TAGS)
}

/** True for a word that can be a surname, dictionary word or not ("hill", "baker"); to be asked only behind a given name. */
export function mayBeSurname(lower: string): boolean {
  return everyFamily.has(lower) || hasTag(lower, SURNAME_TAGS)
}

/** Particles that stand in names of people far more often than in any other. */
const PERSONAL_PARTICLES = new Set(['al', 'bin', 'binti', 'ibn', 'ter', 'van', 'von', 'zu'])

/** True for a name with a particle of people's names inside: "Bashar al-Rawi", "Ursula von Kessel". */
export function hasPersonalParticle(words: readonly string[]): boolean {
  return words.some((word, i) => i > 0 && i < words.length - 1 && PERSONAL_PARTICLES.has(word))
}

/** Compromise reads 80–160 thousand characters a second, so each name is put to it once and alone. */
const guesses = new Map<string, NameGuess>()
const MAX_GUESSES = 50_000

/** What compromise takes a name for. Remembered; the memory is bounded. */
export function guessName(name: string): NameGuess {
  const known = guesses.get(name)
  if (known !== undefined) return known
  const doc = nlp(name)
  const guess: NameGuess = doc.has('^#Person+$')
    ? 'person'
    : doc.has('#Organization')
      ? 'organization'
      : doc.has('^#Place+$')
        ? 'location'
        : null
  if (guesses.size >= MAX_GUESSES) guesses.clear()
  guesses.set(name, guess)
  return guess
}

const ENDINGS = names.surnameEndings
const SHORTEST_STEM = 3

/** True for a word that ends as surnames do: "-ovsky", "-enko", "-mann", or begins with "Mc" or "O'". */
export function endsLikeSurname(word: string): boolean {
  if (/^(?:Mc|O['’])\p{Lu}/u.test(word)) return true
  const lower = word.toLowerCase()
  return ENDINGS.some((ending) => lower.length >= ending.length + SHORTEST_STEM && lower.endsWith(ending))
}

const particles = new Set(names.particles)

/** True for a word that joins the parts of a person's name in lower case: "von der", "bin", "al". */
export function isParticle(lower: string): boolean {
  return particles.has(lower)
}
