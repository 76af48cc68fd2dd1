import type { Block } from '../block.ts'
import { isBoilerplateHeading } from '../credits.ts'
import { isCallToAct, isCommentHeading, isControl, isRelatedHeading } from '../furniture.ts'
import { type Facts, leaveOut } from './facts.ts'
import { countWords, isTerminated } from './shape.ts'

/** Comments and lists of articles stand in the last part of a text; a heading of that name further up is its own. */
const TAIL_FROM = 0.4
/** A sender's description of itself is the last quarter of a release or less. */
const BOILERPLATE_FROM = 0.75
/** A teaser under "More from …" is one sentence or less; a paragraph of this length is text again. */
const TEASER = 240
/** A paragraph of a chapter has at least this many characters; a teaser or a comment under a heading seldom has. */
const CHAPTER = 150
/** Lists of other articles inside a text are short. */
const MAX_LINKS = 8

/**
 * Leaves out what follows a text: readers' comments to the end, and lists of other articles under their heading.
 * A list ends at the first paragraph of running text, so that nothing after a list in mid-text is lost.
 */
export function dropTail(facts: Facts): void {
  const size = facts.blocks.reduce((sum, block) => sum + block.text.length, 0)
  let before = 0
  for (let i = 0; i < facts.blocks.length; i++) {
    const line = facts.blocks[i]?.text ?? ''
    const late = before >= size * TAIL_FROM
    before += line.length
    if (facts.out.has(i)) continue
    if (late && facts.blocks[i]?.kind !== 'table-row' && isCommentHeading(line) && endsText(facts, i)) {
      for (let j = i; j < facts.blocks.length; j++) if (facts.blocks[j]?.kind !== 'footnote') leaveOut(facts, j, 'tail')
      return
    }
    if (before >= size * BOILERPLATE_FROM && isBoilerplateHeading(line) && i > facts.first) {
      for (let j = i; j < facts.blocks.length; j++) if (facts.blocks[j]?.kind !== 'footnote') leaveOut(facts, j, 'tail')
      return
    }
    if (isRelatedHeading(line) && i > 0) i = Math.max(i, dropList(facts, i) - 1)
  }
}

/** Whether no more than comments can follow: less than stood before, without chapters, or after the last running text. */
function endsText(facts: Facts, i: number): boolean {
  if (facts.last < i) return true
  if (facts.blocks.some((_, j) => j > i && isChapter(facts, j))) return false
  const sizes = facts.blocks.map((block) => block.text.length)
  const before = sizes.slice(0, i).reduce((a, b) => a + b, 0)
  const after = sizes.slice(i + 1).reduce((a, b) => a + b, 0)
  return after <= before
}

/** A heading of the text's own with running text under it, not with teasers. */
function isChapter(facts: Facts, i: number): boolean {
  const { kind, text } = facts.blocks[i] ?? { kind: 'paragraph', text: '' }
  if (kind !== 'heading' || isRelatedHeading(text) || isCommentHeading(text)) return false
  return facts.prose[i + 1] === true && (facts.blocks[i + 1]?.text.length ?? 0) >= CHAPTER
}

/** Leaves out a heading and the links under it; returns the index after them. */
function dropList(facts: Facts, from: number): number {
  leaveOut(facts, from, 'tail')
  const end = listEnd(facts, from + 1)
  // In mid-text a long list is more likely the text's own: what a review compares, what a plan lists.
  if (end <= facts.last && end - from > MAX_LINKS) return from + 1
  for (let i = from + 1; i < end; i++) leaveOut(facts, i, 'tail')
  return end
}

function listEnd(facts: Facts, from: number): number {
  let i = from
  for (; i < facts.blocks.length; i++) {
    const block = facts.blocks[i]
    if (block === undefined || block.kind === 'footnote' || isRunningText(block)) break
    if (isCommentHeading(block.text)) break
    if (facts.first < i && i < facts.last && !isLinkLike(block.text)) break
  }
  return i
}

function isRunningText({ kind, text: line }: Block): boolean {
  const text = line.replace(/^\(?\d{1,2}[.)]\s/, '')
  if (text.length >= TEASER || kind === 'list-item') return text.length >= TEASER
  return /[.!?]["”’)]*\s+["“‘]?\p{Lu}/u.test(text) || (isTerminated(text) && text.length >= 70)
}

function isLinkLike(text: string): boolean {
  return isControl(text) || isCallToAct(text) || (countWords(text) >= 4 && (!isTerminated(text) || /[?!]$/.test(text)))
}
