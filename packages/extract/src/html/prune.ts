import { isCallToAct, isControl, isMarkedLink, isPlatform, isRelatedHeading } from '../furniture.ts'
import { countWords, isProse, isTerminated } from '../text/shape.ts'
import { hasFurnitureName, hasPopupName } from './furniture-name.ts'
import { type Measure, measureAll, NEVER_TEXT } from './measure.ts'
import { attribute, childrenOf, type Element, elementsOf, isElement, type Node, type Parent, textOf } from './tree.ts'

const CONTAINERS = new Set('html body main article'.split(' '))
const INLINE = new Set('a span em strong b i u s mark abbr cite q code small time font ins var'.split(' '))
/** Furniture is small: beside an article of this share or more, a named element is taken for a part of it. */
const MAX_SHARE = 0.3
const MAX_CHARS = 3_000
/** Share of a list's text inside links from which it is a list of links. */
const LINK_DENSITY = 0.7
/** An element beside this much unlinked text stands in a sentence. */
const SENTENCE = 25
const MAX_CAPTION = 200

interface Pruning {
  readonly total: number
  readonly measures: ReadonlyMap<Node | Parent, Measure>
}

/** Takes out of a page's tree what is never of the article: scripts, navigation, named furniture, lists of links. */
export function prune(tree: Parent): void {
  const measures = measureAll(tree)
  pruneUnder(tree, false, { total: measures.get(tree)?.chars ?? 0, measures })
}

function pruneUnder(parent: Parent, inSentence: boolean, pruning: Pruning): void {
  const within = inSentence || holdsSentence(parent, pruning)
  const kept: Node[] = []
  for (const child of parent.childNodes) {
    if (child.nodeName === '#comment') continue
    if (isElement(child)) {
      const inline = within && INLINE.has(child.tagName)
      if (inline ? isHiddenInText(child) : isFurniture(child, pruning)) continue
      if (inline) forgetName(child)
      pruneUnder(child, inline, pruning)
    }
    kept.push(child)
  }
  parent.childNodes = kept
}

/** A paragraph, item or cell with running words of its own around its links. */
function holdsSentence(parent: Parent, { measures }: Pruning): boolean {
  const m = measures.get(parent)
  return m !== undefined && /^(?:p|li|td|dd|blockquote|h[1-6])$/.test(parent.nodeName) && m.chars - m.linked >= SENTENCE
}

/** What stands inside a sentence is its own, whatever its name, unless it shows only when it is asked for. */
function isHiddenInText(e: Element): boolean {
  if (isHidden(e) || isBackReference(e) || isReadMore(e)) return true
  // A link is a word of the sentence; of named wrappers in one another the innermost is what pops up.
  if (e.tagName === 'a' || !hasPopupName(e)) return false
  for (const inner of elementsOf(e)) if (inner.tagName !== 'a' && hasPopupName(inner)) return false
  return true
}

function isFurniture(e: Element, { total, measures }: Pruning): boolean {
  if (NEVER_TEXT.has(e.tagName)) return true
  if (isOthers(e)) return true
  if (CONTAINERS.has(e.tagName)) return false
  if (isBackReference(e)) return true
  const m = measures.get(e)
  if (m === undefined || m.chars === 0) return false
  if (isHidden(e)) return true
  const small = m.chars < MAX_CHARS && m.chars < total * MAX_SHARE
  if (!small) return false
  if (e.tagName === 'figure') return m.paragraphs === 0 && !/<(?:table|blockquote|pre)/.test(tagsUnder(e))
  if (e.tagName === 'aside') return m.paragraphs < 4
  if (m.paragraphs < 2 && hasFurnitureName(e)) {
    if (!/<blockquote/.test(`<${e.tagName}${tagsUnder(e)}`)) return true
    forgetName(e)
    return false
  }
  return isLinkList(e, m) || isCaptioned(e, m) || isFurnitureText(e, m)
}

/** A part of the page that says at its head that it shows other articles, whole ones maybe, under the one it is for. */
function isOthers(e: Element): boolean {
  if (!/^(?:article|section|aside)$/.test(e.tagName)) return false
  const first = e.childNodes.find((child) => isElement(child) || ('value' in child && child.value.trim() !== ''))
  if (first === undefined || !/^h[2-6]$/.test(first.nodeName) || !isRelatedHeading(textOf(first))) return false
  return !/<h1/.test(tagsUnder(e))
}

/** Readability judges by names as well, and would take a kept post for a share bar, a "CAIRO —" for a byline. */
function forgetName(e: Element): void {
  e.attrs = e.attrs.filter(({ name }) => !/^(?:class|id|rel|itemprop)$/.test(name))
}

/** The way back from a footnote to its mark: a link within the page that shows no word, or says that it leads back. */
function isBackReference(e: Element): boolean {
  if (e.tagName !== 'a') return false
  if (attribute(e, 'role') === 'doc-backlink' || /(?:^|[\s_-])backref/i.test(attribute(e, 'class'))) return true
  return /^#./.test(attribute(e, 'href')) && /^[^\p{L}\p{N}]+$/u.test(textOf(e))
}

/** A link "Read more" after the end of a sentence. */
function isReadMore(e: Element): boolean {
  if (e.tagName !== 'a') return false
  const text = textOf(e)
  if (text.length > 40 || countWords(text) < 2 || !isControl(text.replace(/[…»›>→.]+$/, ''))) return false
  const before = e.parentNode?.childNodes[e.parentNode.childNodes.indexOf(e) - 1]
  return before !== undefined && 'value' in before && isTerminated(before.value.trimEnd())
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

/** A list of links, or a block that is nothing but one and no sentence. */
function isLinkList(e: Element, m: Measure): boolean {
  if (!/^(?:ul|ol|div|section|p|dl)$/.test(e.tagName)) return false
  if (m.links === 1) return m.linked === m.chars && m.chars >= 25 && e.tagName !== 'div' && !isProse(textOf(e))
  return m.links > 1 && m.linked >= m.chars * LINK_DENSITY
}

/** A picture with a line under it: no sentence, no heading, in the smallest block that holds both. */
function isCaptioned(e: Element, m: Measure): boolean {
  if (m.images === 0 || m.linked > 0 || m.chars > MAX_CAPTION || !/^(?:p|div|center)$/.test(e.tagName)) return false
  if (/<(?:p|h\d|li|td|blockquote|ul|ol)\b/.test(tagsUnder(e))) return false
  const text = textOf(e)
  return !isTerminated(text) && countWords(text) <= 25
}

function isFurnitureText(e: Element, m: Measure): boolean {
  if (m.chars > 300 || !/^(?:p|div|h[2-6]|li|span|section|a|strong|em|b)$/.test(e.tagName)) return false
  const text = textOf(e)
  // Unless it is a link, the name of a network may be a subhead; what stands beside it tells, later.
  return (
    (isControl(text) && !(isPlatform(text) && m.linked === 0)) ||
    isCallToAct(text) ||
    (m.links > 0 && isMarkedLink(text)) ||
    (e.tagName.startsWith('h') && isRelatedHeading(text))
  )
}
