import type { Word } from '../syntax/words.ts'
import { isCommonWord } from './common-words.ts'
import { byHead, type NameKind } from './head-kind.ts'
import { countryOf } from './knowledge-base.ts'
import type { KnownName } from './known-names.ts'
import type { NameSpan } from './name-spans.ts'
import { documentHeads, orgSuffixes, placeLeads } from './name-words.ts'
import { guessName, isGivenName } from './person-names.ts'
import { isDemonym, textsOf } from './span-trim.ts'

const GENERAL = new Set(['News', 'Agency', 'Group', 'Party'])
const NOBLE = new Set([
  'Duke',
  'Duchess',
  'Earl',
  'Count',
  'Countess',
  'Prince',
  'Princess',
  'Archbishop',
  'Bishop',
  'Baron',
  'Baroness',
])

/** A person whose given name or surname is also a place: "Jordan P", "Jack London", "Chad Edward G". */
function isPersonWithPlace(texts: readonly string[], isFirst: boolean): boolean {
  const [first = '', second = ''] = texts.map((text) => text.toLowerCase())
  if (!isFirst) return isGivenName(first) && countryOf(first) === undefined && texts.length <= 3
  if (texts.length === 3) return isGivenName(first) && isGivenName(second)
  if (texts.length !== 2 || isCommonWord(second)) return false
  return isGivenName(first) ? second.length > 2 : guessName(texts.join(' ')) === 'person'
}

/** Words of a person's name at most, given names and surnames. */
const MOST_NAMES = 3

/** A person whose surname is also a company's name of one word: "Doug Ford", "Kelly Bayer R". "Will Ford cut jobs" asks about the company. */
function isPersonWithBrand(texts: readonly string[], lead: KnownName): boolean {
  const [first = ''] = texts
  if (lead.to - lead.from > 1 || texts.length > MOST_NAMES || isCommonWord(first.toLowerCase())) return false
  return isGivenName(first.toLowerCase()) || guessName(texts.join(' ')) === 'person'
}

/** "Google Career Certificates": a brand, then dictionary words or a number. */
function isProduct(rest: readonly string[]): boolean {
  const [next = ''] = rest
  if (documentHeads.has(rest.at(-1) ?? '')) return false
  if (next === '' || isGivenName(next.toLowerCase()) || isDemonym(next)) return false
  return rest.every((text) => isCommonWord(text.toLowerCase()) || /\d/.test(text))
}

/** "Lantern Pakistan": a word of its own and a country name a body's branch there. */
function isBranch(texts: readonly string[], isFirst: boolean): boolean {
  const [first = '', second = ''] = texts
  if (isFirst || texts.length !== 2 || countryOf(second) === undefined) return false
  return !isCommonWord(first.toLowerCase()) && !isDemonym(first) && !isGivenName(first.toLowerCase())
}

/** What a run with known names inside names as a whole, when it is something else than they: "Sindh High Court". */
export function coverKind(words: readonly Word[], span: NameSpan, inner: readonly KnownName[]): NameKind | null {
  const texts = textsOf(words, span)
  if (NOBLE.has(texts[0] ?? '') && texts[1] === 'of') return { type: 'person', by: 'noble-title' }
  const head = byHead(texts)
  if (head !== null) return head
  const [lead] = inner
  const entity = lead?.entities[0]
  if (lead === undefined || entity === undefined || inner.length > 1) return null
  const isFirst = lead.from === span.from
  if (
    entity.type === 'location' &&
    !isFirst &&
    lead.to === span.to &&
    placeLeads.has(texts[0] ?? '') &&
    texts.length === 2
  )
    return { type: 'location', by: 'place-head' }
  if (entity.description === 'country' && isBranch(texts, isFirst)) return { type: 'organization', by: 'branch' }
  if (entity.type === 'person' || entity.type === 'location')
    return isPersonWithPlace(texts, isFirst) ? { type: 'person', by: 'given-name' } : null
  if (!isFirst && isPersonWithBrand(texts, lead)) return { type: 'person', by: 'given-name' }
  return isFirst && isProduct(texts.slice(lead.to - span.from)) ? { type: 'product', by: 'brand-product' } : null
}

/** True when the run is a known body with a general word after it, and still that body: "Kyodo News Agency". */
export function isExtended(words: readonly Word[], span: NameSpan, inner: readonly KnownName[]): boolean {
  const [lead] = inner
  if (lead === undefined || inner.length > 1 || lead.from !== span.from) return false
  if (lead.entities[0]?.type === 'location') return false
  return textsOf(words, { from: lead.to, to: span.to }).every((text) => orgSuffixes.has(text) || GENERAL.has(text))
}
