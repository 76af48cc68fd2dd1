import { isPronoun } from './measure-words.ts'
import type { Frame } from './quantity-frame.ts'
import { BODIES, bodyIn, type Focus, named, type Subject, spanOf } from './subject-focus.ts'
import { phraseSubject } from './subject-phrase.ts'

/** What is bought: "$3 billion for the company", "buy it for $3 billion", "his $3 billion acquisition of the firm". */
export function dealSubject(frame: Frame, focus: Focus): Subject {
  const { parse, clause, quantity } = frame
  const end = spanOf(parse.words, 0, parse.phrases[clause.to - 1]?.to ?? 0).end
  const after = named(bodyIn({ start: quantity.end, end }, focus), focus, 'subject:deal')
  const found =
    after ??
    bought(frame, focus) ??
    named(focus.antecedent(quantity.start, BODIES) ?? focus.main(BODIES), focus, 'subject:deal')
  if (found === null) return { subject: null, entity: null, by: 'subject:none' }
  return { ...found, subject: `${found.subject} deal` }
}

/** The object of the verb before the figure, when it is more than "it" or "the company". */
function bought(frame: Frame, focus: Focus): Subject | null {
  const { parse, at, clause } = frame
  for (let i = at - 1; i > clause.from; i--) {
    if (parse.phrases[i]?.kind !== 'verb') continue
    if (i + 1 >= at || parse.phrases[i + 1]?.kind !== 'noun' || isPronoun(parse, i + 1)) return null
    return phraseSubject(frame, i + 1, focus)
  }
  return null
}
