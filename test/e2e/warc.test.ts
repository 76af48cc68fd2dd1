import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { openSqlite } from '@counterclaim/io'
import type { Entry } from '@counterclaim/model'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseLines, runCli } from './run-cli.ts'

const CORPUS = join(import.meta.dirname, '../../corpus/documents')
const LIVE = 'https://news.example.org/live'
const page = (share: number): string => `<html><head><title>Count of the ferry vote</title>
<meta property="article:published_time" content="2026-03-02T09:00:00Z"></head><body><article>
<h1>Count of the ferry vote</h1>
<p>The electoral office said on Monday that ${share}% of the votes had been counted in Northport by the evening.</p>
<p>The ferry line carried 41,000 passengers in May 2023, the company said in its report of the year.</p>
</article></body></html>`

/** A page as a recorder keeps it. */
function capture(url: string, date: string, body: string, status = '200 OK', type = 'text/html'): string {
  const block = `HTTP/1.1 ${status}\r\nContent-Type: ${type}\r\n\r\n${body}`
  const head = ['WARC/1.1', 'WARC-Type: response', `WARC-Target-URI: ${url}`, `WARC-Date: ${date}`]
  return `${head.join('\r\n')}\r\nContent-Length: ${Buffer.byteLength(block)}\r\n\r\n${block}\r\n\r\n`
}

let dir: string
const run = (...args: string[]): ReturnType<typeof runCli> => runCli(dir, ...args)

beforeAll(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'counterclaim-warc-')))
  mkdirSync(join(dir, 'in'))
  for (const name of [
    'pages/steppe-courier-meta-denial.html',
    'pages/northgate-kazakh-rebuttal.html',
    'wire/clients.jsonl',
  ])
    copyFileSync(join(CORPUS, name), join(dir, 'in', basename(name)))
  const early = capture(LIVE, '2026-03-02T10:05:00Z', page(72))
  const late = capture(LIVE, '2026-03-02T14:20:00Z', page(82))
  const picture = capture(`${LIVE}.png`, '2026-03-02T10:06:00Z', 'PNG', '200 OK', 'image/png')
  writeFileSync(join(dir, 'in/late.warc'), late + picture)
  writeFileSync(join(dir, 'in/z-early.warc'), early + early.slice(0, 300))
})
afterAll(() => rmSync(dir, { recursive: true }))

test('captures become versions of their page, and every record has a state', async () => {
  const added = await run('add', 'in', '--data', 'a')
  expect(added).toMatchObject({ code: 1, err: '' })
  const entries = parseLines<Entry>((await run('why', 'in', '--json', '--data', 'a')).out)
  const states = entries.map(({ input, state, code }) => [input.replace(/^.*\//, ''), state, code])
  expect(states.filter(([input]) => input?.includes('.warc'))).toEqual([
    ['late.warc', 'dropped', 'list'],
    ['late.warc#R2', 'dropped', 'no-page'],
    ['z-early.warc', 'quarantined', 'input.damaged'],
  ])
  const own = parseLines<Entry>((await run('why', 'in/late.warc', '--json', '--data', 'a')).out)
  expect(own.map(({ reason }) => reason)).toEqual([
    'It is a WARC file: records by kind: 1 no page, 1 page',
    expect.stringContaining('image/png'),
  ])
  const archive = openSqlite(join(dir, 'a'))
  const doc = await archive.search.document(LIVE)
  const former = await archive.archive.former([doc?.id ?? ''])
  await archive.close()
  expect(doc).toMatchObject({
    input: LIVE,
    fetchedAt: '2026-03-02T14:20:00.000Z',
    text: expect.stringContaining('82%'),
  })
  expect(former).toMatchObject([{ fetchedAt: '2026-03-02T10:05:00.000Z', text: expect.stringContaining('72%') }])
})

test('a figure that a page changed is told by show and by the digest of the day', async () => {
  const { out } = await run('show', LIVE, '--data', 'a')
  expect(out).toMatch(/1 changed figure\n {2}72 % → 82 % .*votes.*\n +between 10:05 and 14:20 on 2026-03-02 \(UTC\)/)
  expect((await run('digest', '--date', '2026-03-02', '--data', 'a', '--format', 'md')).code).toBe(0)
  const digest = readFileSync(join(dir, 'a/digests/2026-03-02.md'), 'utf8')
  expect(digest).toContain('Revised figures (1)')
  expect(digest).toMatch(/changed on the same page between 10:05 and 14:20[\s\S]*72%[\s\S]*82%/)
})

test('an archive that is written and read again has the same documents, versions, claims and contradictions', async () => {
  const written = await run('export', 'documents', '--format', 'warc', '--data', 'a')
  expect(written).toMatchObject({ code: 0, err: '' })
  writeFileSync(join(dir, 'again.warc'), written.out)
  expect(await run('add', 'again.warc', '--data', 'b')).toMatchObject({ code: 0, err: '' })
  for (const what of ['claims', 'contradictions']) {
    const [a, b] = await Promise.all(['a', 'b'].map((data) => run('export', what, '--canonical', '--data', data)))
    expect(parseLines(a?.out ?? '').length).toBeGreaterThan(0)
    expect(b?.out).toBe(a?.out)
  }
  const again = await run('export', 'documents', '--format', 'warc', '--data', 'b')
  const records = (text: string): string[] => text.split('WARC/1.1\r\n').slice(2)
  expect(records(again.out)).toEqual(records(written.out))
  expect(records(again.out).length).toBeGreaterThan(4)
}, 60_000)

test('what was captured before the archived version changes nothing', async () => {
  expect((await run('add', 'in/z-early.warc', '--data', 'b')).out).toContain('1  unchanged')
  const { out } = await run('export', 'documents', '--data', 'b')
  expect(parseLines<{ text: string }>(out).filter(({ text }) => text.includes('82%'))).toHaveLength(1)
})

test('only documents have bytes to write', async () => {
  expect(await run('export', 'claims', '--format', 'warc', '--data', 'a')).toMatchObject({ code: 2 })
  expect(await run('export', 'documents', '--format', 'warc', '--json', '--data', 'a')).toMatchObject({ code: 2 })
})
