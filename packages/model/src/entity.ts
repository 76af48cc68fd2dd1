import type { Span } from './span.ts'

/** The kinds of things we name (eval/FORMAT.md uses the same six). */
export const ENTITY_TYPES = ['person', 'organization', 'location', 'product', 'law', 'event'] as const

/** One of them. */
export type EntityType = (typeof ENTITY_TYPES)[number]

/** A thing that texts name: from the knowledge base, or provisional, made from one text. */
export interface Entity {
  /** Slug in the knowledge base; for a provisional entity a slug of its fullest name. */
  readonly id: string
  readonly type: EntityType
  /** Canonical name; for a provisional entity the fullest form in the text. */
  readonly name: string
  /** Every form of the name: the knowledge base's, and those this document uses. */
  readonly names: readonly string[]
  readonly provisional: boolean
}

/** Where a text names an entity, and why we think so. */
export interface Mention extends Span {
  readonly field: 'text' | 'title'
  readonly entity: string
  readonly type: EntityType
  /** The rule that made it (`kb`, `acronym`, `person-title`, …), for `show --explain`. */
  readonly by: string
}
