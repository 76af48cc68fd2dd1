import type { Attribution, Stance } from '@counterclaim/model'
import verbs from '../data/measure-verbs.json' with { type: 'json' }
import { joinWords } from './measure-words.ts'
import type { Frame } from './quantity-frame.ts'
import { type Focus, spanOf } from './subject-focus.ts'

/** Who asserts a figure and how, and the rule that found it. */
export interface Speaker {
  readonly speaker: string | null
  readonly entity: string | null
  readonly stance: Stance
  readonly by: string
}

const ESTIMATE = new Set(verbs.estimate)

/** The speaker of the narrowest attribution whose content holds the figure; else who puts or estimates it; else nobody. */
export function speakerOf(frame: Frame, attributions: readonly Attribution[], focus: Focus): Speaker {
  const estimator = estimatorOf(frame, focus)
  if (estimator !== null) return estimator
  let narrowest: Attribution | null = null
  for (const a of attributions) {
    if (a.content.start > frame.quantity.start || a.content.end < frame.quantity.end || a.speaker === null) continue
    if (narrowest === null || length(a) < length(narrowest)) narrowest = a
  }
  if (narrowest === null) return { speaker: null, entity: null, stance: 'asserts', by: 'speaker:document' }
  return { speaker: narrowest.speaker, entity: narrowest.entity, stance: narrowest.stance, by: 'speaker:attribution' }
}

const length = (a: Attribution): number => a.content.end - a.content.start

/** "The institute put it at 5%", "the bank reports 3 million customers": the verb's subject when it is a name. */
function estimatorOf({ parse, clause, at, preposition }: Frame, focus: Focus): Speaker | null {
  const verb = parse.phrases[clause.verb]
  if (verb === undefined || at < clause.verb || clause.subject === -1 || verb.verb?.passive === true) return null
  if (!ESTIMATE.has(parse.words[verb.head]?.lower ?? '')) return null
  if (
    !(
      preposition === 'at' ||
      (at === clause.verb + 1 && preposition === '') ||
      (preposition === 'of' && at === clause.verb + 2)
    )
  )
    return null
  const phrase = parse.phrases[clause.subject]
  if (phrase === undefined) return null
  const span = spanOf(parse.words, phrase.from, phrase.to)
  const mention = focus
    .within(span)
    .findLast((m) => m.type === 'organization' || m.type === 'person' || m.type === 'product')
  if (mention === undefined) return null
  return {
    speaker: focus.nameOf(mention),
    entity: mention.entity,
    stance: 'asserts',
    by: `speaker:${joinWords(parse.words.slice(verb.head, verb.head + 1))}`,
  }
}
