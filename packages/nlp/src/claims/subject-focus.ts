import type { Entity, EntityType, Mention, Sentence, Span, TaggedDocument } from '@counterclaim/model'
import type { Word } from '../syntax/words.ts'

/** Which entities a field names where, for pronouns and "the company". Look-ups are by binary search or look back a few sentences. */
export interface Focus {
  /** Mentions that lie in the span, in order. */
  readonly within: (span: Span) => readonly Mention[]
  /** What a pronoun or stand-in at this offset most likely means: see `antecedent`. */
  readonly antecedent: (at: number, types: readonly EntityType[], preferred?: EntityType) => Mention | null
  /** The last thing named before an offset in whose name the noun stands: "the airport" after "Heathrow airport". */
  readonly called: (noun: string, at: number) => Mention | null
  /** The entity of these types that the document names most (title doubled), at least `least` times, by its first mention; the earlier one of equals. */
  readonly main: (types: readonly EntityType[], least?: number) => Mention | null
  /** The first entity of these types in the title or the first sentence: what news says where and of whom it is. */
  readonly lead: (types: readonly EntityType[]) => Mention | null
  /** How often the document names an entity; in the title counts double. */
  readonly count: (entity: string) => number
  readonly isTitled: (entity: string) => boolean
  readonly nameOf: (mention: Mention) => string
  readonly entity: (id: string) => Entity | undefined
  /** The longest form of the entity's name in the field; null when the field does not name it. */
  readonly fullName: (entity: string) => string | null
  /** "The Labor Department said": an office that tells of others. */
  readonly isReporter: (mention: Mention) => boolean
  /** So many characters of the field before an offset. */
  readonly textBefore: (offset: number, length: number) => string
  /** "ATHENS (Oct 22) - A ferry": where the text was written. */
  readonly isDateline: (mention: Mention) => boolean
  /** What the figure before was about, where its sentence is this one or the one before; else null. */
  readonly before: Subject | null
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
/**
 * What an entity named at some distance is worth as antecedent: 1 in the same sentence, 1/2 in the one before, and so on;
 * more when it is named first there (mostly its subject), in the heading of the section, in the title, or often. Set by hand.
 */
const FIRST = 0.3
const HEADING = 0.6
const TITLE = 0.5
const OFTEN = 0.3
const OFTEN_COUNT = 3
const PREFERRED = 2

/** The focus of one field of a document. */
export function focusOf(
  doc: TaggedDocument,
  field: 'text' | 'title',
  text: string,
  sentences: readonly Sentence[],
): Focus {
  const figures = doc.quantities.filter((q) => q.field === field)
  const mentions = doc.mentions
    .filter((m) => m.field === field && !isUnit(m, figures))
    .sort((a, b) => a.start - b.start)
  const entities = new Map(doc.entities.map((e) => [e.id, e]))
  const counts = new Map<string, number>()
  for (const m of doc.mentions) counts.set(m.entity, (counts.get(m.entity) ?? 0) + (m.field === 'title' ? 2 : 1))
  const within = (span: Span): readonly Mention[] =>
    mentions.slice(firstFrom(mentions, span.start), firstFrom(mentions, span.end))
  const isDateline = (m: Mention): boolean =>
    DATELINE.test(text.slice(m.end, m.end + DATELINE_LENGTH)) && isOpening(m, sentences)
  // Nobody speaks of the place a report is filed from.
  const spoken = (span: Span): readonly Mention[] => within(span).filter((m) => m.type !== 'location' || !isDateline(m))
  const titled = new Set(doc.mentions.filter((m) => m.field === 'title').map((m) => m.entity))
  const headed = headings(doc, sentences, within)
  const owns = (m: Mention): boolean =>
    /^['’]s?\b/.test(text.slice(m.end, m.end + 2)) || /['’]s?$/.test(text.slice(m.start, m.end))
  return {
    within,
    antecedent: (at, types, preferred) =>
      antecedent(at, types, preferred, { sentences, within: spoken, titled, headed, counts, owns }),
    called: (noun, at) => lastCalled(mentions, noun, at, text),
    main: (types, least = 1) => mainOf(mentions, (m) => types.includes(m.type) && !isDateline(m), counts, least),
    lead: (types) =>
      within(sentences[0] ?? { start: 0, end: 0 }).find((m) => types.includes(m.type) && !isDateline(m)) ?? null,
    count: (id) => counts.get(id) ?? 0,
    isTitled: (id) => titled.has(id),
    nameOf: (m) => text.slice(m.start, m.end).replace(/['’]s?$/, ''),
    entity: (id) => entities.get(id),
    fullName: (id) => fullName(mentions, id, text),
    isReporter: (m) =>
      STATISTICIANS.test(text.slice(m.start, m.end)) && REPORTS_AFTER.test(text.slice(m.end, m.end + REPORT_REACH)),
    textBefore: (offset, length) => text.slice(Math.max(0, offset - length), offset),
    isDateline,
    before: null,
  }
}

const REPORT_REACH = 40
const REPORTS_AFTER =
  /^,?(?: \p{L}+){0,2} (?:said|says|reported|reports|announced|showed|shows|estimates?|estimated)\b/u
const STATISTICIANS =
  /\b(?:Department|Ministry|Office|Agency|Bureau|Institute|Commission|Authority|Statistics|Administration)\b/

const DATELINE_LENGTH = 48
const DATELINE = /^(?:, [\w. ]{2,24})?(?: ?\([^)]{1,24}\))? ?(?:[–—:]|- |-- )/

function isOpening(mention: Span, sentences: readonly Span[]): boolean {
  return sentences[firstFrom(sentences, mention.start + 1) - 1]?.start === mention.start
}

/** "40 degrees Celsius" names nobody. */
function isUnit(mention: Span, figures: readonly Span[]): boolean {
  let low = 0
  let high = figures.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((figures[middle]?.end ?? 0) < mention.end) low = middle + 1
    else high = middle
  }
  const figure = figures[low]
  return figure !== undefined && figure.start < mention.start && mention.end <= figure.end
}

/** How many names back a common noun reaches. */
const CALLED_REACH = 12

function lastCalled(mentions: readonly Mention[], noun: string, at: number, text: string): Mention | null {
  if (noun.length < 4) return null
  const end = firstFrom(mentions, at)
  for (let i = end - 1; i >= Math.max(0, end - CALLED_REACH); i--) {
    const mention = mentions[i] as Mention
    if (mention.type === 'person') continue
    const after = text.slice(mention.end, mention.end + noun.length + 1).toLowerCase()
    const words = text
      .slice(mention.start, mention.end)
      .toLowerCase()
      .split(/[^\p{L}]+/u)
    if (words.length > 1 && words.includes(noun)) return mention
    if (after === ` ${noun}`) return mention
  }
  return null
}

function fullName(mentions: readonly Mention[], entity: string, text: string): string | null {
  let best = ''
  for (const m of mentions) if (m.entity === entity && m.end - m.start > best.length) best = text.slice(m.start, m.end)
  return best === '' ? null : best.replace(/['’]s?$/, '')
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

interface Scene {
  readonly sentences: readonly Sentence[]
  readonly within: Focus['within']
  readonly titled: ReadonlySet<string>
  /** The mentions in the last heading before each sentence. */
  readonly headed: readonly (readonly Mention[])[]
  readonly counts: ReadonlyMap<string, number>
  /** "Google's parent": a possessor stands back behind what it owns (Grosz, Joshi & Weinstein 1995, centering). */
  readonly owns: (mention: Mention) => boolean
}

function headings(
  doc: TaggedDocument,
  sentences: readonly Sentence[],
  within: Focus['within'],
): (readonly Mention[])[] {
  let last: readonly Mention[] = []
  return sentences.map((sentence) => {
    if (doc.passages[sentence.passage]?.kind === 'heading') last = within(sentence)
    return last
  })
}

/** The entity of these types that scores best in the sentences before and the section's heading; the nearer and earlier of equals. */
function antecedent(
  at: number,
  types: readonly EntityType[],
  preferred: EntityType | undefined,
  scene: Scene,
): Mention | null {
  const here = firstFrom(scene.sentences, at + 1) - 1
  let best: Mention | null = null
  let most = 0
  for (let back = 0; back <= MAX_BACK + 1; back++) {
    const sentence = scene.sentences[here - back]
    const near = sentence === undefined ? [] : scene.within({ start: sentence.start, end: Math.min(sentence.end, at) })
    const bodies = (back > MAX_BACK ? (scene.headed[here] ?? []) : near).filter((m) => types.includes(m.type))
    const first = bodies.findIndex((m) => !scene.owns(m))
    for (const [i, m] of bodies.entries()) {
      const score =
        1 / (1 + back) +
        (i === Math.max(0, first) ? FIRST : 0) +
        standing(m, here, scene) +
        (m.type === preferred ? PREFERRED : 0)
      if (score <= most) continue
      best = m
      most = score
    }
  }
  return best
}

/** What the entity is worth wherever it stands. */
function standing({ entity }: Mention, here: number, { headed, titled, counts }: Scene): number {
  const heading = headed[here]?.some((m) => m.entity === entity) === true ? HEADING : 0
  return heading + (titled.has(entity) ? TITLE : 0) + ((counts.get(entity) ?? 0) >= OFTEN_COUNT ? OFTEN : 0)
}

function mainOf(
  mentions: readonly Mention[],
  fits: (mention: Mention) => boolean,
  counts: ReadonlyMap<string, number>,
  least: number,
): Mention | null {
  let best: Mention | null = null
  let most = least - 1
  for (const m of mentions) {
    const count = counts.get(m.entity) ?? 0
    if (count > most && fits(m)) {
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
