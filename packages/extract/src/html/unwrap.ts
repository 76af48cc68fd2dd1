import { isProse } from '../text/shape.ts'
import { type Element, isElement, type Node, type Parent, textOf } from './tree.ts'

const WRAPPER = /^(?:div|section|span|center|font)$/
const INLINE = /^(?:#text|a|span|em|strong|b|i|u|s|mark|abbr|cite|q|code|small|time|font|sup|sub|br|wbr|img|ins|del)$/

/**
 * Replaces every wrapper that holds nothing but one other element by that element. Readability takes cubic time in
 * chains of wrappers (500: 8 s instead of 0.1 s); pages for readers have none worth keeping at such depth.
 */
export function unwrapChains(parent: Parent): void {
  unwrap(parent, () => true)
}

/**
 * Puts a `p` in place of every wrapper that holds nothing but one paragraph of running text, however deep. Readability
 * gives half of a paragraph's score to its parent's parent: where each stands in a wrapper of its own, a short article
 * loses all but one of them.
 */
export function unwrapParagraphs(parent: Parent): void {
  unwrap(parent, (inner, outer) => {
    // A wrapper inside a line is a part of its sentence.
    if (!/^(?:div|section|center)$/.test(outer.tagName)) return false
    if (!/^(?:p|div|span)$/.test(inner.tagName) || !inner.childNodes.every(isInline)) return false
    if (!isProse(textOf(inner))) return false
    inner.tagName = 'p'
    inner.nodeName = 'p'
    return true
  })
}

function unwrap(parent: Parent, accept: (inner: Element, outer: Element) => boolean): void {
  for (const [i, child] of parent.childNodes.entries()) {
    let inner: Node = child
    for (let only = onlyChild(inner); only !== null; only = onlyChild(inner)) inner = only
    if (inner !== child && isElement(inner) && isElement(child) && accept(inner, child)) {
      parent.childNodes[i] = inner as Parent['childNodes'][number]
      inner.parentNode = parent
      unwrap(inner, accept)
    } else if (isElement(child)) unwrap(child, accept)
  }
}

function onlyChild(node: Node): Element | null {
  if (!isElement(node) || !WRAPPER.test(node.tagName)) return null
  const children = node.childNodes.filter((c) => c.nodeName !== '#text' || !('value' in c) || c.value.trim() !== '')
  const only = children.length === 1 ? children[0] : undefined
  return only !== undefined && isElement(only) ? only : null
}

function isInline(node: Node): boolean {
  return INLINE.test(node.nodeName) && (!isElement(node) || node.childNodes.every(isInline))
}
