import type { Ocr, ScannedLine } from '@counterclaim/model'
import { describe, expect, test } from 'vitest'
import { readScan } from './read-scan.ts'

const line = (text: string, top: number, paragraph: string, height = 30): ScannedLine => ({
  text,
  top,
  height,
  paragraph,
})

/** A recogniser that has read these pages. */
const read = (...pages: readonly (readonly ScannedLine[])[]): Ocr => ({ read: async () => ({ by: 'reader 1', pages }) })

const head = (n: number): readonly ScannedLine[] => [line('HARBOUR REPORT', 50, '1.1'), line(`${n}`, 2_900, '9.1')]
const FIRST = [
  ...head(1),
  line('The harbour', 200, '2.1', 70),
  line('in figures', 290, '2.1', 66),
  line('The authority moved 4.2 million tonnes of goods, which is more infor-', 400, '3.1'),
  line('mation than the council had asked for. It expects more, and the', 440, '3.1', 38),
]
const SECOND = [
  ...head(2),
  line('council agrees with that.', 200, '2.1'),
  line('Nobody knows how many boats are left.', 300, '3.1'),
]
const NONE = new Uint8Array()

describe('readScan', () => {
  test('joins what was recognised to paragraphs across lines and pages, without running heads', async () => {
    const { blocks, title, recognizedBy, cut } = await readScan(NONE, 2, read(FIRST, SECOND))
    expect({ title, recognizedBy, cut }).toEqual({
      title: 'The harbour in figures',
      recognizedBy: 'reader 1',
      cut: null,
    })
    expect(blocks).toEqual([
      { kind: 'heading', text: 'The harbour in figures', page: 1 },
      {
        kind: 'paragraph',
        text: 'The authority moved 4.2 million tonnes of goods, which is more information than the council had asked for. It expects more, and the council agrees with that.',
        page: 1,
      },
      { kind: 'paragraph', text: 'Nobody knows how many boats are left.', page: 2 },
    ])
  })

  test('tells which pages there was no time for', async () => {
    expect((await readScan(NONE, 40, read(FIRST, SECOND))).cut).toContain('the last 38 of 40 pages')
  })

  test.each<[string, Ocr | undefined, string]>([
    ['nothing can recognise text', undefined, 'pdf.needs-ocr'],
    ['no program for it is installed', { read: async () => null }, 'pdf.needs-ocr'],
    ['there is nothing but specks', read([line('1 . 7', 9, '1.1')]), 'pdf.no-text'],
  ])('refuses a scan when %s', async (_why, ocr, code) => {
    await expect(readScan(NONE, 1, ocr)).rejects.toMatchObject({ name: 'Unprocessable', code })
  })
})
