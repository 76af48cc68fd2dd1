import type { Block } from '../block.ts'
import { superscript } from '../text/markup.ts'
import { isTerminated } from '../text/shape.ts'

/** The part of a tree that is read: structural, so that parse5's, jsdom's and Readability's will do. */
export interface DomNode {
  readonly nodeName: string
  readonly childNodes?: Iterable<DomNode> | null
  /** Text, in parse5's tree. */
  readonly value?: string
  /** Text, in the others. */
  readonly textContent?: string | null
}

const BLOCK = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION SUMMARY TABLE TBODY THEAD TFOOT TR TD TH UL CAPTION'.split(
    ' ',
  ),
)
const TEXT = '#text'
const BREAK = '\n'

/** Blocks of an article's DOM in reading order: what stands in one paragraph on the page is one block. */
export function domBlocks(root: DomNode): Block[] {
  const out: Block[] = []
  const flow: Flow = { out, kind: 'paragraph', inline: [] }
  walk(root, flow)
  flush(flow)
  return out
}

interface Flow {
  readonly out: Block[]
  kind: Block['kind']
  inline: string[]
}

function walk(node: DomNode, flow: Flow): void {
  for (const child of node.childNodes ?? []) {
    const name = nameOf(child)
    if (name === TEXT) flow.inline.push(wordsOf(child).replace(/\s+/g, ' '))
    else if (name === 'BR') flow.inline.push(BREAK)
    else if (name === 'SUP') flow.inline.push(raised(child))
    else if (name === 'TR' && !hasBlocks(child)) row(child, flow)
    else if (name === 'PRE') preformatted(child, flow)
    else if (BLOCK.has(name)) block(child, name, flow)
    else walk(child, flow)
  }
}

/** HTML names in capitals, whichever tree they come from. */
function nameOf(node: DomNode): string {
  return node.nodeName === TEXT ? TEXT : node.nodeName.toUpperCase()
}

function wordsOf(text: DomNode): string {
  return text.value ?? text.textContent ?? ''
}

function block(node: DomNode, name: string, flow: Flow): void {
  flush(flow)
  const before = flow.kind
  flow.kind = kindOf(name, before)
  walk(node, flow)
  flush(flow)
  flow.kind = before
}

function kindOf(name: string, outer: Block['kind']): Block['kind'] {
  if (/^H[1-6]$/.test(name)) return 'heading'
  if (name === 'LI' || name === 'DD' || name === 'DT') return 'list-item'
  return name === 'BLOCKQUOTE' ? 'quote' : outer
}

/** Ends the current block. Two breaks part paragraphs; one does when the line before it is finished. */
function flush(flow: Flow): void {
  if (flow.inline.length === 0) return
  const lines = flow.inline
    .join('')
    .split(BREAK)
    .map((line) => line.replace(/\s+/g, ' ').trim())
  flow.inline = []
  let text = ''
  for (const line of lines) {
    if (line === '' || isTerminated(text)) {
      push(flow, text)
      text = line
    } else text = text === '' ? line : `${text} ${line}`
  }
  push(flow, text)
}

function push(flow: Flow, text: string): void {
  if (text !== '') flow.out.push({ kind: flow.kind, text })
}

function row(node: DomNode, flow: Flow): void {
  flush(flow)
  const cells: string[] = []
  for (const cell of node.childNodes ?? []) {
    const text = textOf(cell).replace(/\s+/g, ' ').trim()
    if (text !== '') cells.push(text)
  }
  const kind = cells.length > 1 ? 'table-row' : flow.kind
  if (cells.length > 0) flow.out.push({ kind, text: cells.join(' | ') })
}

function preformatted(node: DomNode, flow: Flow): void {
  flush(flow)
  for (const part of textOf(node).split(/\n\s*\n/)) push(flow, part.replace(/\s+/g, ' ').trim())
}

function raised(node: DomNode): string {
  const text = textOf(node).trim()
  return /^\d{1,3}$/.test(text) ? superscript(text) : textOf(node)
}

/** Whether a table's row only lays out the page: its cells hold paragraphs or tables. */
function hasBlocks(node: DomNode): boolean {
  for (const child of node.childNodes ?? []) {
    if (/^(?:P|DIV|TABLE|UL|OL|H[1-6]|BLOCKQUOTE|ARTICLE|SECTION)$/.test(nameOf(child)) || hasBlocks(child)) return true
  }
  return false
}

function textOf(node: DomNode): string {
  const name = nameOf(node)
  if (name === TEXT) return wordsOf(node)
  const parts: string[] = []
  for (const child of node.childNodes ?? []) parts.push(textOf(child))
  return parts.join(BLOCK.has(name) ? ' ' : '')
}
