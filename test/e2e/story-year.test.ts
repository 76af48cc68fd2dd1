import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runCli } from './run-cli.ts'

const QUARRY =
  'The Karsk quarry collapse buried 14 workers near the slate village of Karsk, and rescuers with dogs dug through the slate for two nights.'
const UNDATED = `${QUARRY} The quarry at Karsk employs 230 people. In May the owner sold slate for 5,000 houses, and the slate may last.`
const OTHER =
  'A lighthouse keeper counted 77 puffins on the cliffs, which is more than the society of ornithologists had hoped.'

let dir = ''
beforeEach(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'counterclaim-story-year-')))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

interface Line {
  readonly doc: string
  readonly value: { readonly min: number } | null
  readonly time: string | null
  readonly by: readonly string[]
}

/** The claims of the documents without a date, when others of the story have these days. */
async function undated(...days: readonly string[]): Promise<Line[]> {
  const dated = days.map((day, i) => ({
    doc: `dated-${i}`,
    title: 'Karsk quarry collapse',
    publishedAt: day,
    text: `${QUARRY} Report ${i}.`,
  }))
  const docs = [
    ...dated,
    { doc: 'story', title: 'The Karsk quarry', text: UNDATED },
    { doc: 'other', title: 'Puffins', text: OTHER },
  ]
  writeFileSync(join(dir, 'in.jsonl'), docs.map((doc) => `${JSON.stringify(doc)}\n`).join(''))
  expect((await runCli(dir, 'add', 'in.jsonl')).code).toBe(0)
  const lines = (await runCli(dir, 'export', 'claims')).out.trim().split('\n')
  return lines
    .map((line) => JSON.parse(line) as Line)
    .filter(({ doc, value }) => !doc.startsWith('dated') && value !== null)
}

const timeOf = (lines: readonly Line[], figure: number): string | null | undefined =>
  lines.find(({ value }) => value?.min === figure)?.time

test('a document without a date tells of the one year of its story, or a month of it; one of no story of none', async () => {
  const lines = await undated('2031-06-04', '2031-06-06')
  const times = { employed: timeOf(lines, 230), sold: timeOf(lines, 5000), puffins: timeOf(lines, 77) }
  expect(times).toEqual({ employed: '2031', sold: '2031-05', puffins: null })
  expect(lines.find(({ value }) => value?.min === 230)?.by).toContain('time:story')
})

test('a story whose dates lie in two years tells none', async () => {
  expect(timeOf(await undated('2031-12-30', '2032-01-02'), 230)).toBeNull()
})
