import type { Word } from '../syntax/words.ts'
import type { NameKind } from './head-kind.ts'
import type { NameSpan } from './name-spans.ts'
import { isRole } from './name-words.ts'

/** A name that ends in small letters, or has none but small ones. */
export interface LowerName extends NameSpan {
  readonly kind: NameKind
}

const PROTESTS = new Set([
  'protest',
  'protests',
  'strike',
  'strikes',
  'march',
  'uprising',
  'revolt',
  'agitation',
  'sit-in',
  'walkout',
  'blockade',
])
const OFFICES = new Set(['office', 'department', 'secretariat'])
const OFFICE_ENDS = new Set([
  'general',
  'attorney',
  'prosecutor',
  'sheriff',
  'governor',
  'mayor',
  'president',
  'minister',
  'commissioner',
  'ombudsman',
  'auditor',
  'coroner',
  'comptroller',
  'premier',
  'chancellor',
])
const POSSESSIVE = /^['’]s?$/
const MAX_TITLE = 3

/** "farmers' protests", "teachers’ strike": whose protest it is makes it an event with a name. */
function protestAt(words: readonly Word[], at: number): LowerName | null {
  const [whose, mark, what] = [words[at], words[at + 1], words[at + 2]]
  if (whose === undefined || mark === undefined || !PROTESTS.has(what?.lower ?? '')) return null
  const isPlural = /^\p{Ll}{3,}s$/u.test(whose.lower) && POSSESSIVE.test(mark.text) && mark.text.length === 1
  const isSingular = isRole(whose.lower) && POSSESSIVE.test(mark.text)
  return isPlural || isSingular ? { from: at, to: at + 3, kind: { type: 'event', by: 'whose-protest' } } : null
}

/** "Ohio attorney general's office", "Kenya's auditor general's office": a place, an office in small letters, "office". */
function officeAfter(words: readonly Word[], place: NameSpan): LowerName | null {
  let at = POSSESSIVE.test(words[place.to]?.text ?? '') ? place.to + 1 : place.to
  const first = at
  while (at < first + MAX_TITLE && /^\p{L}+$/u.test(words[at]?.text ?? '')) at++
  if (at === first || !OFFICE_ENDS.has(words[at - 1]?.lower ?? '')) return null
  if (!POSSESSIVE.test(words[at]?.text ?? '') || !OFFICES.has(words[at + 1]?.lower ?? '')) return null
  return { from: place.from, to: at + 2, kind: { type: 'organization', by: 'office-of' } }
}

/** Names with words in small letters: protests of somebody, and offices of a place among those given. */
export function findLowerNames(words: readonly Word[], places: readonly NameSpan[]): LowerName[] {
  const found: LowerName[] = []
  for (let at = 0; at + 2 < words.length; at++) {
    const protest = protestAt(words, at)
    if (protest !== null) found.push(protest)
  }
  for (const place of places) {
    const office = officeAfter(words, place)
    if (office !== null) found.push(office)
  }
  return found
}
