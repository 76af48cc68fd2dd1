import type { Affiliation, Attribution, Mention, TaggedDocument } from '@counterclaim/model'
import nouns from '../data/speaker-nouns.json' with { type: 'json' }
import { countryOf } from '../entities/knowledge-base.ts'

const STATE = new Set(nouns.state)
const ROLES = new Set([...nouns.person, ...nouns.state])
/** Words of a title before a name: "Kazakh Information and Social Development Minister". */
const MOST_WORDS = 9
/** Letters before a name that such a title may take. */
const REACH = 120

/**
 * Whom the speakers of a document speak for, as far as the words before their names say it: an organization or a country
 * ("Harbour Rail spokeswoman Ann Lee", "Kenya's health minister, Aisha Otieno"), or a nation's adjective, which stands for its
 * government ("Kenyan Health Minister Aisha Otieno", "Kenyan officials"). Each once, in order of the text.
 */
export function findAffiliations(doc: TaggedDocument, attributions: readonly Attribution[]): Affiliation[] {
  const found = new Map<string, Affiliation>()
  const add = (speaker: string, of: string | null): void => {
    if (of !== null && of !== speaker) found.set(`${speaker} ${of}`, { speaker, of })
  }
  const speaking = new Set(attributions.map((attribution) => attribution.entity))
  for (const mention of doc.mentions) {
    if (mention.type === 'person' && speaking.has(mention.entity)) add(mention.entity, principalBefore(doc, mention))
  }
  for (const { speaker, entity } of attributions) {
    if (speaker !== null && entity === null) add(speaker.toLowerCase(), government(speaker.split(/\s+/)))
  }
  return [...found.values()]
}

/** The last organization or country named in the title that stands right before a person's name. */
function principalBefore(doc: TaggedDocument, person: Mention): string | null {
  const text = person.field === 'title' ? doc.title : doc.text
  const from = Math.max(0, person.start - REACH)
  const before = text.slice(from, person.start).replace(/^.*[.!?;:\n”"]/su, '')
  const title = /([\p{L}'’.-]+(?:\s[\p{L}'’.-]+)*),?\s$/u.exec(before)?.[1] ?? ''
  const start = person.start - before.length + before.lastIndexOf(title)
  const named = doc.mentions.findLast(
    (mention) =>
      mention.field === person.field && mention.start >= start && mention.end < person.start && isPrincipal(mention),
  )
  const words = title.split(/\s/)
  if (named === undefined) return hasRole(words.at(-1)) ? government(words.slice(-MOST_WORDS)) : null
  const between = text.slice(named.end, person.start).replace(/^['’]s?/, '')
  const role = between.replace(/,\s$/, '').trim().split(/\s/)
  return role.length <= MOST_WORDS && hasRole(role.at(-1)) ? named.entity : null
}

function isPrincipal({ type }: Mention): boolean {
  return type === 'organization' || type === 'location' || type === 'product'
}

function hasRole(word: string | undefined): boolean {
  return word !== undefined && ROLES.has(word.toLowerCase())
}

/** "Kenyan health officials": the government of the nation whose adjective begins words that end in a role of the state. */
function government(words: readonly string[]): string | null {
  if (!STATE.has((words.at(-1) ?? '').toLowerCase())) return null
  const country = words
    .slice(0, -1)
    .map(countryOf)
    .findLast((id) => id !== undefined)
  return country === undefined ? null : `government-of-${country}`
}
