import { openSqlite } from '@counterclaim/io'
import { type Mail, RetryLater, type SavedSearch, type Search, searchId, Unprocessable } from '@counterclaim/model'
import { sampleDocument } from '@counterclaim/pipeline/contract'
import { alertAll } from '@counterclaim/pipelines/alert-all'
import { saveSearch } from '@counterclaim/pipelines/save-search'
import { expect, onTestFinished, test } from 'vitest'

/** A report with one figure. */
const REPORT = sampleDocument('a', { claims: [{ evidence: 'ferries carried 900 cars', kind: 'quantity' }] })
const START = Date.UTC(2031, 3, 2, 8)

/** An archive with one saved search, a clock that a test moves, and a receiver whose answer it chooses. */
async function open(mail: readonly string[] = []) {
  const backend = openSqlite(':memory:')
  onTestFinished(() => backend.close())
  const posted: string[] = []
  const mails: Mail[] = []
  const world = {
    time: START,
    answer: async (): Promise<void> => {},
    failing: null as Error | null,
  }
  const search: Pick<Search, 'claims' | 'contradictions'> = {
    claims: async (query) => {
      if (world.failing !== null) throw world.failing
      return backend.search.claims(query)
    },
    contradictions: (query) => backend.search.contradictions(query),
  }
  const ports = {
    search,
    savedSearches: backend.savedSearches,
    webhooks: {
      post: async (_webhook: unknown, id: string): Promise<void> => {
        posted.push(id)
        await world.answer()
      },
    },
    mailer: { send: async (mail: Mail) => void mails.push(mail) },
    desk: null,
    now: () => new Date(world.time).toISOString(),
    random: () => 0,
  }
  const made = await saveSearch(
    { name: 'All figures', query: { kind: 'quantity' }, by: 'sample', webhook: 'https://quay.example.org/', mail },
    ports,
  )
  expect(made).toHaveProperty('saved')
  const log = () => backend.savedSearches.log(searchId('All figures'))
  return { backend, world, ports, posted, mails, log }
}

test('a search that fails is kept with the reason, and tells later what came meanwhile', async () => {
  const { backend, world, ports, log } = await open()
  world.failing = new RetryLater('archive.busy', 'too many at once', 0)
  await backend.archive.put(REPORT)
  expect(await alertAll(ports)).toMatchObject([{ alert: null, failure: 'archive.busy: too many at once' }])
  expect(await log()).toMatchObject({ failure: { code: 'archive.busy' }, alerts: [] })
  world.failing = null
  const [looked] = await alertAll(ports)
  expect(looked?.alert?.items.length).toBeGreaterThan(0)
  expect(await log()).toMatchObject({ failure: null, alerts: [{ id: looked?.alert?.id }] })
})

test('a receiver that is down is tried after 1, 2, 4 … minutes, nine times in all, under one id', async () => {
  const { backend, world, ports, posted, log } = await open()
  world.answer = () => Promise.reject(new RetryLater('fetch.network', 'no connection', 0))
  await backend.archive.put(REPORT)
  const tried: number[] = []
  for (let minute = 0; minute <= 600; minute++) {
    world.time = START + minute * 60_000
    const before = posted.length
    await alertAll(ports)
    if (posted.length > before) tried.push(minute)
  }
  expect(tried).toEqual([0, 1, 3, 7, 15, 31, 63, 127, 255])
  expect(new Set(posted).size).toBe(1)
  expect((await log())?.alerts[0]?.deliveries).toMatchObject([
    { state: 'failed', attempts: 9, reason: 'fetch.network: no connection' },
  ])
})

test('what a receiver will never take is not sent again; one that asks for time gets it', async () => {
  const { backend, world, ports, posted, log } = await open()
  await backend.archive.put(REPORT)
  world.answer = () => Promise.reject(new RetryLater('fetch.busy', 'not now', 3_600_000))
  await alertAll(ports)
  expect((await log())?.alerts[0]?.deliveries[0]?.notBefore).toBe(new Date(START + 3_600_000).toISOString())
  world.time += 3_600_000
  world.answer = () => Promise.reject(new Unprocessable('fetch.not-found', 'gone'))
  expect(await alertAll(ports)).toMatchObject([{ delivered: 0, failed: 1 }])
  world.time += 86_400_000
  await alertAll(ports)
  expect(posted).toHaveLength(2)
})

test('a search that was removed while it was looked at is not brought back', async () => {
  const { backend, ports } = await open()
  const [saved] = (await backend.savedSearches.list()) as [SavedSearch]
  const { search } = ports
  const claims: Search['claims'] = async (query) => {
    await backend.savedSearches.remove(saved.id)
    return search.claims(query)
  }
  expect(await alertAll({ ...ports, search: { ...search, claims } })).toMatchObject([{ alert: null, failure: null }])
  expect(await backend.savedSearches.list()).toEqual([])
})

test('each address gets its own mail, whatever becomes of the webhook', async () => {
  const { backend, world, ports, mails, log } = await open(['desk@quay.example.org', 'night@quay.example.org'])
  world.answer = () => Promise.reject(new Unprocessable('fetch.not-found', 'gone'))
  await backend.archive.put(REPORT)
  expect(await alertAll(ports)).toMatchObject([{ delivered: 2, failed: 1 }])
  expect(mails.map(({ to, subject, id }) => [to, subject, id])).toEqual([
    ['desk@quay.example.org', 'All figures: 1 new', (await log())?.alerts[0]?.id],
    ['night@quay.example.org', 'All figures: 1 new', (await log())?.alerts[0]?.id],
  ])
})

test('a word that is spelt otherwise fires as it was asked for, another one does not', async () => {
  const { backend, ports } = await open()
  const query = { text: 'feries~ OR boats~' }
  const given = { name: 'Spelt', query, by: 'sample', webhook: null, mail: [] }
  expect(await saveSearch(given, ports)).toHaveProperty('saved')
  await backend.archive.put(REPORT)
  const looked = (await alertAll(ports)).find(({ saved }) => saved.name === 'Spelt')
  expect(looked?.alert?.items).toMatchObject([{ id: REPORT.claims[0]?.id, fired: ['feries~'] }])
})
