import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { parseLines, type Ran, runCli } from './run-cli.ts'

const LINES = [
  'The Harbour Safety Board (HSB) said the Kelso ferry carried 1,200 passengers in March 2031.',
  'HSB denied that the Kelso ferry had been closed to passengers, a spokeswoman for HSB said.',
]
let dir = ''
const run = (...args: readonly string[]): Promise<Ran> => runCli(dir, ...args)

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'counterclaim-entities-'))
  const documents = LINES.map((text, i) => ({
    url: `https://${i}.example.org/`,
    title: `Report ${i}`,
    doc: `r${i}`,
    text,
  }))
  writeFileSync(join(dir, 'in.jsonl'), documents.map((one) => JSON.stringify(one)).join('\n'))
  expect((await run('add', 'in.jsonl')).code).toBe(0)
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

it('lists them by the documents that name them', async () => {
  const { out } = await run('entities', 'list', '--named', 'hsb', '--type', 'organization')
  expect(out.split('\n')[0]).toBe('harbour-safety-board  Harbour Safety Board, organization, 1 document; also HSB')
  const [first] = parseLines<{ documents: number }>((await run('entities', 'list', '--json', '--limit', '1')).out)
  expect(first?.documents).toBe(2)
})

it('merges what an acronym shows to be one, tells of it first, and takes it back', async () => {
  expect((await run('entities', 'merge', '--same', '--dry-run')).out).toContain('hsb merged into Harbour Safety Board')
  const [made] = parseLines<{ id: string }>((await run('entities', 'merge', '--same', '--json')).out)
  expect((await run('show', 'harbour-safety-board')).out).toMatch(/2 documents.*Edited by hand.*by counterclaim/s)
  const hit = await run('search', '--speaker', 'Harbour Safety Board', '--stance', 'denies', '--json')
  const [claim] = (JSON.parse(hit.out) as { items: { claim: { id: string } }[] }).items
  expect((await run('show', claim?.claim.id ?? '', '--explain')).out).toContain(`by edit ${made?.id}`)
  expect((await run('entities', 'undo', made?.id ?? '', '--by', 'bea')).out).toContain('taken back')
  expect((await run('entities', 'history', 'hsb')).out).toMatch(/taken back: e_\w+ by bea.*hsb merged into/s)
  expect((await run('show', 'hsb')).out).toContain('1 document')
})

it('edits and splits them by hand', async () => {
  const edited = await run(
    'entities',
    'edit',
    'hsb',
    '--name',
    'Hill \u001b[1mBreeders',
    '--add-name',
    'HB',
    '--note',
    'why',
  )
  expect(edited).toMatchObject({ code: 0, out: expect.stringContaining('called “Hill \\x1b[1mBreeders”; also “HB”') })
  expect((await run('show', 'HB')).out).toContain('the texts alone')
  const split = await run(
    'entities',
    'split',
    'kelso',
    'Kelso Ferry Company',
    '--document',
    'r1',
    '--type',
    'organization',
  )
  expect(split).toMatchObject({ code: 0, out: expect.stringContaining('split from kelso') })
  expect((await run('show', 'Kelso Ferry Company')).out).toContain('Report 1')
})

it('says what is wrong', async () => {
  for (const [args, why] of [
    [['merge', 'hsb'], 'Name two entities'],
    [['merge', 'hsb', 'nobody'], 'No entity nobody'],
    [['split', 'hsb', 'Other'], 'Say what is split off'],
    [['edit', 'hsb', '--type', 'ship'], 'organization'],
    [['history', 'nobody'], 'No entity nobody'],
  ] as const)
    expect(await run('entities', ...args)).toMatchObject({ code: 2, err: expect.stringContaining(why) })
})
