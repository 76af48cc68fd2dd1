import type { Attribution, ClaimedDocument } from '@counterclaim/model'
import { annotateDocument } from '../annotate-document.ts'
import { claimDocument } from '../claim-document.ts'
import { textDocument } from './text-document.ts'

/** A sample text after all stages of this package. */
export function claimed(sample: string, title = ''): ClaimedDocument {
  const doc = textDocument(sample, title)
  const tagged = { ...doc, ...annotateDocument(doc) }
  return { ...tagged, ...claimDocument(tagged) }
}

/** Who says what in a sample text, as words: speaker, cue, content, stance. */
export type Spoken = readonly [speaker: string | null, cue: string, content: string, stance: Attribution['stance']]

/** The attributions of a sample text, in order; contents without quotation marks around them. */
export function spoken(sample: string, title = ''): Spoken[] {
  const doc = claimed(sample, title)
  return doc.attributions.map(({ field, speaker, cue, content, stance }) => {
    const text = field === 'title' ? doc.title : doc.text
    const words = text.slice(content.start, content.end).replace(/^["“”‘'’`]+|["“”‘'’`]+$/g, '')
    return [speaker, text.slice(cue.start, cue.end), words.replace(/[,.;:]+$/, ''), stance] as const
  })
}
