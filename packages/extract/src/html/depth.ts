/** Blink builds no tree deeper than 512; no page made for readers comes near. Source: HTMLConstructionSite.cpp. */
export const MAX_DEPTH = 512

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
/** Elements that a start tag of the same kind closes, so that leaving out end tags does not nest. */
const SELF_CLOSING = new Set('p a li dt dd tr td th option optgroup rt rp thead tbody tfoot'.split(' '))
/** A start tag of these closes an open paragraph. */
const CLOSES_P = new Set(
  'div ul ol table h1 h2 h3 h4 h5 h6 section article blockquote form pre hr header footer'.split(' '),
)
const RAW = new Set(['script', 'style', 'textarea', 'title', 'noscript', 'iframe', 'xmp', 'template'])
const TAG = /<(\/?)([a-z][a-z0-9:-]{0,40})|<!--/gi

/**
 * How deep a page nests its elements, told from its tags alone: linear in its length, and done before any tree is
 * built, for building one of 50,000 levels takes quadratic time and overflows the stack of whoever walks it.
 * Stops at `limit` + 1.
 */
export function nestingDepth(html: string, limit: number = MAX_DEPTH): number {
  const open: string[] = []
  const count = new Map<string, number>()
  let deepest = 0
  TAG.lastIndex = 0
  for (let m = TAG.exec(html); m !== null; m = TAG.exec(html)) {
    if (m[0] === '<!--') {
      const end = html.indexOf('-->', m.index + 4)
      if (end < 0) break
      TAG.lastIndex = end + 3
      continue
    }
    const name = (m[2] as string).toLowerCase()
    if (VOID.has(name)) continue
    if (m[1] === '/') close(open, count, name)
    else {
      const top = open.at(-1)
      if (top === name && SELF_CLOSING.has(name)) close(open, count, name)
      else if (endsParagraph(open, name)) close(open, count, 'p')
      open.push(name)
      count.set(name, (count.get(name) ?? 0) + 1)
      deepest = Math.max(deepest, open.length)
      if (deepest > limit) return deepest
      if (RAW.has(name)) skipRaw(html, name)
    }
  }
  return deepest
}

/** Whether a start tag closes an open paragraph, or one whose anchor was never closed, as in old pages. */
function endsParagraph(open: readonly string[], name: string): boolean {
  if (open.at(-1) === 'p') return CLOSES_P.has(name)
  return open.at(-1) === 'a' && open.at(-2) === 'p' && (name === 'p' || CLOSES_P.has(name))
}

function close(open: string[], count: Map<string, number>, name: string): void {
  if ((count.get(name) ?? 0) === 0) return
  for (let top = open.pop(); top !== undefined; top = open.pop()) {
    count.set(top, (count.get(top) ?? 1) - 1)
    if (top === name) return
  }
}

/** Moves to the end tag of an element whose content is no markup. */
function skipRaw(html: string, name: string): void {
  const end = new RegExp(`</${name}`, 'gi')
  end.lastIndex = TAG.lastIndex
  const m = end.exec(html)
  TAG.lastIndex = m === null ? html.length : m.index
}
