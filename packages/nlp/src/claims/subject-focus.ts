import type { Entity, EntityType, Mention, Span, TaggedDocument } from '@counterclaim/model'
import type { Word } from '../syntax/words.ts'

/** Which entities a field names where, for pronouns and "the company". Look-ups are by binary search or look back a few sentences. */
export interface Focus {
  /** Mentions that lie in the span, in order. */
  readonly within: (span: Span) => readonly Mention[]
  /** What a pronoun or stand-in at this offset most likely means: see `antecedent`. */
  readonly antecedent: (at: number, types: readonly EntityType[]) => Mention | null
  /** The entity of these types that the document names most (title doubled), at least `least` times, by its first mention; the earlier one of equals. */
  readonly main: (types: readonly EntityType[], least?: number) => Mention | null
  readonly nameOf: (mention: Mention) => string
  readonly entity: (id: string) => Entity | undefined
}

/** Who or what a figure is about, and the rule that found it. */
export interface Subject {
  readonly subject: string | null
  readonly entity: string | null
  readonly by: string
}

/** What companies, platforms and other bodies are tagged as. */
export const BODIES: readonly EntityType[] = ['organization', 'product']
/** How many sentences back a pronoun may reach. Source: Hobbs 1978 finds 98 % of antecedents in the same or the last sentence. */
const MAX_BACK = 4

/** The focus of one field of a document. */
export function focusOf(doc: TaggedDocument, field: 'text' | 'title', text: string, sentences: readonly Span[]): Focus {
  const mentions = doc.mentions.filter((m) => m.field === field).sort((a, b) => a.start - b.start)
  const entities = new Map(doc.entities.map((e) => [e.id, e]))
  const counts = new Map<string, number>()
  for (const m of doc.mentions) counts.set(m.entity, (counts.get(m.entity) ?? 0) + (m.field === 'title' ? 2 : 1))
  const within = (span: Span): readonly Mention[] =>
    mentions.slice(firstFrom(mentions, span.start), firstFrom(mentions, span.end))
  return {
    within,
    antecedent: (at, types) => antecedent(at, types, sentences, within),
    main: (types, least = 1) => mainOf(mentions, types, counts, least),
    nameOf: (m) => text.slice(m.start, m.end).replace(/['’]s?$/, ''),
    entity: (id) => entities.get(id),
  }
}

function firstFrom(mentions: readonly Span[], offset: number): number {
  let low = 0
  let high = mentions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((mentions[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The first entity of the kind named in the same sentence before it, else the first in the sentence before, and so on. */
function antecedent(
  at: number,
  types: readonly EntityType[],
  sentences: readonly Span[],
  within: Focus['within'],
): Mention | null {
  let s = firstFrom(sentences, at + 1) - 1
  for (let back = 0; back <= MAX_BACK && s >= 0; back++, s--) {
    const sentence = sentences[s]
    if (sentence === undefined) break
    const found = within({ start: sentence.start, end: Math.min(sentence.end, at) }).find((m) => types.includes(m.type))
    if (found !== undefined) return found
  }
  return null
}

function mainOf(
  mentions: readonly Mention[],
  types: readonly EntityType[],
  counts: ReadonlyMap<string, number>,
  least: number,
): Mention | null {
  let best: Mention | null = null
  let most = least - 1
  for (const m of mentions) {
    const count = types.includes(m.type) ? (counts.get(m.entity) ?? 0) : 0
    if (count > most) {
      best = m
      most = count
    }
  }
  return best
}

/** The subject that a mention makes. */
export function named(mention: Mention | null | undefined, focus: Focus, by: string): Subject | null {
  return mention === null || mention === undefined
    ? null
    : { subject: focus.nameOf(mention), entity: mention.entity, by }
}

/** The first body named in the span. */
export function bodyIn(span: Span, focus: Focus): Mention | undefined {
  return focus.within(span).find((m) => BODIES.includes(m.type))
}

/** The span of words [from, to). */
export function spanOf(words: readonly Word[], from: number, to: number): Span {
  return { start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 }
}
