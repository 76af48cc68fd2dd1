import type { Line } from './lines.ts'
import { isTerminated, lineKey } from './shape.ts'

const PAGE_NUMBER =
  /^(?:[-–—|]\s?)?(?:page|p\.|seite|página)?\s?(\d{1,4})(?:\s?(?:of|\/|von|de)\s?\d{1,4})?(?:\s?[-–—|])?$/i
/** A head on fewer pages than this may be a subhead that comes twice. */
const MIN_REPEATS = 3
const MAX_LENGTH = 90

/**
 * Lines without page numbers and running heads: numbers that stand alone and rise, and short unfinished lines that
 * return with nothing but a number changed, in a text that shows its pages. The first of each running head stays, as it may be the title.
 */
export function dropRunningHeads(lines: readonly Line[]): Line[] {
  const seen = new Map<string, number>()
  for (const line of lines) {
    const key = headKey(line.text)
    if (key !== null) seen.set(key, (seen.get(key) ?? 0) + 1)
  }
  const numbers = risingNumbers(lines)
  const paged = numbers.size > 0 || lines.some((line) => line.page !== undefined) || countsPages(lines)
  const kept = new Set<string>()
  return lines.flatMap((line, i) => {
    if (numbers.has(i)) return []
    const key = headKey(line.text)
    if (key === null || (seen.get(key) ?? 0) < MIN_REPEATS || !(paged || /^\d+\s|\s\d+$/.test(line.text))) return [line]
    if (kept.has(key)) return []
    kept.add(key)
    return [{ ...line, text: line.text.replace(NAMED_PAGE, '') }]
  })
}

const NAMED_PAGE = /\s(?:page|seite|página|p\.)\s?(\d{1,4})(?:\s?(?:of|\/|von|de)\s?\d{1,4})?$/i

/** Whether at least MIN_REPEATS lines end in "Page n", n rising. */
function countsPages(lines: readonly Line[]): boolean {
  const pages = lines.flatMap(({ text }) => {
    const number = text.length > 200 ? undefined : NAMED_PAGE.exec(text)?.[1]
    return number === undefined ? [] : [Number(number)]
  })
  return pages.length >= MIN_REPEATS && pages.every((page, i) => i === 0 || page > (pages[i - 1] ?? 0))
}

function headKey(line: string): string | null {
  const text = line.length > MAX_LENGTH ? line.replace(/\s+/g, ' ') : line
  if (text.length > MAX_LENGTH || /^[-*•|>]/.test(text) || isTerminated(text)) return null
  const key = lineKey(text.replace(/^\d{1,4}\s+|\s+(?:page\s)?\d{1,4}(?:\s?(?:of|\/)\s?\d+)?$/gi, ''))
  return key.length < 8 || !key.includes(' ') ? null : key
}

/** Lines that are page numbers: at least MIN_REPEATS of them, each greater than the one before. */
function risingNumbers(lines: readonly Line[]): Set<number> {
  const found: number[] = []
  let before = -1
  for (const [i, line] of lines.entries()) {
    if (line.text.length > 24) continue
    const number = PAGE_NUMBER.exec(line.text)?.[1]
    if (number === undefined) continue
    if (Number(number) <= before) return new Set()
    before = Number(number)
    found.push(i)
  }
  return new Set(found.length >= MIN_REPEATS ? found : [])
}
