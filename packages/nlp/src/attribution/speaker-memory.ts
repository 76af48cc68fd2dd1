import type { Entity, Mention, TaggedDocument } from '@counterclaim/model'
import nouns from '../data/speaker-nouns.json' with { type: 'json' }
import type { Word } from '../syntax/words.ts'
import type { Line, Scene } from './scene.ts'

/** Whom a phrase names, after pronouns and roles are resolved within the document. */
export interface Speaker {
  readonly name: string
  readonly entity: string | null
}

/** Which pronoun may stand for a speaker. */
export type Kind = 'person' | 'group' | 'plural'

/** A speaker met in the text, where, and by which head noun it was named. */
export interface Met extends Speaker {
  readonly kind: Kind
  readonly line: number
  readonly head: string
}

/** What a reader remembers while reading one field: entities, who has spoken, who holds which role. */
export interface Memory {
  readonly scene: Scene
  readonly entities: ReadonlyMap<string, Entity>
  /** How often each entity is mentioned: what "the company" is about. */
  readonly counts: ReadonlyMap<string, number>
  /** Speakers met so far by the index of their sentence, in the order they were resolved. */
  readonly met: Map<number, Met[]>
  /** The last speaker met by each head noun. */
  readonly metAs: Map<string, Met>
  /** Role noun → people who are given that role, in text order. */
  readonly roles: ReadonlyMap<string, readonly { readonly line: number; readonly mention: Mention }[]>
  readonly genders: ReadonlyMap<string, 'he' | 'she'>
  /** The fullest form in which the document names each entity. */
  readonly names: ReadonlyMap<string, string>
}

const PERSON_NOUNS = new Set(nouns.person)
const MASCULINE = new Set(nouns.masculine)
const FEMININE = new Set(nouns.feminine)
/** Words before a name, or after it behind a comma, that may give its role ("Ann Lee, the new head of X,"). */
const ROLE_WINDOW = 10

/** A memory for one field of a document, with the roles that the text gives to people. Linear in its words. */
export function openMemory(doc: TaggedDocument, scene: Scene): Memory {
  const counts = new Map<string, number>()
  for (const mention of doc.mentions) counts.set(mention.entity, (counts.get(mention.entity) ?? 0) + 1)
  const roles = new Map<string, { line: number; mention: Mention }[]>()
  const genders = new Map<string, 'he' | 'she'>()
  for (const line of scene.lines) {
    for (const mention of line.mentions) {
      if (mention.type !== 'person') continue
      for (const word of aroundName(line, mention)) {
        if (MASCULINE.has(word)) genders.set(mention.entity, 'he')
        if (FEMININE.has(word)) genders.set(mention.entity, 'she')
        if (!PERSON_NOUNS.has(word)) continue
        const holders = roles.get(word) ?? []
        holders.push({ line: line.index, mention })
        roles.set(word, holders)
      }
    }
  }
  const entities = new Map(doc.entities.map((e) => [e.id, e]))
  return { scene, entities, counts, met: new Map(), metAs: new Map(), roles, genders, names: fullestNames(doc) }
}

function fullestNames(doc: TaggedDocument): Map<string, string> {
  const names = new Map<string, string>()
  for (const mention of doc.mentions) {
    const text = (mention.field === 'title' ? doc.title : doc.text).slice(mention.start, mention.end)
    const name = text.replace(/['’]s?$/, '').replace(/\s+/g, ' ')
    if (name.length > (names.get(mention.entity)?.length ?? 0)) names.set(mention.entity, name)
  }
  return names
}

/** Words that may tell a person's role: those before the name up to a verb or mark, and those of a part in commas. */
function aroundName({ words }: Line, mention: Mention): string[] {
  const first = words.findIndex((w) => w.end > mention.start)
  const around: string[] = []
  if (first < 0) return around
  for (let i = first - 1; i >= 0 && i >= first - ROLE_WINDOW; i--) {
    const word = words[i] as Word
    if (word.pos === 'PUNCT' || word.pos === 'VERB' || word.pos === 'AUX' || word.pos === 'SCONJ') break
    around.push(word.lower)
    if (word.pos === 'DET') break
  }
  let after = first
  while (after < words.length && (words[after] as Word).start < mention.end) {
    around.push((words[after] as Word).lower)
    after++
  }
  if (words[after]?.text !== ',') return around
  for (let i = after + 1; i < words.length && i <= after + ROLE_WINDOW; i++) {
    const word = words[i] as Word
    if (word.pos === 'PUNCT' || (word.pos === 'VERB' && i > after + 2)) break
    around.push(word.lower)
  }
  return around
}

/** Notes a speaker, for pronouns and roles that follow. */
export function remember(memory: Memory, met: Met): void {
  const here = memory.met.get(met.line)
  if (here === undefined) memory.met.set(met.line, [met])
  else here.push(met)
  memory.metAs.set(met.head, met)
}

/** The speaker that a mention names, by the fullest name that the document gives it. */
export function speakerOfMention(memory: Memory, mention: Mention): Speaker & { readonly kind: Kind } {
  const name = memory.names.get(mention.entity) ?? memory.scene.text.slice(mention.start, mention.end)
  return { name, entity: mention.entity, kind: mention.type === 'person' ? 'person' : 'group' }
}
