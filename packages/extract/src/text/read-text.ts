import type { Block } from '../block.ts'
import { withText } from '../block.ts'
import { repairText } from '../repair.ts'
import { dropContents } from './contents.ts'
import { dropMarkers } from './footnotes.ts'
import { joinLines } from './join-lines.ts'
import { readLines } from './lines.ts'
import { stripInlineMarkup } from './markup.ts'
import { dropRunningHeads } from './running-heads.ts'

/** A Markdown item that leads to a place in the same text: a line of a table of contents, a way back to its top. */
const ANCHOR = /^(?:[-*+]\s|\d{1,3}[.)]\s)?\s?\[[^\]]{1,200}\]\(#[^)]{0,200}\)$/

function dropComments(raw: string): string {
  return raw.includes('<!--') ? raw.replace(/<!--[\s\S]{0,5000}?-->/g, '') : raw
}

/** Blocks of a plain or Markdown text, mended, with page furniture still in. Linear; builds no tree. */
export function readText(raw: string): Block[] {
  const lines = dropRunningHeads(dropContents(readLines(dropComments(raw))).filter(({ text }) => !ANCHOR.test(text)))
  return mendBlocks(joinLines(lines).map((block) => withText(block, stripInlineMarkup(block.text))))
}

/** What every kind of input needs: note markers out, spaces and quotation marks mended, empty blocks gone. */
export function mendBlocks(blocks: readonly Block[]): Block[] {
  return dropMarkers(blocks)
    .map((block) => withText(block, repairText(block.text)))
    .filter((block) => /[\p{L}\p{N}]/u.test(block.text))
}
