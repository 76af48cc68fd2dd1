import lists from '../data/markup-furniture.json' with { type: 'json' }
import { isCallToAct, isControl, isMarkedLink, isPlatform, isRelatedHeading } from '../furniture.ts'
import { attribute, childrenOf, type Element, isElement, type Node, type Parent, textOf } from './tree.ts'

const WORDS: ReadonlySet<string> = new Set(lists.words)
const NEVER_TEXT = new Set(
  'script style noscript template svg canvas iframe object embed audio video button select input textarea nav figcaption dialog map menu'.split(
    ' ',
  ),
)
const CONTAINERS = new Set('html body main article'.split(' '))
/** Furniture is small: beside an article of this share or more, a named element is taken for a part of it. */
const MAX_SHARE = 0.3
const MAX_CHARS = 3_000
/** A paragraph of this length is running text; an element with several is not furniture whatever its name. */
const PARAGRAPH = 120
/** Share of a list's text inside links from which it is a list of links. */
const LINK_DENSITY = 0.7

/** Takes out of a page's tree what is never of the article: scripts, navigation, named furniture, lists of links. */
export function prune(tree: Parent): void {
  const measures = new Map<Node | Parent, Measure>()
  const total = measure(tree, false, measures).chars
  pruneUnder(tree, total, measures)
}

/**
 * Replaces every wrapper that holds nothing but one other element by that element. Readability takes cubic time in
 * chains of wrappers (500: 8 s instead of 0.1 s); pages for readers have none worth keeping at such depth.
 */
export function unwrapChains(parent: Parent): void {
  for (const [i, child] of parent.childNodes.entries()) {
    let inner: Node = child
    for (let only = onlyChild(inner); only !== null; only = onlyChild(inner)) inner = only
    if (inner !== child) {
      parent.childNodes[i] = inner as Parent['childNodes'][number]
      inner.parentNode = parent
    }
    if (isElement(inner)) unwrapChains(inner)
  }
}

function onlyChild(node: Node): Element | null {
  if (!isElement(node) || !/^(?:div|section|span|center|font)$/.test(node.tagName)) return null
  const children = node.childNodes.filter((c) => c.nodeName !== '#text' || !('value' in c) || c.value.trim() !== '')
  const only = children.length === 1 ? children[0] : undefined
  return only !== undefined && isElement(only) ? only : null
}

interface Measure {
  readonly chars: number
  readonly linked: number
  readonly links: number
  /** Running paragraphs. */
  readonly paragraphs: number
}

/** Text, linked text, links and running paragraphs under every node, in one walk. */
function measure(node: Node | Parent, inLink: boolean, measures: Map<Node | Parent, Measure>): Measure {
  if (node.nodeName === '#text' && 'value' in node) {
    const chars = node.value.trim().length
    return { chars, linked: inLink ? chars : 0, links: 0, paragraphs: 0 }
  }
  const link = node.nodeName === 'a'
  let [chars, linked, links, paragraphs] = [0, 0, link ? 1 : 0, 0]
  if (!NEVER_TEXT.has(node.nodeName)) {
    for (const child of childrenOf(node)) {
      const m = measure(child, inLink || link, measures)
      chars += m.chars
      linked += m.linked
      links += m.links
      paragraphs += m.paragraphs
    }
  }
  if (node.nodeName === 'p' && chars >= PARAGRAPH && linked < chars / 2) paragraphs = 1
  const own = { chars, linked, links, paragraphs }
  measures.set(node, own)
  return own
}

function pruneUnder(parent: Parent, total: number, measures: Map<Node | Parent, Measure>): void {
  const kept: Node[] = []
  for (const child of parent.childNodes) {
    if (child.nodeName === '#comment' || (isElement(child) && isFurniture(child, total, measures))) continue
    kept.push(child)
    if (isElement(child)) pruneUnder(child, total, measures)
  }
  parent.childNodes = kept
}

function isFurniture(e: Element, total: number, measures: Map<Node | Parent, Measure>): boolean {
  if (NEVER_TEXT.has(e.tagName)) return true
  if (CONTAINERS.has(e.tagName)) return false
  if (isBackReference(e)) return true
  const m = measures.get(e)
  if (m === undefined || m.chars === 0) return false
  if (isHidden(e)) return true
  const small = m.chars < MAX_CHARS && m.chars < total * MAX_SHARE
  if (!small) return false
  if (e.tagName === 'figure') return m.paragraphs === 0 && !/<(?:table|blockquote|pre)/.test(tagsUnder(e))
  if (e.tagName === 'aside') return m.paragraphs < 4
  if (m.paragraphs < 2 && hasFurnitureName(e) && !/<blockquote/.test(tagsUnder(e))) return true
  return isLinkList(e, m) || isFurnitureText(e, m)
}

/** The way back from a footnote to its mark: a link within the page that shows no word, or says that it leads back. */
function isBackReference(e: Element): boolean {
  if (e.tagName !== 'a') return false
  if (attribute(e, 'role') === 'doc-backlink' || /(?:^|[\s_-])backref/i.test(attribute(e, 'class'))) return true
  return /^#./.test(attribute(e, 'href')) && /^[^\p{L}\p{N}]+$/u.test(textOf(e))
}

function isHidden(e: Element): boolean {
  return (
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribute(e, 'style')) &&
    !/fallback-image/.test(attribute(e, 'class'))
  )
}

function tagsUnder(e: Element): string {
  return childrenOf(e)
    .map((c) => (isElement(c) ? `<${c.tagName}${tagsUnder(c)}` : ''))
    .join('')
}

/** Whether a class or id holds a word of the list: `article__share-bar`, `relatedPosts`, `most-read`. */
function hasFurnitureName(e: Element): boolean {
  // Cells and rows are named for what they hold: a "player", an "author".
  if (/^t(?:able|head|body|foot|r|d|h)$/.test(e.tagName)) return false
  for (const name of `${attribute(e, 'class')} ${attribute(e, 'id')}`.split(/\s+/)) {
    if (name === '' || name.length > 80) continue
    const words = name
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2')
      .toLowerCase()
      .split(/[-_:.]+/)
    if (words.some((w, i) => WORDS.has(w) || WORDS.has(`${words[i - 1]}-${w}`))) return true
  }
  return false
}

/** A list of links, or a paragraph that is nothing but one. */
function isLinkList(e: Element, m: Measure): boolean {
  if (!/^(?:ul|ol|div|section|p|dl)$/.test(e.tagName)) return false
  if (m.links === 1) return e.tagName === 'p' && m.linked === m.chars && m.chars >= 25
  return m.links > 1 && m.linked >= m.chars * LINK_DENSITY
}

function isFurnitureText(e: Element, m: Measure): boolean {
  if (m.chars > 260 || !/^(?:p|div|h[2-6]|li|span|section|a|strong|em|b)$/.test(e.tagName)) return false
  const text = textOf(e)
  // Unless it is a link, the name of a network may be a subhead; what stands beside it tells, later.
  return (
    (isControl(text) && !(isPlatform(text) && m.linked === 0)) ||
    isCallToAct(text) ||
    (m.links > 0 && isMarkedLink(text)) ||
    (e.tagName.startsWith('h') && isRelatedHeading(text))
  )
}
