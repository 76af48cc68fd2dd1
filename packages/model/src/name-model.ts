import type { TextDocument } from './document.ts'
import type { EntityType } from './entity.ts'
import type { Span } from './span.ts'

/** A name that a model sees in a document's title or text. */
export interface NameProposal extends Span {
  readonly field: 'text' | 'title'
  readonly type: EntityType
  /** 0 to 1: how sure the model is. */
  readonly score: number
}

/**
 * A model beside the rules that find names: it proposes, and never takes away or changes what a firm rule found. None unless
 * a user configures one. The same document must give the same proposals: `name` and `version` are part of the stage's version.
 */
export interface NameModel {
  readonly name: string
  readonly version: string
  /** Offsets are UTF-16 code units into the field. Weights are best loaded at the first call: many processes never make one. */
  readonly propose: (
    doc: Pick<TextDocument, 'title' | 'text' | 'sentences'>,
  ) => readonly NameProposal[] | Promise<readonly NameProposal[]>
}
