// Writes documents/reports/platforms-in-pakistan.pdf, the sample report: `node corpus/make-report.mjs`.
// A hand-made PDF 1.4 (one font, no compression) keeps the repository free of a PDF library; the same text gives
// the same bytes. Lines that start with `## ` are headings, `^` makes a raised footnote figure, `~` a footnote line.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const here = import.meta.dirname
const MARGIN = 72
const LINE = 15
const COLUMNS = 82

/** Breaks a paragraph into lines of at most COLUMNS characters. */
function wrap(text) {
  const lines = ['']
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last.length + word.length >= COLUMNS) lines.push(word)
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
  }
  return lines
}

/** A PDF string in WinAnsi; the report keeps to characters that Latin-1 shares with it. */
const literal = (text) => `(${text.replace(/[\\()]/g, '\\$&')})`
const show = (x, y, size, text) => `BT /F1 ${size} Tf ${x} ${y} Td ${literal(text)} Tj ET\n`

/** One line of body text; figures after `^` are raised and small, as footnote marks are printed. */
function showLine(y, size, line) {
  const runs = line.split(/\^(\d+)/).map((text, i) => {
    return i % 2 === 0 ? `/F1 ${size} Tf 0 Ts ${literal(text)} Tj ` : `/F1 7 Tf 5 Ts ${literal(text)} Tj `
  })
  return `BT ${MARGIN} ${y} Td ${runs.join('')}ET\n`
}

/** The content stream of one page: running head, paragraphs from the top, page number at the foot. */
function content(page, number) {
  let y = 720
  let out = show(MARGIN, 770, 8, 'SITUATION REPORT   PLATFORMS IN PAKISTAN') + show(300, 40, 8, `${number}`)
  for (const paragraph of page.split('\n\n')) {
    const heading = paragraph.startsWith('## ')
    const size = heading ? 14 : paragraph.startsWith('~') ? 8 : 11
    const blocks = paragraph.replace(/^(## |~)/, '').split('\n')
    for (const line of heading || blocks.length > 1 ? blocks : wrap(blocks[0])) {
      out += showLine(y, size, line)
      y -= LINE
    }
    y -= LINE * 0.8
  }
  return out
}

const pages = readFileSync(join(here, 'report.txt'), 'utf8').trim().split('\n=====\n')
const kids = pages.map((_, i) => `${4 + i * 2} 0 R`).join(' ')
const objects = [
  '<< /Type /Catalog /Pages 2 0 R >>',
  `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
  '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ...pages.flatMap((page, i) => {
    const stream = content(page.trim(), i + 1)
    return [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + i * 2} 0 R >>`,
      `<< /Length ${stream.length} >>\nstream\n${stream}endstream`,
    ]
  }),
  `<< /Title ${literal('Platforms in Pakistan: a situation report')} /Author ${literal('Rights Review')} /CreationDate (D:20250620090000Z) /Subject ${literal('Sample text written for the Counterclaim demo')} >>`,
]
let pdf = '%PDF-1.4\n'
const offsets = objects.map((object, i) => {
  const at = pdf.length
  pdf += `${i + 1} 0 obj\n${object}\nendobj\n`
  return `${at}`.padStart(10, '0')
})
const table = offsets.map((at) => `${at} 00000 n \n`).join('')
pdf += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`
writeFileSync(join(here, 'documents/reports/platforms-in-pakistan.pdf'), pdf, 'latin1')
