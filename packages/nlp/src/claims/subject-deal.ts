import type { Frame } from './quantity-frame.ts'
import { BODIES, bodyIn, type Focus, named, type Subject, spanOf } from './subject-focus.ts'

/** What is bought: "$3 billion for the company", "buy it for $3 billion", "his $3 billion acquisition of the firm". */
export function dealSubject(frame: Frame, focus: Focus): Subject {
  const { parse, clause, quantity } = frame
  const end = spanOf(parse.words, 0, parse.phrases[clause.to - 1]?.to ?? 0).end
  const after = named(bodyIn({ start: quantity.end, end }, focus), focus, 'subject:deal')
  const verb = parse.words[parse.phrases[clause.verb]?.head ?? -1]?.end ?? 0
  const bought = named(bodyIn({ start: verb, end: quantity.start }, focus), focus, 'subject:deal')
  const found =
    after ?? bought ?? named(focus.antecedent(quantity.start, BODIES) ?? focus.main(BODIES), focus, 'subject:deal')
  if (found === null) return { subject: null, entity: null, by: 'subject:none' }
  return { ...found, subject: `${found.subject} deal` }
}
