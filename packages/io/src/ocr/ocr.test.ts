import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readTsv } from './read-tsv.ts'
import { runTool } from './run-tool.ts'
import { readOcrSettings } from './settings.ts'
import { tesseractOcr } from './tesseract.ts'

const SCAN = readFileSync(join(import.meta.dirname, '../../../../test/e2e/scans/harbour.pdf'))
const SETTINGS = { languages: 'eng', budgetMs: 60_000 }

describe('readTsv', () => {
  const row = (...fields: readonly (string | number)[]): string => fields.join('\t')
  const table = [
    row(
      'level',
      'page_num',
      'block_num',
      'par_num',
      'line_num',
      'word_num',
      'left',
      'top',
      'width',
      'height',
      'conf',
      'text',
    ),
    row(4, 1, 1, 1, 1, 0, 10, 20, 300, 31, -1, ''),
    row(5, 1, 1, 1, 1, 1, 10, 20, 60, 31, 96.1, 'Forty'),
    row(5, 1, 1, 1, 1, 2, 80, 20, 60, 31, 91.4, 'boats'),
    row(5, 1, 1, 1, 1, 3, 150, 20, 9, 9, 12.5, '~|'),
    row(4, 1, 1, 1, 2, 0, 10, 60, 300, 30, -1, ''),
    row(5, 1, 1, 1, 2, 1, 10, 60, 60, 30, 95, 'sank.'),
    row(4, 1, 2, 1, 1, 0, 10, 90, 300, 30, -1, ''),
    row(5, 1, 2, 1, 1, 1, 10, 90, 60, 30, 95, ' '),
  ]

  test('gives lines with their place and paragraph, without specks and lines of nothing', () => {
    expect(readTsv(table.join('\n'))).toEqual([
      { text: 'Forty boats', top: 20, height: 31, paragraph: '1.1' },
      { text: 'sank.', top: 60, height: 30, paragraph: '1.1' },
    ])
    expect(readTsv('')).toEqual([])
  })
})

describe('runTool', () => {
  const run = (code: string, timeoutMs = 30_000): ReturnType<typeof runTool> =>
    runTool(process.execPath, ['-e', code], { input: Buffer.from('abc'), timeoutMs })

  test('gives what a program makes of its input', async () => {
    expect(await run('process.stdin.pipe(process.stdout)')).toEqual({ kind: 'done', out: Buffer.from('abc') })
  })

  test('tells why it failed, that it is missing, and that it took too long', async () => {
    expect(await run('console.error("no  such\\nlanguage"); process.exit(3)')).toEqual({
      kind: 'failed',
      words: 'no such language',
    })
    expect(await runTool('no-such-program', [], { timeoutMs: 30_000 })).toEqual({ kind: 'missing' })
    expect(await run('setInterval(() => {}, 1000)', 200)).toEqual({ kind: 'late' })
  })

  test('what prints without end is ended', async () => {
    const endless = 'const out = () => process.stdout.write("x".repeat(1e6), out); out()'
    expect(await run(endless)).toMatchObject({ kind: 'failed' })
  })

  test('it sees no setting of this process', async () => {
    process.env.COUNTERCLAIM_TEST_SECRET = 'secret'
    onTestFinished(() => void delete process.env.COUNTERCLAIM_TEST_SECRET)
    const seen = await run('process.stdout.write(JSON.stringify(process.env))')
    expect(seen.kind === 'done' && seen.out.toString()).toContain('OMP_THREAD_LIMIT')
    expect(seen.kind === 'done' && seen.out.toString()).not.toContain('secret')
  })
})

test.each([
  [{}, { languages: 'eng', budgetMs: 500 }],
  [{ COUNTERCLAIM_OCR_LANGUAGES: 'eng+deu_frak' }, { languages: 'eng+deu_frak', budgetMs: 500 }],
])('readOcrSettings(%j)', (env, settings) => {
  expect(readOcrSettings(env, { stageMs: 1_000 })).toEqual(settings)
})

test.each(['-x', 'eng deu', '../etc', 'eng+'])('refuses %j as languages', (languages) => {
  const read = (): unknown => readOcrSettings({ COUNTERCLAIM_OCR_LANGUAGES: languages }, { stageMs: 1 })
  expect(read).toThrow(expect.objectContaining({ code: 'config.invalid' }))
})

test('where the programs are not installed nothing is recognised', async () => {
  const { PATH } = process.env
  process.env.PATH = ''
  onTestFinished(() => void Object.assign(process.env, { PATH }))
  expect(await tesseractOcr(SETTINGS).read(SCAN, 1)).toBeNull()
})

const isInstalled = (await tesseractOcr(SETTINGS).read(SCAN, 1)) !== null

describe.skipIf(!isInstalled)(
  `Tesseract${isInstalled ? '' : ' (skipped: tesseract and pdftoppm are not installed)'}`,
  () => {
    test('reads a scan page by page', async () => {
      const read = await tesseractOcr(SETTINGS).read(SCAN, 2)
      expect(read?.by).toMatch(/^tesseract \d.* \(eng\)$/)
      const texts = read?.pages.map((lines) => lines.map(({ text }) => text).join(' '))
      expect(texts?.[0]).toContain('moved 4.2 million tonnes of goods in 2023')
      expect(texts?.[1]).toContain('About 72 percent of the boats')
    }, 60_000)

    test('tells why it cannot', async () => {
      const other = tesseractOcr({ ...SETTINGS, languages: 'xyz' }).read(SCAN, 1)
      await expect(other).rejects.toMatchObject({ code: 'pdf.needs-ocr', message: expect.stringContaining('xyz') })
      const damaged = tesseractOcr(SETTINGS).read(SCAN.subarray(0, 400), 1)
      await expect(damaged).rejects.toMatchObject({ code: 'pdf.damaged' })
      const late = tesseractOcr({ ...SETTINGS, budgetMs: 1 }).read(SCAN, 1)
      await expect(late).rejects.toMatchObject({
        code: 'pdf.needs-ocr',
        message: expect.stringContaining('longer than 1 ms'),
      })
    }, 60_000)
  },
)
