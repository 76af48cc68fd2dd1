import type { Mention } from '@counterclaim/model'
import type { Word } from '../syntax/words.ts'
import { isPossessiveMark } from './noun-phrases.ts'
import type { Line } from './scene.ts'
import { type Kind, type Memory, type Speaker, speakerOfMention } from './speaker-memory.ts'

/** How many sentences back a pronoun may reach: a long paragraph. */
const REACH = 8
/** Words from its start within which a sentence has its subject. */
const SUBJECT_WITHIN = 25

const KINDS: Readonly<Record<string, Kind>> = {
  he: 'person',
  she: 'person',
  it: 'group',
  they: 'plural',
  who: 'person',
  him: 'person',
  her: 'person',
  them: 'plural',
  his: 'person',
  its: 'group',
  their: 'plural',
}

/** Object and possessive forms stand for whom the subject form does. */
const SUBJECT_FORM: Readonly<Record<string, string>> = {
  him: 'he',
  his: 'he',
  her: 'she',
  its: 'it',
  them: 'they',
  their: 'they',
}

/** True for a pronoun that stands for somebody named before. */
export function isPronoun(word: Word): boolean {
  return Object.hasOwn(KINDS, word.lower)
}

/**
 * Whom "he", "she", "it" or "they" stands for: the nearest sentence, going back, with a compatible speaker or subject.
 * In the pronoun's own sentence only what stands before it counts.
 */
export function resolvePronoun(memory: Memory, line: Line, word: Word): (Speaker & { kind: Kind }) | null {
  const lower = SUBJECT_FORM[word.lower] ?? word.lower
  const kind = KINDS[lower] ?? 'plural'
  const fits = (s: { kind: Kind; entity: string | null }): boolean =>
    (kind === 'plural' ? s.kind !== 'person' : s.kind === kind) && genderFits(memory, s.entity, lower)
  const own = subjectMention(line, kind, word.start)
  if (own !== null && fits(speakerOfMention(memory, own))) return speakerOfMention(memory, own)
  for (let l = line.index; l >= 0 && l >= line.index - REACH; l--) {
    const met = memory.met.findLast((m) => m.line === l && fits(m))
    if (met !== undefined) return met
    const before = memory.scene.lines[l]
    if (before === undefined || l === line.index) continue
    const subject = subjectMention(before, kind, Number.POSITIVE_INFINITY)
    if (subject !== null && fits(speakerOfMention(memory, subject))) return speakerOfMention(memory, subject)
  }
  return null
}

function genderFits(memory: Memory, entity: string | null, lower: string): boolean {
  const gender = entity === null ? undefined : memory.genders.get(entity)
  return gender === undefined || (lower !== 'he' && lower !== 'she') || gender === lower
}

/** The first person (or group) that a sentence names outside quotations, as owner of nothing. */
function subjectMention(line: Line, kind: Kind, before: number): Mention | null {
  for (const mention of line.mentions) {
    if (mention.end > before) return null
    if ((mention.type === 'person') !== (kind === 'person')) continue
    if (kind !== 'person' && mention.type !== 'organization' && mention.type !== 'product') continue
    const at = line.words.findIndex((w) => w.end >= mention.end)
    if (at < 0 || at > SUBJECT_WITHIN || line.quoted[at] || isPossessiveMark(line.words[at + 1])) continue
    return mention
  }
  return null
}
