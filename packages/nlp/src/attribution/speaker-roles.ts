import type { Mention } from '@counterclaim/model'
import nouns from '../data/speaker-nouns.json' with { type: 'json' }
import type { Word } from '../syntax/words.ts'
import type { Line } from './scene.ts'
import { type Kind, type Memory, type Speaker, speakerOfMention } from './speaker-memory.ts'

type Holder = { readonly line: number; readonly mention: Mention }
type Found = (Speaker & { kind: Kind }) | null

const PERSON = new Set(nouns.person)
const COMPANY = new Set(nouns.company)
const BODY = new Set(nouns.body)
const MEDIA = new Set(nouns.media)
const MEDIA_NAMES = new Set(nouns.mediaNames)

/** Offices of which a government has many: "the interior minister" is not the last minister named. */
const OFFICES = new Set(['minister', 'secretary', 'commissioner'])
/** Letters around a name in which its office is told. */
const OFFICE_WITHIN = 90

/**
 * Whom "the minister", "the company", "the commission" stands for: the last one in the text that is one. With words that
 * tell which ("the regional court"), only one that is told by the same words.
 */
export function resolveRole(
  memory: Memory,
  line: Line,
  noun: string,
  at: number,
  modifiers: readonly string[] = [],
): Found {
  const role = lastInRole(memory, line, noun, at)
  if (role === null || modifiers.length === 0) return role
  if (BODY.has(noun) && !COMPANY.has(noun)) {
    const names = [role.name, ...(memory.entities.get(role.entity ?? '')?.names ?? [])].join(' ').toLowerCase()
    return modifiers.every((word) => names.includes(word)) ? role : null
  }
  if (!OFFICES.has(noun)) return role
  const holders = memory.roles.get(noun)?.filter((h) => h.line <= line.index && isTold(memory, h, modifiers))
  const last = holders?.at(-1)
  return last === undefined ? null : speakerOfMention(memory, last.mention)
}

/** Does the sentence that gives somebody the office say which, near the name? */
function isTold({ scene }: Memory, { line, mention }: Holder, modifiers: readonly string[]): boolean {
  const { start, end } = scene.lines[line]?.span ?? mention
  const from = Math.max(start, mention.start - OFFICE_WITHIN)
  const around = scene.text.slice(from, Math.min(end, mention.end + OFFICE_WITHIN)).toLowerCase()
  return modifiers.every((word) => around.includes(word))
}

function lastInRole(memory: Memory, line: Line, noun: string, at: number): Found {
  const met = memory.metAs.get(noun)
  if (met !== undefined) return met
  if (PERSON.has(noun)) return holder(memory, line, noun)
  if (COMPANY.has(noun) || MEDIA.has(noun)) return company(memory, line, at, MEDIA.has(noun))
  return BODY.has(noun) ? body(memory, line, noun, at) : null
}

function holder(memory: Memory, line: Line, noun: string): Found {
  const same = nouns.sameRole.find((group) => group.includes(noun)) ?? [noun]
  let best: Holder | undefined
  for (const role of [noun, ...same]) {
    best = memory.roles.get(role)?.findLast((h) => h.line <= line.index)
    if (best !== undefined) break
  }
  return best === undefined ? null : speakerOfMention(memory, best.mention)
}

const isMedia = (memory: Memory, mention: Mention): boolean => isCalled(memory, mention, MEDIA_NAMES)

/** Whether a word of a name is one of these. */
function isCalled(memory: Memory, { entity }: Mention, words: ReadonlySet<string>): boolean {
  const name = memory.entities.get(entity)?.name ?? ''
  return name
    .toLowerCase()
    .split(/\s+/)
    .some((word) => words.has(word))
}

/** Words in names of what is no company: "the Kremlin", "the Finance Ministry". */
const STATE_NAMES = new Set([
  ...nouns.body.filter((word) => !COMPANY.has(word) && !MEDIA.has(word)),
  'kremlin',
  'pentagon',
  'house',
])

/** How many sentences back a company may stand that "the company" means. */
const REACH = 12
/** Each mention of a company, up to MOST of them, counts as much as this much nearness: the text is about it. */
const OFTEN = 0.15
const MOST = 5
/** What one named in passing counts beside the first of its sentence. */
const ASIDE = 0.6

/** "The paper" is one whose name says so, when one is named. */
function company(memory: Memory, line: Line, at: number, media: boolean): Found {
  return nearest(memory, line, at, media) ?? (media ? nearest(memory, line, at, false) : null)
}

/** The organization that is near and often named: "the company" is what the text is about. */
function nearest(memory: Memory, line: Line, at: number, media: boolean): Found {
  let best: Mention | null = null
  let most = 0
  for (let back = 0; back <= REACH && back <= line.index; back++) {
    const mentions = memory.scene.lines[line.index - back]?.mentions ?? []
    let weight = 1 / (1 + back)
    for (const mention of mentions) {
      if (back === 0 && mention.end > at) break
      if (mention.type !== 'organization' && mention.type !== 'product') continue
      if (isMedia(memory, mention) !== media || isCalled(memory, mention, STATE_NAMES)) continue
      const score = weight + OFTEN * Math.min(MOST, memory.counts.get(mention.entity) ?? 0)
      if (score > most) [best, most] = [mention, score]
      weight = ASIDE / (1 + back)
    }
  }
  return best === null ? null : speakerOfMention(memory, best)
}

/** Sentences back to which "the ministry" may reach: a long report has thousands. */
const FARTHEST_BODY = 100

/** "the ministry" → the last organization whose name has that word; else the last "Danish ministry" of the text. */
function body(memory: Memory, line: Line, noun: string, at: number): Found {
  for (let l = line.index; l >= 0 && l >= line.index - FARTHEST_BODY; l--) {
    const before = memory.scene.lines[l]
    if (before === undefined) continue
    const mention = before.mentions.findLast(
      (m) => m.type === 'organization' && (l < line.index || m.end <= at) && hasWord(memory, m, noun),
    )
    if (mention !== undefined) return speakerOfMention(memory, mention)
    const i = before.words.findLastIndex(
      (w, k) => w.lower === noun && w.end <= (l < line.index ? w.end : at) && isModified(before.words, k),
    )
    if (i > 0) return { name: `${before.words[i - 1]?.text} ${before.words[i]?.text}`, entity: null, kind: 'group' }
  }
  return null
}

function hasWord(memory: Memory, mention: Mention, noun: string): boolean {
  return memory.entities.get(mention.entity)?.names.some((n) => n.toLowerCase().split(/\s+/).includes(noun)) ?? false
}

function isModified(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]
  return before !== undefined && (before.pos === 'PROPN' || before.pos === 'ADJ') && /^\p{Lu}/u.test(before.text)
}
