import type { DropReason } from './document.ts'
import type { ErrorCode } from './errors.ts'

/** The states of an input. */
export const STATES = ['waiting', 'indexed', 'copy', 'unchanged', 'dropped', 'quarantined', 'removed'] as const
/** The one visible state of an input. */
export type State = (typeof STATES)[number]

/** One step that led an input to its state. */
export interface Step {
  readonly stage: string
  readonly version: string
  readonly outcome: string
}

/** What became of an input, and how. */
export interface Entry {
  /** The input: URL, or `file:` URL with `#L7` for a line of JSON Lines. */
  readonly input: string
  readonly state: State
  /** Code of the reason when dropped or quarantined. */
  readonly code: ErrorCode | DropReason | null
  /** The reason in words. */
  readonly reason: string | null
  /** The document it became, null before extraction. */
  readonly document: string | null
  readonly steps: readonly Step[]
}
