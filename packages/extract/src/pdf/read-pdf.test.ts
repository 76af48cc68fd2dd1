import { describe, expect, test } from 'vitest'
import { readPdf } from './read-pdf.ts'

const show = (x: number, y: number, size: number, text: string): string =>
  `BT /F1 ${size} Tf ${x} ${y} Td (${text.replace(/[\\()]/g, '\\$&')}) Tj ET\n`

/** A PDF of one font; each page is a content stream. `trailer` is put into the trailer dictionary. */
function pdf(pages: readonly string[], trailer = ''): Uint8Array {
  const kids = pages.map((_, i) => `${4 + i * 2} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((page, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${5 + i * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      `<< /Length ${page.length} >>\nstream\n${page}endstream`,
    ]),
  ]
  let out = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const at = out.length
    out += `${i + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const start = out.length
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`
  out += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`
  return Uint8Array.from(out, (char) => char.charCodeAt(0))
}

const head = (n: number): string => show(72, 770, 8, 'HARBOUR REPORT') + show(300, 40, 8, `${n}`)
const REPORT = [
  head(1) +
    show(72, 720, 20, 'The harbour in figures') +
    show(72, 680, 11, 'The harbour authority moved 4.2 million tonnes of goods in the year, which is more infor-') +
    show(72, 665, 11, 'mation than the council had asked for. It expects to move another half a million tonnes') +
    show(72, 650, 11, 'in the coming year, and the'),
  head(2) +
    show(72, 720, 11, 'council agrees with that.') +
    show(72, 690, 14, 'What it costs') +
    show(72, 660, 11, 'Nobody knows.') +
    show(72, 80, 8, '1 Harbour survey, page 4'),
]

describe('readPdf', () => {
  test('joins printed lines over pages, keeps page numbers, loses heads and feet', async () => {
    const { blocks, metadata } = await readPdf(pdf(REPORT))
    expect(metadata.title).toBe('The harbour in figures')
    expect(blocks).toEqual([
      { kind: 'heading', text: 'The harbour in figures', page: 1 },
      {
        kind: 'paragraph',
        page: 1,
        text: 'The harbour authority moved 4.2 million tonnes of goods in the year, which is more information than the council had asked for. It expects to move another half a million tonnes in the coming year, and the council agrees with that.',
      },
      { kind: 'heading', text: 'What it costs', page: 2 },
      { kind: 'paragraph', text: 'Nobody knows.', page: 2 },
      { kind: 'footnote', text: '¹ Harbour survey, page 4', page: 2 },
    ])
  })

  test.each([
    ['pdf.damaged', pdf(REPORT).subarray(0, 900)],
    ['pdf.damaged', Uint8Array.from('%PDF-1.4\nrubbish\n%%EOF', (c) => c.charCodeAt(0))],
    ['pdf.needs-ocr', pdf(['0 0 100 100 re f\n'])],
    [
      'pdf.encrypted',
      pdf(
        REPORT,
        `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`,
      ),
    ],
  ])('%s', async (code, bytes) => {
    await expect(readPdf(bytes)).rejects.toMatchObject({ name: 'Unprocessable', code })
  })
})
