import { type Element, isElement, type Node, type Parent } from './tree.ts'

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
