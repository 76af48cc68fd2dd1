import { stem, tokenize } from '../tokens.ts'
import type { Subject } from './subject-focus.ts'

const STOP = new Set(
  'a an the of in on at to for by and or its their his her was were is are be been being has have had that this with from as it who which whom whose not'.split(
    ' ',
  ),
)

/** Stems of the content words of a measure, and of the subject where it is no name: what comparing looks at. */
export function termsOf(measure: string, { subject, entity }: Subject): string[] {
  const words = tokenize(entity === null ? `${measure} ${subject ?? ''}` : measure)
  const stems = words.filter((t) => !STOP.has(t.text.toLowerCase()) && !/^\d/.test(t.text)).map((t) => stem(t.text))
  return [...new Set(stems)].sort()
}
