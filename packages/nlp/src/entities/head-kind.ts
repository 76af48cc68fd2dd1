import type { EntityType } from '@counterclaim/model'
import { countryOf, findByName } from './knowledge-base.ts'
import {
  eventHeads,
  lawHeads,
  ofHeads,
  orgHeads,
  orgLeads,
  orgSuffixes,
  placeHeads,
  placeLeads,
  productHeads,
} from './name-words.ts'
import { isGivenName } from './person-names.ts'

/** What a name names, by which rule. */
export interface NameKind {
  readonly type: EntityType
  readonly by: string
}

/** Rules that guess for want of anything better; the others say what they saw. */
export const WEAK_RULES: ReadonlySet<string> = new Set([
  'unknown-word',
  'several-words',
  'two-unknown-words',
  'inner-capital',
  'surname-ending',
  'place-ending',
  'place-cue',
  'city',
  'person-pronoun',
  'list',
  'lone-name',
  'capitals',
  'compromise',
])

/** Kinds of places that have sports teams of their own name. */
const TEAMED = new Set(['city', 'state', 'province'])
const YEAR = /^(?:1[89]|20)\d\d$/
const MARK = /^[,()]$/
const LINK = /^(?:of|for|on|against|to)$/

/** The words up to the first "of", "for", "on" …: where a name has its head. */
function headOf(words: readonly string[]): readonly string[] {
  const cut = words.findIndex((word, i) => i > 0 && LINK.test(word))
  return cut < 0 ? words : words.slice(0, cut)
}

/** Two words of which the first is a given name: "Chan Park" is a person before it is a park. */
function isGivenPair(words: readonly string[]): boolean {
  const [first = ''] = words
  return words.length === 2 && isGivenName(first.toLowerCase()) && countryOf(first) === undefined
}

/** "Fort Sumter", "South Jutland", "San Vito": a word that begins places, and one or two words that are no head. */
function isLedPlace(words: readonly string[]): boolean {
  const [first = '', second = ''] = words
  return (
    words.length <= 3 && placeLeads.has(first) && /^\p{Lu}\p{Ll}/u.test(second) && !isGivenName(second.toLowerCase())
  )
}

/** "Montreal Victorias", "Toronto Blue Jays": a city or state and a plural name of one or two words a sports team. */
function isTeam(words: readonly string[]): boolean {
  const last = words.at(-1) ?? ''
  if (words.length < 2 || words.length > 4 || !/^\p{Lu}\p{Ll}+s$/u.test(last) || last.endsWith('ss')) return false
  for (const cut of [words.length - 1, words.length - 2]) {
    const place = cut < 1 ? undefined : findByName(words.slice(0, cut).join(' '))[0]
    if (place?.type === 'location' && TEAMED.has(place.description)) return true
  }
  return false
}

/** The kind that the head word of a name gives ("… Authority", "… Act", "Lake …"), null when it has none. */
export function byHead(words: readonly string[]): NameKind | null {
  const bare = words.filter((word) => !YEAR.test(word) && !MARK.test(word))
  if (bare.length < 2) return null
  const [first = ''] = bare
  const last = bare.at(-1) ?? ''
  const head = headOf(bare)
  const headLast = head.at(-1) ?? ''
  const isLinked = head.length < bare.length
  if (orgLeads.has(first) && bare.length <= 4) return { type: 'organization', by: 'org-head' }
  if (lawHeads.has(last) || lawHeads.has(headLast)) return { type: 'law', by: 'law-head' }
  if (orgSuffixes.has(last)) return { type: 'organization', by: 'org-suffix' }
  if (isLinked && eventHeads.has(headLast)) return { type: 'event', by: 'event-head' }
  if (isLinked && (ofHeads.has(first) || ofHeads.has(headLast) || orgHeads.has(headLast)))
    return { type: 'organization', by: 'org-head' }
  if (isGivenPair(bare)) return null
  if (eventHeads.has(last)) return { type: 'event', by: 'event-head' }
  if (placeHeads.has(last)) return { type: 'location', by: 'place-head' }
  if (orgHeads.has(last) || orgHeads.has(headLast)) return { type: 'organization', by: 'org-head' }
  if (isTeam(bare)) return { type: 'organization', by: 'team' }
  if (productHeads.has(last)) return { type: 'product', by: 'product-head' }
  if (isLinked ? placeHeads.has(headLast) : isLedPlace(bare)) return { type: 'location', by: 'place-head' }
  return null
}
