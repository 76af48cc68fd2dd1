import type { DefaultTreeAdapterTypes } from 'parse5'

export type Node = DefaultTreeAdapterTypes.ChildNode
export type Element = DefaultTreeAdapterTypes.Element
export type Parent = DefaultTreeAdapterTypes.ParentNode

/** True for elements, false for text, comments and doctypes. */
export function isElement(node: Node): node is Element {
  return 'tagName' in node
}

/** The children of a node; none for text. */
export function childrenOf(node: Node | Parent): readonly Node[] {
  return 'childNodes' in node ? node.childNodes : []
}

/** An attribute's value, empty when it is not there. */
export function attribute(element: Element, name: string): string {
  return element.attrs.find((a) => a.name === name)?.value ?? ''
}

/** Every element under a node, in document order. Recursion is safe: depth is measured before a tree is built. */
export function* elementsOf(node: Node | Parent): Generator<Element> {
  for (const child of childrenOf(node)) {
    if (!isElement(child)) continue
    yield child
    yield* elementsOf(child)
  }
}

/** The text under a node as written, with runs of white space made one. */
export function textOf(node: Node | Parent): string {
  const parts: string[] = []
  collect(node, parts)
  return parts.join('').replace(/\s+/g, ' ').trim()
}

function collect(node: Node | Parent, parts: string[]): void {
  if (node.nodeName === '#text' && 'value' in node) parts.push(node.value)
  for (const child of childrenOf(node)) collect(child, parts)
}
