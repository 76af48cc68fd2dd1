import type { Block } from '../block.ts'
import { gatherFacts } from './facts.ts'
import { readHead } from './head.ts'
import { dropHeadline, findHeadline } from './headline.ts'
import { dropInterior, dropRepeats } from './interior.ts'
import { lineKey } from './shape.ts'
import { dropTail } from './tail.ts'

/** Blocks of the text alone, and what the lines left out said about it. */
export interface CleanBlocks {
  readonly blocks: readonly Block[]
  /** The headline the text shows, null when it shows none; not looked for when a title is known. */
  readonly headline: string | null
  readonly byline: string | null
  /** ISO 8601 day from a date line above the text. */
  readonly date: string | null
}

/**
 * Leaves out what surrounds a text on its page. `title` is the title where it is known from elsewhere.
 * Rules prefer keeping: when they would leave nothing, everything stays.
 */
export function cleanBlocks(blocks: readonly Block[], title: string | null): CleanBlocks {
  const facts = gatherFacts(blocks)
  const headline = title === null ? findHeadline(facts) : null
  const known = title ?? headline
  const { byline, date } = readHead(facts, known === null ? -1 : certainHeadline(facts.keys, known, title !== null))
  if (known !== null) dropHeadline(facts, known)
  dropTail(facts)
  dropInterior(facts)
  dropRepeats(facts)
  const kept = blocks.filter((_, i) => !facts.out.has(i))
  return { blocks: kept.length === 0 ? blocks : kept, headline, byline, date }
}

/** Where the headline stands, when that is certain: it was given, or it comes twice. Else -1. */
function certainHeadline(keys: readonly string[], title: string, given: boolean): number {
  const key = lineKey(title)
  const at = keys.indexOf(key)
  return given || (at >= 0 && keys.indexOf(key, at + 1) > 0) ? at : -1
}
