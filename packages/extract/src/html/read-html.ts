import { Unprocessable } from '@counterclaim/model'
import { parse, serialize } from 'parse5'
import type { Block } from '../block.ts'
import { mendBlocks } from '../text/read-text.ts'
import { findArticle } from './article.ts'
import { domBlocks } from './blocks.ts'
import { MAX_DEPTH, nestingDepth } from './depth.ts'
import { type Metadata, readMetadata } from './metadata.ts'
import { prune, unwrapChains } from './prune.ts'

/** A page's article as blocks, and what the page says of it. */
export interface HtmlPage {
  readonly blocks: readonly Block[]
  readonly metadata: Metadata
}

/** Twice the depth of the deepest page of the extraction benchmark (51). */
const DEEP = 100
/** Readability found too little when the pruned page holds this many times its text. */
const TOO_LITTLE = 20

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
  const article = await findArticle(serialize(tree))
  const whole = domBlocks(article.body)
  const found = article.content === null ? [] : domBlocks(article.content)
  const blocks = sizeOf(found) * TOO_LITTLE < sizeOf(whole) ? whole : found
  return { blocks: mendBlocks(blocks), metadata: { ...metadata, byline: metadata.byline ?? article.byline } }
}

function sizeOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + block.text.length, 0)
}
