import type { DropReason } from './document.ts'

/** A stage's answer when the document is unwanted. Counted once; the document keeps the reason. */
export interface Dropped {
  readonly dropped: DropReason
  readonly droppedBecause?: string
}

/**
 * One named, versioned step: gives what it adds to the document, or drops it.
 * Pure but for the ports it declares in `Needs`. Raise `version` whenever its output changes for some input;
 * `data` is a hash of the lexicons it reads, so that an edited lexicon is a new version too.
 * `run` is a property, not a method: methods are bivariant and would let a wrong order of stages compile.
 * @throws {RetryLater | Unprocessable | ConfigError} and nothing else; any other error is a defect.
 */
export interface Stage<In, Adds extends object, Needs = unknown> {
  readonly name: string
  readonly version: number
  readonly data?: string
  readonly run: (doc: In, ports: Needs) => Adds | Dropped | Promise<Adds | Dropped>
}

/** The stage's version as the trace keeps it: code version, and the hash of its data where it has any. */
export function stageVersion(stage: { readonly version: number; readonly data?: string }): string {
  return stage.data === undefined ? `${stage.version}` : `${stage.version}+${stage.data}`
}
