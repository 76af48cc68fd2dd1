import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqlite } from '@counterclaim/io'
import { type Edit, newestActs, type Review, type Search, type Source } from '@counterclaim/model'
import { newSource } from '@counterclaim/pipeline'
import { correctClaim } from '@counterclaim/pipelines/correct'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { removeElastic } from '../contract/open-elastic.ts'
import { type Ran, runCli, runCliIn } from '../e2e/run-cli.ts'
import { withServers } from '../servers/servers.ts'
import { snapshot } from './snapshot.ts'

const LONG_MS = 300_000
const CORPUS = join(import.meta.dirname, '../../corpus/documents')
let base = ''

const added = '2031-03-01T08:00:00.000Z'
const fresh = newSource('https://pier.example.org/feed', null, added)
const SOURCES: readonly Source[] = [
  fresh,
  {
    ...newSource('https://quay.example.org/feed', 'Quay', added),
    checkedAt: '2031-03-02T08:00:00.000Z',
    intervalMs: 450_000,
    validators: { etag: '"seven"' },
    failure: { code: 'fetch.timeout', reason: 'no answer in time' },
    published: ['2031-03-02T07:00:00.000Z'],
  },
]

/** All that the archive in a folder shows, and what it keeps to try again. */
async function shown(folder: string): Promise<unknown> {
  const backend = openSqlite(join(base, folder))
  try {
    const all = await snapshot(backend.search)
    const entries = all.entries as { readonly input: string }[]
    const documents = all.documents as { readonly id: string }[]
    const submissions = await Promise.all(entries.map(({ input }) => backend.ledger.submission(input)))
    return {
      ...all,
      submissions,
      former: await backend.archive.former(documents.map(({ id }) => id)),
      digests: await backend.digests.days(),
      reviews: await decisions(backend.search),
      edits: await edits(backend.search),
      sources: await backend.sources.list(),
      acts: await newestActs(backend.audit, 99),
    }
  } finally {
    await backend.close()
  }
}

async function decisions(search: Search): Promise<Review[]> {
  const all: Review[] = []
  for await (const review of search.allReviews()) all.push(review)
  return all
}

async function edits(search: Search): Promise<Edit[]> {
  const all: Edit[] = []
  for await (const edit of search.allEdits()) all.push(edit)
  return all
}

const blobs = (folder: string): string[] =>
  readdirSync(join(base, folder, 'blobs'), { recursive: true })
    .map(String)
    .sort()

/**
 * The corpus, two inputs that claim one URL with the same bytes and one with others, some that are quarantined, a page that
 * was changed twice, decisions, a digest, and watched sources.
 */
beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'counterclaim-transfer-'))
  cpSync(CORPUS, join(base, 'in'), { recursive: true })
  const line = (text: string): string =>
    `${JSON.stringify({ url: 'https://twice.example.org/a', title: 'Twice', text })}\n`
  const text = 'The Port of Kelso said on 3 March 2031 that 1,200 passengers used the new ferry.'
  writeFileSync(join(base, 'in/twice.jsonl'), line(text) + line(text) + line(`${text} It denied that it was late.`))
  writeFileSync(join(base, 'in/empty.txt'), '')
  writeFileSync(join(base, 'in/bad.json'), '{')
  expect((await runCli(base, 'add', 'in', '--data', 'first')).code).toBe(1)
  for (const passengers of [800, 900, 1_000]) {
    const page = { url: 'https://pier.example.org/a', title: 'Pier', text: text.replace('1,200', `${passengers}`) }
    writeFileSync(join(base, 'in/pier.json'), JSON.stringify(page))
    expect((await runCli(base, 'add', 'in/pier.json', '--data', 'first')).code).toBe(0)
  }
  const backend = openSqlite(join(base, 'first'))
  const [judged] = (await backend.search.contradictions({ limit: 1 })).items
  const claims = judged?.sides.flatMap((side) => side.claims) ?? []
  const decision = { state: 'confirmed', note: 'seen', by: 'ann', at: '2031-03-04T10:00:00Z', claims } as const
  await backend.reviews.add({ contradiction: judged?.id ?? '', ...decision })
  const said = { note: null, by: 'ann', at: '2031-03-05T10:00:00Z', way: 'api', account: 'ann' } as const
  const corrected = await correctClaim(claims[0] ?? '', { speaker: 'Port of Kelso' }, said, backend)
  expect(corrected).toHaveProperty('made')
  await backend.digests.keep({ date: '2031-03-04', since: '', until: '', items: [], sources: [], omitted: [] })
  for (const source of SOURCES) await backend.sources.add(source)
  await backend.close()
  expect(await shown('first')).toMatchObject({
    former: [{}, {}],
    sources: SOURCES,
    acts: [{ did: 'correct', by: 'ann' }],
  })
}, LONG_MS)
afterAll(() => rmSync(base, { recursive: true, force: true }))

it(
  'moves an archive to another folder: the same in every field',
  async () => {
    const moved = await runCli(base, 'transfer', '--from', 'first', '--to', 'second', '--json')
    expect({ code: moved.code, err: moved.err }).toEqual({ code: 0, err: '' })
    expect(await shown('second')).toEqual(await shown('first'))
    expect(blobs('second')).toEqual(blobs('first'))
    const again = await Promise.all(
      ['second', 'first'].map((data) => runCli(base, 'add', 'in', '--data', data, '--json')),
    )
    const [states, expected] = again.map(({ out }) => (JSON.parse(out) as { states: object }).states)
    expect(states).toEqual(expected)
  },
  LONG_MS,
)

it('refuses while work is left to do', async () => {
  const backend = openSqlite(join(base, 'busy'))
  await backend.queue.submit([
    {
      id: 'd_a',
      url: 'file:///a',
      key: 'a',
      trace: [],
      input: 'file:///a',
      content: { kind: 'path', path: '/a' },
      given: {},
    },
  ])
  await backend.close()
  const { code, err } = await runCli(base, 'transfer', '--from', 'busy', '--to', 'third')
  expect(code).toBe(2)
  expect(err).toContain('1 inputs are still to be worked on')
  expect(existsSync(join(base, 'third'))).toBe(false)
})

withServers(['elastic'], ({ elastic }) => {
  it(
    'moves an archive to Elasticsearch and back: the same in every field',
    async () => {
      const prefix = `transfer-${process.pid}`
      onTestFinished(() => removeElastic(elastic, prefix))
      const run = (...args: readonly string[]): Promise<Ran> =>
        runCliIn({ COUNTERCLAIM_ELASTIC_PREFIX: prefix }, base, ...args)
      expect(
        await runCliIn({ COUNTERCLAIM_ELASTIC_PREFIX: prefix, COUNTERCLAIM_ELASTIC_URL: elastic }, base, 'setup'),
      ).toMatchObject({ code: 0 })
      const there = await run('transfer', '--from', 'first', '--to', elastic, '--data', 'shared')
      expect({ code: there.code, err: there.err }).toEqual({ code: 0, err: '' })
      expect(blobs('shared')).toEqual(blobs('first'))
      const back = await run('transfer', '--from', elastic, '--to', 'back', '--data', 'shared')
      expect({ code: back.code, err: back.err }).toEqual({ code: 0, err: '' })
      expect(await shown('back')).toEqual(await shown('first'))
      expect(blobs('back')).toEqual(blobs('first'))
    },
    LONG_MS,
  )
})
