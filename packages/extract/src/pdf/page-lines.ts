import { superscript } from '../text/markup.ts'

/** A run of text as the PDF draws it; points from the page's lower left corner. */
export interface Run {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

/** A printed line. */
export interface PrintedLine {
  readonly text: string
  readonly y: number
  /** Font size of most of the line, in points. */
  readonly size: number
  readonly page: number
}

/** Runs whose baselines differ by less than this share of the font size stand in one line; raised marks do. */
const SAME_LINE = 0.6
/** A gap between runs wider than this share of the font size is a space. Word spaces are 0.2 to 0.35 em. */
const SPACE = 0.15
/** A mark smaller than this share of its line, and above its baseline, is raised. */
const RAISED = 0.8

/** Puts the runs of a page together to lines, in the order the page draws them; raised figures become ¹ ² ³. */
export function pageLines(runs: readonly Run[], page: number): PrintedLine[] {
  const lines: PrintedLine[] = []
  let current: Run[] = []
  const flush = (): void => {
    const line = printLine(current, page)
    if (line !== null) lines.push(line)
    current = []
  }
  for (const run of runs) {
    const base = mainRun(current)
    if (base !== null && Math.abs(run.y - base.y) > SAME_LINE * Math.max(run.size, base.size)) flush()
    else if (base !== null && run.x < base.x - base.size * 2 && run.text.trim() !== '') flush()
    current.push(run)
  }
  flush()
  return lines
}

/** The run that sets a line's size and baseline: the longest one. */
function mainRun(runs: readonly Run[]): Run | null {
  let best: Run | null = null
  for (const run of runs) if (best === null || run.text.trim().length > best.text.trim().length) best = run
  return best
}

function printLine(runs: readonly Run[], page: number): PrintedLine | null {
  const main = mainRun(runs)
  if (main === null) return null
  let text = ''
  let end = Number.NaN
  for (const run of runs) {
    const raised = run.size < main.size * RAISED && run.y > main.y && /^\s*\d{1,3}\s*$/.test(run.text)
    const gap = run.x - end
    const spaced = text === '' || text.endsWith(' ') || run.text.startsWith(' ')
    if (!raised && !spaced && gap > SPACE * main.size) text += ' '
    text += raised ? superscript(run.text.trim()) : run.text
    end = run.x + run.width
  }
  const trimmed = text.replace(/[ \u00a0]+$/g, '').trimStart()
  return trimmed === '' ? null : { text: trimmed, y: main.y, size: main.size, page }
}
