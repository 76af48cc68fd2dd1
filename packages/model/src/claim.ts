import type { Stance } from './attribution.ts'
import type { Value } from './quantity.ts'
import type { Span } from './span.ts'

/** A figure about something, or an assertion somebody makes, with the text it rests on. */
export interface Claim {
  /** Hash of document version, field, span and kind: entity links and lexicons may change without changing it. */
  readonly id: string
  readonly kind: 'quantity' | 'statement'
  readonly field: 'text' | 'title'
  /** Where `evidence` stands in that field. */
  readonly span: Span
  /** The exact text it rests on. */
  readonly evidence: string
  /** What it is about: an entity's name or the noun phrase. */
  readonly subject: string | null
  readonly subjectEntity: string | null
  /** Quantity: what is counted or measured, in a few words. Null for a statement. */
  readonly measure: string | null
  /** Statement: the proposition in a few words; with stance `denies`, what is denied. Null for a quantity. */
  readonly about: string | null
  readonly value: Value | null
  readonly per: string | null
  /** ISO 8601 date, month, year or interval; null when nothing says when. */
  readonly time: string | null
  readonly place: string | null
  readonly placeEntity: string | null
  /** As named in the text; null for the document's own voice. */
  readonly speaker: string | null
  readonly speakerEntity: string | null
  readonly stance: Stance
  /** True for a statement whose proposition is itself negated ("was never shut down"). */
  readonly negated: boolean
  /** Stems of the content words of the proposition or measure, sorted, without repeats: what comparing looks at. */
  readonly terms: readonly string[]
  /** Entities that the evidence names, sorted. */
  readonly entities: readonly string[]
  /** 0 to 1: how worth checking; see nlp's worthiness. */
  readonly score: number
  /** The rules that took part, in order. */
  readonly by: readonly string[]
}
