import type { ScannedLine } from '@counterclaim/model'

/** Words of which Tesseract is less sure, in percent, are mostly specks and pictures. */
const LEAST_SURE = 30
/** Levels of the table. */
const [LINE, WORD] = ['4', '5']

/**
 * The lines of Tesseract's table, in its order: of blocks as a page is read, columns told apart.
 * Source: tesseract-ocr.github.io, "TSV": level, page, block, paragraph, line, word, left, top, width, height, confidence, text.
 */
export function readTsv(tsv: string): ScannedLine[] {
  const lines: ScannedLine[] = []
  let current: Omit<ScannedLine, 'text'> | null = null
  let words: string[] = []
  const flush = (): void => {
    if (current !== null && words.length > 0) lines.push({ ...current, text: words.join(' ') })
    words = []
  }
  for (const row of tsv.split('\n')) {
    const [level, , block, paragraph, , , , top, , height, sure, text = ''] = row.split('\t')
    if (level === LINE) {
      flush()
      current = { top: Number(top), height: Number(height), paragraph: `${block}.${paragraph}` }
    } else if (level === WORD && Number(sure) >= LEAST_SURE && text.trim() !== '') words.push(text.trim())
  }
  flush()
  return lines
}
