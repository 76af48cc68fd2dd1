import type { Claim, ClaimedDocument, Mention } from '@counterclaim/model'
import data from './data/roles.json' with { type: 'json' }
import { once } from './once.ts'
import { lowerWords } from './words.ts'

const ROLE_NOUNS = new Set(data.roles.words.split(' '))

/** Letters between an organization and its speaker in one noun phrase: "Meta spokesman Ann Lee", "the ministry's Ann Lee". */
const MOST_BETWEEN = 80

/**
 * Who speaks for whom in a document: entity of a person → entities of the organization or country that the text puts
 * right before the name ("Harbour Rail spokeswoman Ann Lee", "Norwegian Fisheries Minister Ola Berg"), or right after it
 * ("Ann Lee, a spokeswoman for Harbour Rail").
 */
export const affiliations: (doc: ClaimedDocument) => ReadonlyMap<string, readonly string[]> = once((doc) => {
  const found = new Map<string, string[]>()
  for (const field of ['title', 'text'] as const) {
    const text = field === 'title' ? doc.title : doc.text
    const mentions = doc.mentions.filter((mention) => mention.field === field).sort((a, b) => a.start - b.start)
    for (const [i, mention] of mentions.entries()) {
      const next = mentions[i + 1]
      if (next === undefined) continue
      const between = text.slice(mention.end, next.start)
      if (speaksFor(next, mention) && joins(between, /^(?:['’]s)?[\s\p{L}-]*$/u) && isRole(between))
        add(found, next.entity, mention.entity)
      if (speaksFor(mention, next) && joins(between, /^, [\s\p{L}-]* (?:of|for|at)(?: the)? $/u))
        add(found, mention.entity, next.entity)
    }
  }
  return found
})

/** Surnames of this many letters are one name when two letters differ; shorter ones are other names (Chen, Chan). */
const LONG_SURNAME = 8

/** Every entity that a claim's speaker is or speaks for, sorted; the words of the name, with hyphens, when we know no entity. Empty for the document's own voice. */
export function partyOf(doc: ClaimedDocument, claim: Claim): string[] {
  if (claim.speaker === null && claim.speakerEntity === null) return []
  const own =
    claim.speakerEntity ??
    `name ${lowerWords(claim.speaker ?? '')
      .filter((word) => word !== 'the')
      .join(' ')}`
  const described = claim.speakerEntity === null ? spokenFor(doc, claim.speaker ?? '') : []
  const key = claim.speakerEntity ?? (claim.speaker ?? '').toLowerCase()
  const spoken = doc.affiliations.filter(({ speaker }) => speaker === key).map(({ of }) => of)
  const titled = titles(doc).get(own) ?? []
  return [...new Set([own, ...described, ...spoken, ...titled, ...(affiliations(doc).get(own) ?? [])])].sort()
}

/** A post of two words right before a name, or behind it between commas: "City engineer Ann Lee", "Ann Lee, the city engineer,". */
const TITLE_BEFORE = /(?:^|[^\p{L}'’-])(\p{L}[\p{L}-]+) (\p{L}[\p{L}-]+) $/u
const TITLE_BEHIND = /^, (?:the |its |their )?(\p{L}[\p{L}-]+) (\p{L}[\p{L}-]+)[,.]/u
/** First words of titles that many bear: "company spokesman" is no one person. */
const SHARED = new Set(
  'a an the its their his her and or former new then acting deputy vice senior chief company government union party army police military state opposition group club bank team national local'.split(
    ' ',
  ),
)

/** The words of all names in a document. */
const wordsOfNames = once(
  (doc: ClaimedDocument): ReadonlySet<string> =>
    new Set(doc.entities.flatMap(({ name, names }) => [name, ...names]).flatMap(lowerWords)),
)

/** Entity of a person → the posts that the text gives them, as the party that "the city engineer" is in another text. */
const titles = once((doc: ClaimedDocument): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>()
  for (const { field, start, end, entity, type } of doc.mentions) {
    if (type !== 'person') continue
    const text = field === 'title' ? doc.title : doc.text
    const before = TITLE_BEFORE.exec(text.slice(Math.max(0, start - MOST_BETWEEN), start))
    const behind = TITLE_BEHIND.exec(text.slice(end, end + MOST_BETWEEN))
    for (const [, first = '', role = ''] of [before, behind].filter((match) => match !== null)) {
      const [area, post] = [first.toLowerCase(), role.toLowerCase()]
      // "Harbour Rail spokeswoman": whom she speaks for is an affiliation, see above.
      if (ROLE_NOUNS.has(post) && !SHARED.has(area) && !wordsOfNames(doc).has(area))
        add(found, entity, `name ${area} ${post}`)
    }
  }
  return found
})

/** "Ann Lee's lawyers", "a spokesman for Harbour Rail": whom the words that describe a speaker name. Former people speak for themselves. */
function spokenFor(doc: ClaimedDocument, speaker: string): string[] {
  if (/\b(?:former|ex)\b/i.test(speaker)) return []
  const possessor = /^(.{2,60}?)['’]s? [\p{L}-]/u.exec(speaker)?.[1]
  const principal = /^(?:an? |the )?[\p{L} -]{2,60}? (?:for|of|at) (?:the )?(.{2,60})$/u.exec(speaker)?.[1]
  const names = [possessor, principal].filter((name) => name !== undefined).map((name) => name.replace(/^the /i, ''))
  return names.flatMap((name) => namedEntities(doc).get(name.toLowerCase()) ?? [])
}

/** Name in lower case → the entities that bear it. */
const namedEntities = once((doc: ClaimedDocument): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, readonly string[]>()
  for (const { id, name, names } of doc.entities) {
    for (const one of new Set([name, ...names].map((n) => n.toLowerCase())))
      found.set(one, [...(found.get(one) ?? []), id])
  }
  return found
})

/**
 * Whether two parties are one side: they share an entity, or a name that is one name written twice: a surname alone
 * ("lee", "ann-lee"), a country and its government, two spellings of a long surname after one first name.
 */
export function sameSide(a: readonly string[], b: readonly string[]): boolean {
  if (a.some((x) => b.includes(x))) return true
  const others = partyWords(b)
  return partyWords(a).some((x) => others.some((y) => oneName(x, y)))
}

/** The words of each name of a party: read once, since every statement is held against many. */
const partyWords: (party: readonly string[]) => readonly (readonly string[])[] = once((party) => party.map(nameWords))

/** The words of an entity's id or of a name without one. */
function nameWords(party: string): string[] {
  return party.replace(/^name /, '').split(/[ -]/)
}

function oneName(a: readonly string[], b: readonly string[]): boolean {
  const [x, y] = [a.at(-1) ?? '', b.at(-1) ?? '']
  if (x === y && x.length > 2) return a.length === 1 || b.length === 1
  return a.length === 2 && b.length === 2 && a[0] === b[0] && Math.min(x.length, y.length) >= LONG_SURNAME && near(x, y)
}

/** Whether two words differ by at most two letters put in, left out or exchanged. */
function near(a: string, b: string): boolean {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return (row[b.length] ?? 0) <= 2
}

function speaksFor(person: Mention, organization: Mention): boolean {
  return person.type === 'person' && (organization.type === 'organization' || organization.type === 'location')
}

/** "'s ", " spokeswoman ", " Fisheries Minister "; not " sued ". */
function isRole(between: string): boolean {
  const last = lowerWords(between).at(-1)
  return last === undefined || last === 's' || ROLE_NOUNS.has(last)
}

function joins(between: string, pattern: RegExp): boolean {
  return between.length <= MOST_BETWEEN && pattern.test(between)
}

function add(found: Map<string, string[]>, person: string, organization: string): void {
  const known = found.get(person) ?? []
  if (!known.includes(organization)) found.set(person, [...known, organization])
}

const PRONOUNS = new Set(
  'he she they it him her them we i you this these those one his their its our my your'.split(' '),
)
/** Roles that a text gives to whoever it has named before: alone they may be anybody, the other speaker too. */
export const ROLES: ReadonlySet<string> = new Set(
  'company firm group platform bank spokesman spokeswoman spokesperson representative latter'.split(' '),
)

/** Whether a party is somebody: named or described in words, not a pronoun or a bare role that nothing resolved. */
export const isKnown: (party: readonly string[]) => boolean = once((party) =>
  partyWords(party).some(
    (words) =>
      /\p{L}/u.test(words.join('')) &&
      !PRONOUNS.has(words[0] ?? '') &&
      !(words.length === 1 && ROLES.has(words[0] ?? '')),
  ),
)
