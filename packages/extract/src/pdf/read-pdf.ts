import { type Ocr, Unprocessable } from '@counterclaim/model'
import { getDocumentProxy } from 'unpdf'
import type { Block } from '../block.ts'
import type { Metadata } from '../html/metadata.ts'
import { dropContents } from '../text/contents.ts'
import { joinLines } from '../text/join-lines.ts'
import type { Line } from '../text/lines.ts'
import { mendBlocks } from '../text/read-text.ts'
import { countWords } from '../text/shape.ts'
import { dropMargins } from './drop-margins.ts'
import { type PrintedLine, pageLines, type Run } from './page-lines.ts'
import { pdfMetadata } from './pdf-metadata.ts'
import { readScan } from './read-scan.ts'

/** A report as blocks with their pages, and what it says of itself. */
export interface PdfReport {
  readonly blocks: readonly Block[]
  readonly metadata: Partial<Metadata>
  /** Of a scan: what recognised its text, and what was left out. */
  readonly recognizedBy?: string
  readonly cut?: string
}

/** Lines at least this much larger than the body's are headings. */
const HEADING = 1.12
/** Lines further apart than this many times the usual distance start a paragraph. */
const PARAGRAPH_GAP = 1.25
/** The end marker stands in the last bytes; some writers put rubbish after it. */
const TAIL_BYTES = 4_096

/**
 * Reads a PDF page by page: lines to paragraphs, hyphenation mended, running heads and page numbers left out. One that is
 * pictures alone is read by recognition.
 * @throws {Unprocessable} `pdf.encrypted`, `pdf.damaged`, `pdf.needs-ocr`, `pdf.no-text`
 */
export async function readPdf(bytes: Uint8Array, ocr?: Ocr): Promise<PdfReport> {
  if (!isPdf(bytes)) throw new Unprocessable('pdf.damaged', 'it does not begin as PDFs do: another file of that name?')
  const tail = new TextDecoder('latin1').decode(bytes.subarray(-TAIL_BYTES))
  if (!tail.includes('%%EOF')) throw new Unprocessable('pdf.damaged', 'the end of the file is missing')
  const read = await readPages(bytes)
  const pages = dropMargins(read.pages)
  const lines = pages.flat()
  if (!lines.some((line) => /\p{L}{2}/u.test(line.text))) {
    const { title, cut, ...scan } = await readScan(bytes, pages.length, ocr)
    const metadata = pdfMetadata(read.info)
    return {
      ...scan,
      metadata: { ...metadata, title: title ?? metadata.title ?? null },
      ...(cut === null ? {} : { cut }),
    }
  }
  const body = bodySize(lines)
  const blocks = mendBlocks(joinLines(dropContents(toLines(pages, body))))
  const { title, ...metadata } = pdfMetadata(read.info)
  return { blocks, metadata: { ...metadata, title: largestHeading(pages[0] ?? [], body) ?? title ?? null } }
}

/** Whether the mark of a PDF stands within the first 1,024 bytes. Source: ISO 32000-1, implementation note 13. */
export function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 1_024)).includes('%PDF-')
}

async function readPages(bytes: Uint8Array): Promise<{ readonly pages: PrintedLine[][]; readonly info: object }> {
  try {
    // pdf.js takes the buffer over, so it gets its own.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
    const pages: PrintedLine[][] = []
    for (let n = 1; n <= pdf.numPages; n++) {
      const page = await pdf.getPage(n)
      const { items } = await page.getTextContent()
      pages.push(pageLines(items.flatMap(toRun), n))
      page.cleanup()
    }
    const { info } = await pdf.getMetadata()
    await pdf.loadingTask.destroy()
    return { pages, info }
  } catch (cause) {
    const encrypted = cause instanceof Error && cause.name === 'PasswordException'
    if (encrypted) throw new Unprocessable('pdf.encrypted', 'it asks for a password', { cause })
    throw new Unprocessable('pdf.damaged', cause instanceof Error ? cause.message : String(cause), { cause })
  }
}

interface TextItem {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
}

function toRun(item: object): Run[] {
  if (!('str' in item)) return []
  const { str, transform, width } = item as TextItem
  const [, , c = 0, d = 0, x = 0, y = 0] = transform
  return str === '' ? [] : [{ text: str, x, y, width, size: Math.hypot(c, d) || 1 }]
}

/** The font size most of the text is set in, to half a point. */
function bodySize(lines: readonly PrintedLine[]): number {
  const chars = new Map<number, number>()
  for (const line of lines) {
    const size = Math.round(line.size * 2) / 2
    chars.set(size, (chars.get(size) ?? 0) + line.text.length)
  }
  return [...chars].reduce((best, one) => (one[1] > best[1] ? one : best), [0, -1])[0]
}

function toLines(pages: readonly (readonly PrintedLine[])[], body: number): Line[] {
  const out: Line[] = []
  for (const page of pages) {
    const usual = usualDistance(page)
    let before: PrintedLine | undefined
    for (const line of page) {
      const sameSize = before !== undefined && Math.abs(before.size - line.size) < line.size * 0.1
      const near = before !== undefined && sameSize && before.y - line.y <= usual * PARAGRAPH_GAP && before.y > line.y
      const heading = line.size >= body * HEADING && countWords(line.text) <= 25
      const last = out.at(-1)
      if (heading && near && last?.kind === 'heading')
        out[out.length - 1] = { ...last, text: `${last.text} ${line.text}` }
      else
        out.push({
          text: noteMarked(line, body),
          gap: near ? 0 : 1,
          page: line.page,
          ...(heading ? { kind: 'heading' } : {}),
        })
      before = line
    }
  }
  return out
}

/** A small line that starts with a plain figure is a footnote whose mark was not raised. */
function noteMarked(line: PrintedLine, body: number): string {
  const mark = line.size < body * 0.92 ? /^(\d{1,3})(?=\s+\p{L}|\s*https?:)/u.exec(line.text)?.[1] : undefined
  return mark === undefined ? line.text : `$^{${mark}}$ ${line.text.slice(mark.length).trim()}`
}

/** The distance of two lines of a paragraph: the most frequent one over the page, to half a point. */
function usualDistance(page: readonly PrintedLine[]): number {
  const counts = new Map<number, number>()
  for (const [i, line] of page.slice(1).entries()) {
    const distance = Math.round(((page[i]?.y ?? 0) - line.y) * 2) / 2
    if (distance > line.size * 0.8 && distance < line.size * 3) counts.set(distance, (counts.get(distance) ?? 0) + 1)
  }
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0]
}

function largestHeading(page: readonly PrintedLine[], body: number): string | null {
  const size = Math.max(...page.map((line) => line.size), 0)
  if (size < body * HEADING) return null
  const first = page.findIndex((line) => line.size === size)
  const lines = page.slice(first)
  const end = lines.findIndex((line) => line.size !== size)
  const title = lines
    .slice(0, end < 0 ? lines.length : end)
    .map((line) => line.text)
    .join(' ')
  return countWords(title) <= 30 ? title : null
}
