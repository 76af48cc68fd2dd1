import { Unprocessable } from '@counterclaim/model'
import { parse } from 'parse5'
import type { Block } from '../block.ts'
import { markNotes } from '../text/footnotes.ts'
import { mendBlocks, readText } from '../text/read-text.ts'
import { findArticle } from './article.ts'
import { domBlocks } from './blocks.ts'
import { MAX_DEPTH, nestingDepth } from './depth.ts'
import { type Metadata, readMetadata } from './metadata.ts'
import { prune } from './prune.ts'
import { readAgain } from './second-reading.ts'
import { toXhtml } from './to-xhtml.ts'
import { elementsOf, type Parent } from './tree.ts'
import { unwrapChains, unwrapParagraphs } from './unwrap.ts'

/** A page's article as blocks, and what the page says of it. */
export interface HtmlPage {
  readonly blocks: readonly Block[]
  readonly metadata: Metadata
}

/** Twice the depth of the deepest page of the extraction benchmark (51). */
const DEEP = 100
/** Readability found too little when the pruned page holds this many times its text. */
const TOO_LITTLE = 20
/** An article of fewer characters is worth a second look at the page. The shortest of the benchmark has 311. */
const SHORT = 250
/** A page that shows next to nothing, being made by its scripts, may tell its text in its linked data: this much more. */
const TOLD = 2
/** A page of more elements is a list or a table, not an article: Readability takes quadratic time in siblings. */
const MAX_ELEMENTS = 50_000
/** jsdom needs 200 times the size of a page as memory; this many characters fit a thread's default. */
const MAX_SECOND = 1_000_000

/**
 * Reads a page: metadata from the whole tree, then the article from what pruning leaves.
 * @throws {Unprocessable} `html.too-deep`
 */
export async function readHtml(html: string, url: string): Promise<HtmlPage> {
  const depth = nestingDepth(html)
  if (depth > MAX_DEPTH) {
    throw new Unprocessable('html.too-deep', `more than ${MAX_DEPTH} elements stand inside one another`)
  }
  const tree = parse(html)
  const metadata = readMetadata(tree, url)
  prune(tree)
  if (depth > DEEP) unwrapChains(tree)
  unwrapParagraphs(tree)
  const { blocks, byline } = await articleOf(tree, html, url)
  const size = sizeOf(blocks)
  const { articleBody } = metadata
  if (articleBody !== null && size < SHORT && articleBody.length > size * TOLD) {
    return { blocks: readText(articleBody), metadata }
  }
  return { blocks: mendBlocks(markNotes(blocks)), metadata: { ...metadata, byline: metadata.byline ?? byline } }
}

interface Found {
  readonly blocks: readonly Block[]
  readonly byline: string | null
}

/** The article in a pruned tree. Where that is next to nothing, what the page as it came gives, else all that is left. */
async function articleOf(tree: Parent, html: string, url: string): Promise<Found> {
  const whole = domBlocks(bodyOf(tree))
  if (isHuge(tree)) return { blocks: whole, byline: null }
  const first = findArticle(toXhtml(tree), url)
  const found = first.content === null ? [] : domBlocks(first.content)
  if (sizeOf(found) < SHORT && html.length <= MAX_SECOND) {
    const second = await readAgain(html)
    const again = second.content === null ? [] : domBlocks(second.content)
    if (sizeOf(again) >= SHORT && sizeOf(again) > sizeOf(whole)) return { blocks: again, byline: second.byline }
  }
  return { blocks: sizeOf(found) * TOO_LITTLE < sizeOf(whole) ? whole : found, byline: first.byline }
}

function bodyOf(tree: Parent): Parent {
  for (const element of elementsOf(tree)) if (element.tagName === 'body') return element
  return tree
}

function isHuge(tree: Parent): boolean {
  let count = 0
  for (const _ of elementsOf(tree)) if (++count > MAX_ELEMENTS) return true
  return false
}

function sizeOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + block.text.length, 0)
}
