import { childrenOf, type Node, type Parent } from './tree.ts'

/** Elements whose content is never read. */
export const NEVER_TEXT: ReadonlySet<string> = new Set(
  'script style noscript template svg canvas iframe object embed audio video button select input textarea nav figcaption dialog map menu'.split(
    ' ',
  ),
)
/** A paragraph of this length is running text; an element with several is not furniture whatever its name. */
const PARAGRAPH = 120

/** What is under a node. */
export interface Measure {
  /** Characters of text, and how many of them are inside links. */
  readonly chars: number
  readonly linked: number
  readonly links: number
  readonly images: number
  /** Running paragraphs. */
  readonly paragraphs: number
}

/** Measures every node under a node, in one walk. */
export function measureAll(root: Parent): Map<Node | Parent, Measure> {
  const measures = new Map<Node | Parent, Measure>()
  measure(root, false, measures)
  return measures
}

function measure(node: Node | Parent, inLink: boolean, measures: Map<Node | Parent, Measure>): Measure {
  if (node.nodeName === '#text' && 'value' in node) {
    const chars = node.value.trim().length
    return { chars, linked: inLink ? chars : 0, links: 0, images: 0, paragraphs: 0 }
  }
  const link = node.nodeName === 'a'
  const image = node.nodeName === 'img' || node.nodeName === 'picture'
  let [chars, linked, links, images, paragraphs] = [0, 0, link ? 1 : 0, image ? 1 : 0, 0]
  if (!NEVER_TEXT.has(node.nodeName)) {
    for (const child of childrenOf(node)) {
      const m = measure(child, inLink || link, measures)
      chars += m.chars
      linked += m.linked
      links += m.links
      images += m.images
      paragraphs += m.paragraphs
    }
  }
  if (node.nodeName === 'p' && chars >= PARAGRAPH && linked < chars / 2) paragraphs = 1
  const own = { chars, linked, links, images, paragraphs }
  measures.set(node, own)
  return own
}
