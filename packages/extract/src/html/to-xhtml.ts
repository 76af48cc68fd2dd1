import { childrenOf, type Element, isElement, type Node, type Parent } from './tree.ts'

const VOID = new Set('area base br col command embed hr img input link meta param source wbr'.split(' '))
/** What Readability looks at; addresses and the data of scripts are most of a page and say nothing of its text. */
const ATTRIBUTES = new Set(
  'class id rel href itemprop itemtype property name content role hidden aria-hidden aria-modal lang dir title summary datatable rowspan colspan align'.split(
    ' ',
  ),
)
const NAME = /^[a-z][a-z0-9-]*$/i

/** A tree as well-formed XHTML, which Readability's own parser asks for. Attributes it does not look at are left out. */
export function toXhtml(tree: Parent): string {
  const parts: string[] = []
  for (const child of childrenOf(tree)) write(child, parts)
  return parts.join('')
}

function write(node: Node, parts: string[]): void {
  if (node.nodeName === '#text' && 'value' in node) parts.push(escapeText(node.value))
  if (!isElement(node)) return
  // A name that the parser cannot read, or would cut to what stands after a colon (`o:p`), is no HTML: a span.
  const name = NAME.test(node.tagName) ? node.tagName : 'span'
  parts.push('<', name, ...attributesOf(node))
  if (VOID.has(name)) {
    parts.push('/>')
    return
  }
  parts.push('>')
  for (const child of node.childNodes) write(child, parts)
  parts.push('</', name, '>')
}

function attributesOf(e: Element): string[] {
  return e.attrs
    .filter(({ name, value }) => ATTRIBUTES.has(name) && !(name === 'href' && value.length > 2_000))
    .map(({ name, value }) => ` ${name}="${escapeText(value)}"`)
}

/** Numeric references only: the parser decodes named ones first and what they give a second time. */
function escapeText(text: string): string {
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`) : text
}
