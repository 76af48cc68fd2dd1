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
 * Whom "he", "she", "it" or "they" stands for: of the people or bodies named or heard within REACH sentences the one that
 * scores best; null when none fits. In the pronoun's own sentence only what stands before it counts.
 */
export function resolvePronoun(memory: Memory, line: Line, word: Word): (Speaker & { kind: Kind }) | null {
  const lower = SUBJECT_FORM[word.lower] ?? word.lower
  const kind = KINDS[lower] ?? 'plural'
  const fits = (s: { kind: Kind; entity: string | null }): boolean =>
    (kind === 'plural' ? s.kind !== 'person' : s.kind === kind) && genderFits(memory, s.entity, lower)
  let best: (Speaker & { kind: Kind }) | null = null
  let most = 0
  for (let back = 0; back <= REACH && back <= line.index; back++) {
    const near = 1 / (1 + back)
    // Nobody further back can score more than what is found already.
    if (most >= near * (1 + HEARD) + OFTEN) break
    const own = memory.scene.lines[line.index - back]
    if (own === undefined) break
    for (const found of candidates(memory, own, kind, back === 0 ? word.start : Number.POSITIVE_INFINITY)) {
      const score = near * found.weight + (isFrequent(memory, found.speaker) ? OFTEN : 0)
      if (score > most && fits(found.speaker)) [best, most] = [found.speaker, score]
    }
  }
  return best
}

/**
 * What an antecedent is worth in the sentence before last and so on: 1 for its subject, more when it has spoken there, less
 * when it only owns something or is mentioned aside. After Lappin & Leass 1994 (subject 80, recency 100 halved with each
 * sentence, other roles 40-50), in rough proportion; no figure was tuned.
 */
const HEARD = 0.3
const ASIDE = 0.6
const OWNER = 0.5
/** A body by one name, for "they": rarer than people or bodies in the plural. */
const SINGULAR = 0.4
const OFTEN = 0.1
const OFTEN_COUNT = 3

function isFrequent(memory: Memory, { entity }: Speaker): boolean {
  return entity !== null && (memory.counts.get(entity) ?? 0) >= OFTEN_COUNT
}

type Candidate = { readonly speaker: Speaker & { kind: Kind }; readonly weight: number }

function candidates(memory: Memory, line: Line, kind: Kind, before: number): Candidate[] {
  const found: Candidate[] = []
  for (const speaker of memory.met.get(line.index)?.toReversed() ?? []) found.push({ speaker, weight: 1 + HEARD })
  let first = true
  for (const mention of line.mentions) {
    if (mention.end > before) break
    if ((mention.type === 'person') !== (kind === 'person')) continue
    if (kind !== 'person' && mention.type !== 'organization' && mention.type !== 'product') continue
    const at = line.words.findIndex((w) => w.end >= mention.end)
    if (at < 0 || at > SUBJECT_WITHIN || line.quoted[at]) continue
    const owner = isPossessiveMark(line.words[at + 1])
    const role = owner ? OWNER : first ? 1 : ASIDE
    found.push({ speaker: speakerOfMention(memory, mention), weight: kind === 'plural' ? role * SINGULAR : role })
    if (!owner) first = false
  }
  return found
}

function genderFits(memory: Memory, entity: string | null, lower: string): boolean {
  const gender = entity === null ? undefined : memory.genders.get(entity)
  return gender === undefined || (lower !== 'he' && lower !== 'she') || gender === lower
}
