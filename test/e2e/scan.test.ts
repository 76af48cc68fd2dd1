import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ERROR_CODES } from '@counterclaim/model'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseLines, runCli, runCliIn } from './run-cli.ts'

const isInstalled = ['tesseract', 'pdftoppm'].every((tool) => spawnSync(tool, ['-v']).error === undefined)

let dir = ''
beforeAll(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'counterclaim-scan-')))
  copyFileSync(join(import.meta.dirname, 'scans/harbour.pdf'), join(dir, 'scan.pdf'))
})
afterAll(() => rmSync(dir, { recursive: true }))

test('without the programs a scanned report is quarantined, with what to install', async () => {
  const { code, out } = await runCliIn({ PATH: '' }, dir, 'add', 'scan.pdf')
  expect(code).toBe(1)
  expect(out).toContain('scan.pdf\n  pdf.needs-ocr: 2 pages without text')
  expect((await runCli(dir, 'why', 'scan.pdf')).out).toContain(ERROR_CODES['pdf.needs-ocr'])
})

describe.skipIf(!isInstalled)(
  `with them${isInstalled ? '' : ' (skipped: tesseract and pdftoppm are not installed)'}`,
  () => {
    test('a retry reads it: claims with their page, and what recognised them', async () => {
      expect(await runCli(dir, 'retry')).toMatchObject({ code: 0, err: '' })
      const claims = parseLines<{ evidence: string; id: string }>((await runCli(dir, 'export', 'claims')).out)
      const boats = claims.find(({ evidence }) => evidence.includes('72 percent'))
      expect((await runCli(dir, 'show', boats?.id ?? '')).out).toMatch(/page +2/)
      const { out } = await runCli(dir, 'show', 'scan')
      expect(out).toMatch(/recognised +by tesseract .*\(eng\), from pictures of pages/)
      expect(out).toContain('It expects to move another half a million tonnes in the coming year')
    }, 60_000)
  },
)
