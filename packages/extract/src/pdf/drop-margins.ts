import { lineKey } from '../text/shape.ts'
import type { PrintedLine } from './page-lines.ts'

/** Running heads and feet are among this many outermost lines of a page. */
const MARGIN_LINES = 3
/** A line at the same height with the same words on this share of the pages is a running head. */
const MIN_SHARE = 0.3
const MIN_PAGES = 2
/** Heights are compared in steps of this many points. */
const STEP = 6

/**
 * Pages without running heads, running feet and page numbers: outermost lines that return on other pages with nothing
 * but figures changed, at the same height. The first of a head stays out too, as the title stands larger elsewhere.
 */
export function dropMargins<L extends PrintedLine>(pages: readonly (readonly L[])[]): L[][] {
  const seen = new Map<string, number>()
  for (const page of pages) {
    for (const key of new Set(outermost(page).map(marginKey))) seen.set(key, (seen.get(key) ?? 0) + 1)
  }
  const needed = Math.max(MIN_PAGES, pages.length * MIN_SHARE)
  return pages.map((page) => {
    const margin = new Set(outermost(page).filter((line) => (seen.get(marginKey(line)) ?? 0) >= needed))
    return page.filter((line) => !margin.has(line))
  })
}

function outermost<L extends PrintedLine>(page: readonly L[]): L[] {
  const byHeight = page.toSorted((a, b) => b.y - a.y)
  return [...new Set([...byHeight.slice(0, MARGIN_LINES), ...byHeight.slice(-MARGIN_LINES)])]
}

function marginKey(line: PrintedLine): string {
  const words = lineKey(line.text.replace(/\d+|\b[ivxl]{1,6}\b/g, '#'))
  return `${Math.round(line.y / STEP)} ${words}`
}
