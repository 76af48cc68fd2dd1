import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { parseLines, type Ran, runCli } from './run-cli.ts'

interface Row {
  readonly id: string
  readonly speaker: string | null
  readonly value: { readonly min: number } | null
  readonly corrected: readonly { readonly by: string; readonly was: object }[]
}

const TEXT = 'The Port of Kelso Authority said the Kelso ferry carried 1,200 passengers.'
let dir = ''

const run = (...args: readonly string[]): Promise<Ran> => runCli(dir, ...args)
const figure = async (): Promise<Row> => {
  const rows = parseLines<Row>((await run('export', 'claims')).out)
  return rows.find(({ value }) => value !== null) ?? { id: '', speaker: null, value: null, corrected: [] }
}

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'counterclaim-correct-'))
  writeFileSync(join(dir, 'port.md'), `# A record day\n\nKelso, 3 March 2031\n\n${TEXT}`)
  expect((await run('add', 'port.md')).code).toBe(0)
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

it('shows a correction with who, why and what was found, wherever the claim is shown', async () => {
  const { id } = await figure()
  const note = 'Page\u001b[31m 2'
  const made = await run(
    'correct',
    id,
    '--speaker',
    'Harbour Ministry',
    '--value',
    '1,500',
    '--note',
    note,
    '--by',
    'ann',
  )
  expect(made).toMatchObject({
    code: 0,
    out: expect.stringContaining('speaker is “Harbour Ministry”; value is 1,500 by ann'),
  })
  expect(made.out).not.toContain('\u001b')
  expect((await run('search', 'passengers')).out).toContain('corrected by hand')
  const { out } = await run('show', id, '--explain')
  expect(out).toContain('speaker, was “Port of Kelso Authority”; value, was 1,200')
  expect(out).toContain('corrected-by-hand')
  expect(out).toMatch(/worth +0\.\d\d: .*measure/)
  expect(out).toMatch(/Kelso → kelso, by/)
  expect(await figure()).toMatchObject({
    id,
    speaker: 'Harbour Ministry',
    value: { min: 1500 },
    corrected: [{ by: 'ann', was: { speaker: 'Port of Kelso Authority' } }],
  })
})

it('outlives reprocessing, and what that would change is told of what was found', async () => {
  const before = await figure()
  expect((await run('reprocess', '--from', 'annotate', '--diff')).out).not.toContain(before.id)
  expect((await run('reprocess', '--from', 'annotate')).code).toBe(0)
  expect(await figure()).toEqual(before)
})

it('is taken back, and the history keeps both', async () => {
  const { id } = await figure()
  expect((await run('correct', id, '--undo', '--by', 'bea')).out).toContain('taken back')
  expect(await figure()).toMatchObject({ speaker: 'Port of Kelso Authority', value: { min: 1200 }, corrected: [] })
  expect(parseLines<{ by: string }>((await run('export', 'edits')).out).map(({ by }) => by)).toEqual(['ann', 'bea'])
  expect((await run('show', id, '--explain')).out).toMatch(/taken back: e_\w+ by bea/)
})

it('says what is wrong', async () => {
  const { id } = await figure()
  expect(await run('correct', id)).toMatchObject({
    code: 2,
    err: expect.stringContaining('Say what is to be corrected'),
  })
  expect(await run('correct', id, '--value', 'many')).toMatchObject({
    code: 2,
    err: expect.stringContaining('no figure'),
  })
  expect(await run('correct', 'c_none', '--undo')).toMatchObject({
    code: 2,
    err: expect.stringContaining('No claim'),
  })
})
