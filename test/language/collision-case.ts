import type { Report } from './read-story.ts'

/** A short story in which something collides: what is found must be one of the pairs, and every pair must be found. */
export interface Case {
  readonly name: string
  readonly reports: readonly Report[]
  /** Two pieces of text, one of each side's sentence or evidence. */
  readonly pairs: readonly (readonly [string, string])[]
}
