import type { Line } from './lines.ts'

/** `Introduction ...... 3`, `Introduction\t.3`, `Introduction      3`: words, a leader or wide gap, a page number. */
const ENTRY = /^\S.{0,150}?(?:[.·…_]{3,}|\t|\s{3,}|(?:\.\s){3,})[\s.]{0,80}(?:\d{1,4}|[ivxl]{1,6})$/
const TITLE = /^(?:table of )?contents:?$|^inhalt(?:sverzeichnis)?$|^sommaire$|^índice$|^table des matières$/i
/** Two lines may be a table row with a number at its end; a table of contents has more. */
const MIN_ENTRIES = 3
/** Lines of a table of contents that are wrapped have up to this many lines without number between entries. */
const MAX_BETWEEN = 1

/** Lines without tables of contents: runs of entries, and the title above them. */
export function dropContents(lines: readonly Line[]): Line[] {
  const drop = new Set<number>()
  for (let i = 0; i < lines.length; i++) {
    if (!isEntry(lines[i])) continue
    const run = entriesFrom(lines, i)
    if (run.length >= MIN_ENTRIES && isRising(lines, run)) {
      const last = run.at(-1) as number
      for (let j = i; j <= last; j++) drop.add(j)
      if (i > 0 && TITLE.test(lines[i - 1]?.text ?? '')) drop.add(i - 1)
    }
    i = run.at(-1) as number
  }
  return drop.size === 0 ? [...lines] : lines.filter((_, i) => !drop.has(i))
}

function isEntry(line: Line | undefined): boolean {
  if (line === undefined || line.text.length > 240) return false
  const last = line.text.charCodeAt(line.text.length - 1)
  return ((last >= 48 && last <= 57) || 'ivxl'.includes(String.fromCharCode(last))) && ENTRY.test(line.text)
}

function entriesFrom(lines: readonly Line[], from: number): number[] {
  const run = [from]
  for (let i = from + 1; i < lines.length && i - (run.at(-1) as number) <= MAX_BETWEEN + 1; i++) {
    if (isEntry(lines[i])) run.push(i)
  }
  return run
}

/** Page numbers of contents never fall; the figures of a table do. */
function isRising(lines: readonly Line[], run: readonly number[]): boolean {
  let before = 0
  for (const i of run) {
    const digits = /(\d{1,4})$/.exec(lines[i]?.text ?? '')?.[1]
    if (digits === undefined) continue
    if (Number(digits) < before) return false
    before = Number(digits)
  }
  return true
}
