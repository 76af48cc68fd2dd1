import { type Ocr, type ScannedLine, Unprocessable } from '@counterclaim/model'
import type { Block } from '../block.ts'
import { dropContents } from '../text/contents.ts'
import { joinLines } from '../text/join-lines.ts'
import type { Line } from '../text/lines.ts'
import { mendBlocks } from '../text/read-text.ts'
import { countWords } from '../text/shape.ts'
import { dropMargins } from './drop-margins.ts'
import type { PrintedLine } from './page-lines.ts'

/** What was recognised in a report that is pictures alone. */
export interface Scan {
  readonly blocks: readonly Block[]
  readonly title: string | null
  readonly recognizedBy: string
  /** What was left out; null when all pages were read. */
  readonly cut: string | null
}

/** Lines at least this much higher than most are headings: one with and one without descenders differ by a third. */
const HEADING = 1.5
const MOST_HEADING_WORDS = 25
/** About as many pixels as a point has. */
const PIXELS_PER_POINT = 4

/**
 * Reads a report of `count` pages that are pictures, by recognition: paragraphs as the recogniser sees them, running heads
 * and page numbers left out.
 * @throws {Unprocessable} `pdf.needs-ocr` where nothing can recognise text, `pdf.no-text` where there is none
 */
export async function readScan(bytes: Uint8Array, count: number, ocr: Ocr | undefined): Promise<Scan> {
  const read = (await ocr?.read(bytes, count)) ?? null
  if (read === null) throw new Unprocessable('pdf.needs-ocr', `${count} pages without text`)
  const pages = dropMargins(read.pages.map((lines, i) => lines.map((line) => toPrinted(line, i + 1))))
  if (!pages.flat().some((line) => /\p{L}{2}/u.test(line.text)))
    throw new Unprocessable('pdf.no-text', `${read.by} finds no text on ${read.pages.length} pages`)
  const lines = toLines(pages)
  const left = count - read.pages.length
  return {
    blocks: mendBlocks(joinLines(dropContents(lines))),
    title: lines.find(({ kind, page }) => kind === 'heading' && page === 1)?.text ?? null,
    recognizedBy: read.by,
    cut: left === 0 ? null : `the last ${left} of ${count} pages, for which there was no time to recognise them`,
  }
}

interface ScannedPrint extends PrintedLine {
  readonly paragraph: string
}

function toPrinted({ text, top, height, paragraph }: ScannedLine, page: number): ScannedPrint {
  return { text, y: -top / PIXELS_PER_POINT, size: height / PIXELS_PER_POINT, page, paragraph }
}

function toLines(pages: readonly (readonly ScannedPrint[])[]): Line[] {
  const body = median(pages.flat().map(({ size }) => size))
  const out: Line[] = []
  for (const page of pages) {
    let before: ScannedPrint | undefined
    for (const line of page) {
      const isHeading = line.size >= body * HEADING && countWords(line.text) <= MOST_HEADING_WORDS
      const near = before?.paragraph === line.paragraph
      const last = out.at(-1)
      if (isHeading && near && last?.kind === 'heading')
        out[out.length - 1] = { ...last, text: `${last.text} ${line.text}` }
      else out.push({ text: line.text, gap: near ? 0 : 1, page: line.page, ...(isHeading ? { kind: 'heading' } : {}) })
      before = line
    }
  }
  return out
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}
