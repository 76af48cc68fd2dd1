import { type Ocr, type ScannedLine, Unprocessable } from '@counterclaim/model'
import { readTsv } from './read-tsv.ts'
import { runTool } from './run-tool.ts'
import type { OcrSettings } from './settings.ts'

/**
 * Pixels of a page's longer side: 270 dots an inch of a letter page. Tesseract wants 300 or so, and a page that says it is
 * a mile wide costs no more than another. Source: tesseract-ocr.github.io, "Improving the quality of the output".
 */
const LONGER_SIDE = 3_000
/** Starting a program takes some ms; on a machine that is very busy, more. */
const VERSION_MS = 10_000

/** Reads scans by the programs `pdftoppm` (Poppler) and `tesseract`, where both are installed, page by page. */
export function tesseractOcr({ languages, budgetMs }: OcrSettings): Ocr {
  let version: Promise<string | null> | undefined
  return {
    read: async (pdf, pages) => {
      version ??= findVersion()
      const name = await version
      if (name === null) return null
      const end = performance.now() + budgetMs
      const read: (readonly ScannedLine[])[] = []
      for (let page = 1; page <= pages; page++) {
        const lines = await readPage(pdf, page, languages, end)
        if (lines === null) break
        read.push(lines)
      }
      if (read.length === 0)
        throw new Unprocessable('pdf.needs-ocr', `Recognising the first page takes longer than ${budgetMs} ms`)
      return { by: `${name} (${languages})`, pages: read }
    },
  }
}

/** "tesseract 5.3.0"; null when one of the programs is missing. */
async function findVersion(): Promise<string | null> {
  const asked = { timeoutMs: VERSION_MS }
  const [tesseract, poppler] = [
    await runTool('tesseract', ['--version'], asked),
    await runTool('pdftoppm', ['-v'], asked),
  ]
  if (tesseract.kind !== 'done' || poppler.kind !== 'done') return null
  return /^tesseract \S+/.exec(tesseract.out.toString())?.[0] ?? 'tesseract'
}

/** Null when the time is over. */
async function readPage(
  pdf: Uint8Array,
  page: number,
  languages: string,
  end: number,
): Promise<readonly ScannedLine[] | null> {
  const left = (): number => Math.ceil(end - performance.now())
  if (left() <= 0) return null
  const drawing = ['-gray', '-scale-to', `${LONGER_SIDE}`, '-f', `${page}`, '-l', `${page}`, '-']
  const drawn = await runTool('pdftoppm', drawing, { input: pdf, timeoutMs: left() })
  if (drawn.kind === 'late' || left() <= 0) return null
  if (drawn.kind !== 'done' || drawn.out.length === 0)
    throw new Unprocessable('pdf.damaged', `Page ${page} cannot be drawn${wordsOf(drawn)}`)
  const recognized = await runTool('tesseract', ['-', '-', '-l', languages, 'tsv'], {
    input: drawn.out,
    timeoutMs: left(),
  })
  if (recognized.kind === 'late') return null
  if (recognized.kind !== 'done') throw new Unprocessable('pdf.needs-ocr', `Tesseract fails${wordsOf(recognized)}`)
  return readTsv(recognized.out.toString('utf8'))
}

function wordsOf(result: object): string {
  return 'words' in result && result.words !== '' ? `: ${String(result.words)}` : ''
}
