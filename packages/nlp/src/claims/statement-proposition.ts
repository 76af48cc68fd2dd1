import type { Attribution, Stance } from '@counterclaim/model'
import { nounPhraseAfter } from '../attribution/noun-phrases.ts'
import type { Word } from '../syntax/words.ts'
import { joinWords } from './measure-words.ts'
import { overlapping } from './near.ts'
import type { StatementField } from './statement-field.ts'
import { deniedWords, stanceOfClause } from './statement-stance.ts'

/** What a clause says: about whom, in plain words, and whether it is negated. */
export interface Proposition {
  readonly subject: string | null
  readonly entity: string | null
  readonly about: string
  readonly negated: boolean
  readonly stance: Stance
}

const NEGATION = new Set(['not', "n't", 'n’t', 'never', 'no', 'nobody', 'none', 'nor', 'nothing', 'neither'])

/**
 * The proposition of a clause as its speaker puts it. A speaker who asserts that a wrong did not happen, or that an account
 * is untrue, denies it: `about` then is what is denied, and not negated.
 */
export function propositionOf(
  { text, mentions }: StatementField,
  attribution: Attribution,
  words: readonly Word[],
): Proposition {
  const said = words.filter((w) => w.start < attribution.cue.start || w.end > attribution.cue.end)
  const subject = nounPhraseAfter(said, 0)
  const first = said[subject?.from ?? 0]
  const last = said[(subject?.to ?? 1) - 1]
  const name = subject === null || first === undefined || last === undefined ? null : text.slice(first.start, last.end)
  const mention =
    first === undefined || last === undefined
      ? undefined
      : overlapping(mentions, last).find((m) => m.start >= first.start && m.end === last.end)
  const answer = attribution.stance === 'asserts' ? stanceOfClause(said, attribution.by === 'verb-call') : null
  const negated = said.some((w) => NEGATION.has(w.lower))
  const turned = answer === 'denies' && negated
  return {
    subject: name,
    entity: mention?.entity ?? null,
    about: joinWords(turned ? deniedWords(said) : said),
    negated: negated && !turned,
    stance: answer ?? attribution.stance,
  }
}
