import type { Passage, Sentence } from '@counterclaim/model'
import type { Block } from './block.ts'
import { splitSentences } from './sentences.ts'

/** Clean text with its passages and sentences. */
export interface Assembled {
  readonly text: string
  readonly passages: readonly Passage[]
  readonly sentences: readonly Sentence[]
}

/**
 * Joins blocks to the clean text: a blank line between blocks, a single line break between items of one list or rows
 * of one table. Passages and sentences are in order, do not overlap, and together cover all but white space.
 */
export function assemble(blocks: readonly Block[]): Assembled {
  const parts: string[] = []
  const passages: Passage[] = []
  const sentences: Sentence[] = []
  let at = 0
  let previous: Block | undefined
  for (const block of blocks) {
    if (block.text === '') continue
    const gap = previous === undefined ? '' : standTogether(previous, block) ? '\n' : '\n\n'
    const start = at + gap.length
    const end = start + block.text.length
    parts.push(gap, block.text)
    for (const s of splitSentences(block.text)) {
      sentences.push({ passage: passages.length, start: start + s.start, end: start + s.end })
    }
    passages.push({ kind: block.kind, start, end, ...(block.page === undefined ? {} : { page: block.page }) })
    at = end
    previous = block
  }
  return { text: parts.join(''), passages, sentences }
}

function standTogether(a: Block, b: Block): boolean {
  return a.kind === b.kind && (a.kind === 'list-item' || a.kind === 'table-row')
}
