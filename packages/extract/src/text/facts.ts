import type { Block } from '../block.ts'
import { isCaption } from '../furniture.ts'
import { isProse, lineKey } from './shape.ts'

/** Why a block is left out of the clean text. */
export type Furniture =
  | 'headline'
  | 'section'
  | 'weather'
  | 'date'
  | 'byline'
  | 'caption'
  | 'control'
  | 'link'
  | 'call'
  | 'tail'
  | 'repeat'

/** What the rules know of a document's blocks; all arrays run parallel. */
export interface Facts {
  readonly blocks: readonly Block[]
  /** `lineKey` of each block, empty for long ones, which are never compared. */
  readonly keys: readonly string[]
  readonly prose: readonly boolean[]
  /** Index of the first and last block of running prose; `first` is blocks.length when there is none. */
  readonly first: number
  readonly last: number
  /** Decided so far; the first rule to decide a block wins. */
  readonly out: Map<number, Furniture>
}

const COMPARED = 2_000

/** Looks at every block once. */
export function gatherFacts(blocks: readonly Block[]): Facts {
  const prose = blocks.map(
    ({ kind, text }) => kind !== 'footnote' && kind !== 'heading' && isProse(text) && !isCaption(text),
  )
  const first = prose.indexOf(true)
  return {
    blocks,
    keys: blocks.map((block) => (block.text.length > COMPARED ? '' : lineKey(block.text))),
    prose,
    first: first < 0 ? blocks.length : first,
    last: prose.lastIndexOf(true),
    out: new Map(),
  }
}

/** Marks a block unless an earlier rule has. */
export function leaveOut(facts: Facts, index: number, why: Furniture): void {
  if (!facts.out.has(index)) facts.out.set(index, why)
}
