/** A text or a page with the id under which its result is told. */
export interface Item {
  readonly id: string
  readonly text: string
}

/** What a system is given: texts before the clock starts, on the clock, and to be judged. */
export interface Job {
  readonly warm: readonly Item[]
  readonly timed: readonly Item[]
  readonly judged: readonly Item[]
}

/** What a system did. */
export interface Result {
  readonly version: string
  /** Of processor time, all threads, for what was timed. */
  readonly seconds: number
  /** The most memory the process held, once all that was timed was done. */
  readonly megabytes: number
  /** By id, in the form of the task's scorer. */
  readonly found: Readonly<Record<string, unknown>>
}

/** Exit code of a peer that is not on this machine. */
export const NOT_INSTALLED = 3
