import type { Span, Stance } from '@counterclaim/model'
import nouns from '../data/speaker-nouns.json' with { type: 'json' }
import type { Complement } from './complements.ts'
import { nounPhraseBefore, type Range } from './noun-phrases.ts'
import type { Frame } from './reporting-verbs.ts'
import { type Draft, type Line, rangeSpan, type Scene } from './scene.ts'
import { mainSubject, type Subject, subjectBefore } from './subjects.ts'
import type { VerbGroup } from './verb-groups.ts'

/** A reporting verb with what the rules for it look at. */
export interface VerbContext {
  readonly scene: Scene
  readonly line: Line
  readonly group: VerbGroup
  readonly complement: Complement
  /** The speaker of the cue before in this sentence. */
  readonly previous: Draft | undefined
}

/** The stance that a frame gives, turned where the verb itself is negated ("did not confirm", "never denied"). */
export function stanceOf(group: VerbGroup, frame: Frame): Stance | null {
  const stance = group.verb.frames.get(frame)
  if (stance === undefined) return null
  if (!group.negated) return stance
  if (stance === 'confirms') return 'declines'
  return stance === 'declines' ? 'asserts' : null
}

/** Who speaks: the verb's subject, or for "…, saying" and "… and denied" the subject of what stands before. */
export function speakerOf({ line, group, previous }: VerbContext): Range | null {
  const source = speakerOfGroup(line, group, previous)
  return source !== null && NOBODY.has(line.words[source.from]?.lower ?? '') ? null : source
}

/** Begins of a phrase that names nobody who speaks: "nobody said", "no minister said". */
const NOBODY = new Set(['nobody', 'no', 'none', 'neither', 'nothing', 'few'])

/** Who does what a verb says: its subject, else that of the cue before in the sentence, else the sentence's. */
export function speakerOfGroup(line: Line, group: VerbGroup, previous: Draft | undefined): Range | null {
  if (group.form === 'finite') {
    const subject: Subject | null = subjectBefore(line, group.from)
    if (subject !== null) return subject.range
    const before = line.words[group.from - 1]
    if (before === undefined || !(before.pos === 'CCONJ' || before.text === ',' || before.pos === 'VERB')) return null
  }
  const issuer = group.form === 'ing' ? issuerBefore(line, group.from) : null
  if (issuer !== null) return issuer
  if (previous !== undefined && previous.source !== null) return previous.source
  return mainSubject(line, group.from)
}

const UTTERANCES = new Set([...nouns.utterances, ...nouns.nominal.asserts, ...nouns.documents])

/** Words that the name of an issuer has at most. */
const MOST_WORDS = 8

/** Whose words "saying" goes on with: "a statement from Harbour Rail | saying", "a letter by two doctors | warning". */
function issuerBefore({ words, mentions }: Line, at: number): Range | null {
  for (let i = at - 1; i > 0 && at - i <= MOST_WORDS; i--) {
    if (!['from', 'by'].includes(words[i]?.lower ?? '')) continue
    const issuer = nounPhraseBefore(words.slice(i + 1), at - i - 1, mentions)
    return UTTERANCES.has(words[i - 1]?.lower ?? '') && issuer?.from === 0 ? { from: i + 1, to: at } : null
  }
  return null
}

/** The draft of a verb's attribution; its cue is the verb with its auxiliaries. */
export function draft({ line, group }: VerbContext, source: Range, content: Span, stance: Stance, rule: string): Draft {
  const cue = rangeSpan(line.words, { from: group.from, to: group.to })
  return { line: line.index, source, cue, content, stance, rule }
}
