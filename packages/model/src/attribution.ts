import type { Span } from './span.ts'

/** What a speaker does with a proposition. */
export type Stance = 'asserts' | 'denies' | 'confirms' | 'questions' | 'declines'

/** Who says what: source, cue and content, as spans of the text. */
export interface Attribution {
  readonly field: 'text' | 'title'
  /** The words that name the speaker ("he", "the ministry"); null when the text names none. */
  readonly source: Span | null
  /** The speaker's name after pronouns and roles are resolved within the document; null when unresolved and unnamed. */
  readonly speaker: string | null
  /** Entity of the speaker, null when it is none we know of. */
  readonly entity: string | null
  /** "said", "denied", "according to". */
  readonly cue: Span
  readonly content: Span
  readonly kind: 'direct' | 'indirect' | 'mixed'
  readonly stance: Stance
  readonly by: string
}

/** Whom a speaker of a document speaks for: "Meta spokesman Ben Lee", "Kenyan Health Minister Aisha Otieno", "Kenyan officials". */
export interface Affiliation {
  /** Entity id of the speaker; its name in lower case when it is no entity. */
  readonly speaker: string
  /** Entity id of the organization or country. */
  readonly of: string
}
