import type { Attribution, Claim, Mention, TaggedDocument, TimeExpression } from '@counterclaim/model'
import { type Told, toldIn } from './statement-repeats.ts'

/** One field of a document with what statements look up in it, in order, so that look-ups can bisect. */
export interface StatementField {
  readonly doc: TaggedDocument
  readonly field: 'text' | 'title'
  readonly text: string
  readonly mentions: readonly Mention[]
  readonly times: readonly TimeExpression[]
  readonly told: Told
}

/** A field of a document, with the attributions and figures that are told in it. */
export function statementField(
  doc: TaggedDocument,
  field: 'text' | 'title',
  attributions: readonly Attribution[],
  figures: readonly Claim[],
): StatementField {
  return {
    doc,
    field,
    text: field === 'title' ? doc.title : doc.text,
    mentions: doc.mentions.filter((m) => m.field === field),
    times: doc.times.filter((t) => t.field === field),
    told: toldIn(field, attributions, figures),
  }
}
