import type { Block } from '../block.ts'
import { countWords, isTerminated, lineKey } from './shape.ts'

/** A heading is a line of at most this many words and characters. */
const MAX_WORDS = 12
const MAX_CHARS = 100
const SENTENCE_START = /^(?:It|He|She|They|We|The|This|These|In|On|At|Its|Their|His|Her|There|According)\s/

/** Tells headings from paragraphs, numbered lines from text, and splits a heading glued to the paragraph under it. */
export function markSubheads(blocks: readonly Block[]): Block[] {
  const marked = blocks.map((block, i) => markOne(block, blocks[i + 1]))
  const headings = new Set(marked.filter((b) => b.kind === 'heading').map((b) => lineKey(b.text)))
  return marked.flatMap((block) => splitGlued(block, headings))
}

function markOne(block: Block, next: Block | undefined): Block {
  if (block.kind !== 'paragraph') return block
  const { text } = block
  if (isSubhead(text) && next !== undefined && next.kind !== 'footnote') return { ...block, kind: 'heading' }
  return /^(?:\(?\d{1,2}[.)]|\(?[a-zivx]{1,3}\))\s+\S/.test(text) ? { ...block, kind: 'list-item' } : block
}

function isSubhead(text: string): boolean {
  if (text.length > MAX_CHARS || !/^["“‘'(]?[\p{Lu}\p{N}\p{Lo}]/u.test(text)) return false
  if (/[.!…;,]["”’)]*$/.test(text) || countWords(text) > MAX_WORDS) return false
  return !isTerminated(text) || text.endsWith('?') || (text.endsWith(':') && countWords(text) <= 8)
}

/** `Tides It has risen …` under a document that also has the heading "Tides": two blocks. */
function splitGlued(block: Block, headings: ReadonlySet<string>): Block[] {
  if (block.kind !== 'paragraph') return [block]
  const words = block.text.slice(0, MAX_CHARS).split(' ')
  for (let n = 1; n <= 6 && n < words.length; n++) {
    const head = words.slice(0, n).join(' ')
    const rest = block.text.slice(head.length + 1)
    if (SENTENCE_START.test(rest) && headings.has(lineKey(head))) {
      return [
        { ...block, kind: 'heading', text: head },
        { ...block, text: rest },
      ]
    }
  }
  return [block]
}
