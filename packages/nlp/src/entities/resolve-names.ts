import type { Entity, EntityType } from '@counterclaim/model'
import { isCommonWord } from './common-words.ts'
import type { Binding, FoundName } from './found-names.ts'
import { WEAK_RULES } from './head-kind.ts'
import { countryOf, findByName, type KnownEntity, nameKey } from './knowledge-base.ts'
import { honorifics, orgSuffixes } from './name-words.ts'
import { isNearName } from './near-name.ts'
import { slug } from './slug.ts'

/** An entity while its names are still being gathered. */
interface Draft {
  readonly known: KnownEntity | null
  /** Words of the fullest name, in lower case, without titles and legal forms. */
  readonly words: readonly string[]
  readonly names: string[]
  readonly votes: Map<EntityType, number>
}

/** Entities gathered so far, and the ways to find one again. */
interface Gathered {
  readonly drafts: Draft[]
  readonly byId: Map<string, Draft>
  readonly byKey: Map<string, Draft>
  readonly byAcronym: Map<string, Draft>
  /** Countries that the document names: they tell two bodies with the same acronym apart. */
  readonly countries: ReadonlyMap<string, number>
}

const MIDDLE_INITIAL = /^\p{Lu}\.?$/u
const YEAR = /^(?:1[89]|20)\d\d$/
const STRONG_VOTE = 3
const MAX_INITIALS = 8
const SMALL_WORD = /^(?:of|for|and|the|on|in|to|&)$/

/** The words of a name that tell it apart: no title, legal form, middle initial or year. */
function tellingWords(name: FoundName): string[] {
  const words = name.words.filter((word, i) => {
    const isInner = i > 0 && i < name.words.length - 1
    return (
      word !== ',' && !(i > 0 && (orgSuffixes.has(word) || YEAR.test(word))) && !(isInner && MIDDLE_INITIAL.test(word))
    )
  })
  while (words.length > 1 && honorifics.has(words[0] ?? '')) words.shift()
  return words.map((word) => word.toLowerCase())
}

function keyOf(words: readonly string[]): string {
  const key = nameKey(words.join(' '))
  return words.length > 1 ? key.replace(/s$/, '') : key
}

function typeOf(draft: Draft): EntityType {
  if (draft.known !== null) return draft.known.type
  let best: EntityType = 'organization'
  let most = 0
  for (const [type, votes] of draft.votes) {
    if (votes > most) [best, most] = [type, votes]
  }
  return best
}

function newDraft(all: Gathered, known: KnownEntity | null, words: readonly string[]): Draft {
  const draft: Draft = { known, words, names: [], votes: new Map() }
  all.drafts.push(draft)
  if (known !== null) all.byId.set(known.id, draft)
  return draft
}

/** Of the known entities that bear the name, the one already met, else the one whose country is named most, else the likeliest. */
function chooseKnown(all: Gathered, name: FoundName): KnownEntity | undefined {
  const { known } = name
  if (known.length < 2) return known[0]
  const times = (entity: KnownEntity): number => all.countries.get(entity.relations.country ?? '') ?? 0
  const byCountry = [...known].sort((a, b) => times(b) - times(a))
  return known.find((entity) => all.byId.has(entity.id)) ?? byCountry[0]
}

/** A person already met whose surname (or, for a rare one, given name) this is. */
function personByPart(all: Gathered, word: string): Draft | undefined {
  const people = all.drafts.filter((draft) => draft.words.length > 1 && typeOf(draft) === 'person')
  const bySurname = people.filter((draft) => draft.words.at(-1) === word)
  if (bySurname.length > 0) return bySurname[0]
  const similar = people.filter((draft) => isNearName(draft.words.at(-1) ?? '', word))
  if (similar.length > 0) return similar[0]
  const byGiven = people.filter((draft) => draft.words.includes(word))
  return byGiven.length === 1 && !isCommonWord(word) ? byGiven[0] : undefined
}

/** A person already met whose name this one spells a little differently: "Chandrashekhar", "Farhan S. Qureshi". */
function personByName(all: Gathered, words: readonly string[]): Draft | undefined {
  const [first = '', last = ''] = [words[0], words.at(-1)]
  return all.drafts.find((draft) => {
    if (draft.words.length < 2 || typeOf(draft) !== 'person') return false
    const [given = '', surname = ''] = [draft.words[0], draft.words.at(-1)]
    if (given === first) return surname === last || isNearName(surname, last)
    return surname === last && (draft.words.includes(first) || (isNearName(given, first) && first[0] === given[0]))
  })
}

/** A body already met of which this is the short form: its first word, or its name without the nation before it. */
function bodyByPart(all: Gathered, words: readonly string[]): Draft | undefined {
  const [first = ''] = words
  if (words.length === 1) {
    if (isCommonWord(first)) return undefined
    const longer = all.drafts.filter(
      (draft) => draft.words[0] === first && draft.words.length > 1 && draft.known === null,
    )
    return longer.length === 1 && typeOf(longer[0] as Draft) !== 'person' ? longer[0] : undefined
  }
  const key = keyOf(words)
  return all.drafts.find((draft) => {
    const [nation = '', ...rest] = draft.words
    if (countryOf(nation) !== undefined && keyOf(rest) === key) return true
    return countryOf(first) !== undefined && keyOf(words.slice(1)) === keyOf(draft.words) && draft.words.length > 1
  })
}

/** A body already met whose first letters these capitals are: "GoI" after "Government of India". */
function byInitials(all: Gathered, name: FoundName): Draft | undefined {
  if (name.words.length > 1 || !/^\p{Lu}[\p{L}&]*\p{Lu}$/u.test(name.text) || name.text.length > MAX_INITIALS)
    return undefined
  const letters = name.text.toLowerCase()
  return all.drafts.find((draft) => {
    if (draft.words.length < 2 || typeOf(draft) === 'person') return false
    const forms = [draft.words, ...(draft.known === null ? [] : [draft.known.name.toLowerCase().split(/[\s-]+/)])]
    return forms.some(
      (words) => initials(words) === letters || initials(words.filter((word) => !SMALL_WORD.test(word))) === letters,
    )
  })
}

function initials(words: readonly string[]): string {
  return words.map((word) => word[0] ?? '').join('')
}

function findDraft(all: Gathered, name: FoundName, words: readonly string[]): Draft | undefined {
  const bound = all.byAcronym.get(name.text)
  if (bound !== undefined) return bound
  const [only = ''] = words
  const known = chooseKnown(all, name)
  if (known !== undefined) {
    const other = known.type === 'person' && words.length === 1 ? personByPart(all, only) : undefined
    return other ?? all.byId.get(known.id) ?? newDraft(all, known, words)
  }
  const same = all.byKey.get(keyOf(words)) ?? byInitials(all, name)
  if (same !== undefined) return same
  const [listed] = words.length > 1 ? findByName(words.join(' ')) : []
  if (listed !== undefined) return all.byId.get(listed.id) ?? newDraft(all, listed, words)
  if (words.length === 1) return personByPart(all, only) ?? bodyByPart(all, words)
  return (name.kind.type === 'person' ? personByName(all, words) : undefined) ?? bodyByPart(all, words)
}

function gather(all: Gathered, name: FoundName): Draft | null {
  const words = tellingWords(name)
  const draft = findDraft(all, name, words) ?? (name.sure ? newDraft(all, null, words) : null)
  if (draft === null) return null
  all.byKey.set(keyOf(words), draft)
  if (!draft.names.includes(name.text)) draft.names.push(name.text)
  const weight = WEAK_RULES.has(name.kind.by) ? 1 : STRONG_VOTE
  draft.votes.set(name.kind.type, (draft.votes.get(name.kind.type) ?? 0) + weight)
  return draft
}

function toEntity(draft: Draft): Entity {
  if (draft.known !== null) {
    const { id, type, name, aliases } = draft.known
    return { id, type, name, names: [...new Set([name, ...draft.names, ...aliases])], provisional: false }
  }
  const [name = ''] = draft.names
  return { id: slug(name), type: typeOf(draft), name, names: draft.names, provisional: true }
}

function countCountries(names: readonly FoundName[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) {
    const country = countryOf(name.text) ?? countryOf(name.known[0]?.id ?? '')
    if (country !== undefined && name.known.length < 2) counts.set(country, (counts.get(country) ?? 0) + 1)
  }
  return counts
}

/**
 * Which entity each name of a document means. Fullest names come first, so that short forms (surnames, acronyms,
 * bodies without their nation) find what they stand for; a name that is not sure makes no entity of its own.
 */
export function resolveNames(
  names: readonly FoundName[],
  bindings: readonly Binding[],
): ReadonlyMap<FoundName, Entity> {
  const countries = countCountries(names)
  const all: Gathered = { drafts: [], byId: new Map(), byKey: new Map(), byAcronym: new Map(), countries }
  const order = [...names].sort((a, b) => b.words.length - a.words.length || Number(b.sure) - Number(a.sure))
  const draftOf = new Map<FoundName, Draft>()
  const shortOf = new Map<FoundName, string[]>()
  for (const { short, long } of bindings) shortOf.set(long, [...(shortOf.get(long) ?? []), short])
  for (const name of order) {
    const draft = gather(all, name)
    if (draft === null) continue
    draftOf.set(name, draft)
    for (const short of shortOf.get(name) ?? []) {
      if (!all.byAcronym.has(short)) all.byAcronym.set(short, draft)
    }
  }
  const made = new Map<Draft, Entity>()
  const entityOf = new Map<FoundName, Entity>()
  for (const [name, draft] of draftOf) {
    const entity = made.get(draft) ?? toEntity(draft)
    made.set(draft, entity)
    entityOf.set(name, entity)
  }
  return entityOf
}
