import type { Attribution, Stance, TaggedDocument } from '@counterclaim/model'
import { nounPhraseAfter } from '../attribution/noun-phrases.ts'
import type { Word } from '../syntax/words.ts'
import { joinWords } from './measure-words.ts'

/** What a clause says: about whom, in plain words, and whether it is negated. */
export interface Proposition {
  readonly subject: string | null
  readonly entity: string | null
  readonly about: string
  readonly negated: boolean
  readonly stance: Stance
}

const NEGATION = new Set(['not', "n't", 'n’t', 'never', 'no', 'nobody', 'none', 'nor', 'nothing', 'neither'])

/** The proposition of a clause as its speaker puts it. */
export function propositionOf(doc: TaggedDocument, attribution: Attribution, words: readonly Word[]): Proposition {
  const text = attribution.field === 'title' ? doc.title : doc.text
  const said = words.filter((w) => w.start < attribution.cue.start || w.end > attribution.cue.end)
  const subject = nounPhraseAfter(said, 0)
  const negated = said.some((w) => NEGATION.has(w.lower))
  const first = said[subject?.from ?? 0]
  const last = said[(subject?.to ?? 1) - 1]
  const name = subject === null || first === undefined || last === undefined ? null : text.slice(first.start, last.end)
  const mention = doc.mentions.find(
    (m) =>
      m.field === attribution.field &&
      first !== undefined &&
      last !== undefined &&
      m.start >= first.start &&
      m.end === last.end,
  )
  return {
    subject: name,
    entity: mention?.entity ?? null,
    about: joinWords(said),
    negated,
    stance: attribution.stance,
  }
}
