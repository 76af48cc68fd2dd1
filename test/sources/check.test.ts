import { mkdtempSync, rmSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqlite, type SqliteBackend } from '@counterclaim/io'
import { openWeb, type TestWeb, type WebOptions } from '@counterclaim/io/testing'
import { FIRST_TOPIC } from '@counterclaim/model'
import { type Checked, checkSources, findSource, newSource } from '@counterclaim/pipeline'
import { sourceReaders } from '@counterclaim/pipelines/sources'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'

const NOW = '2031-05-02T12:00:00.000Z'
let dir = ''
let backend: SqliteBackend

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'counterclaim-sources-'))
  backend = openSqlite(dir)
})
afterEach(async () => {
  await backend.close()
  rmSync(dir, { recursive: true })
})

async function open(answer: RequestListener, options: WebOptions = {}): Promise<TestWeb> {
  const web = await openWeb(answer, options)
  onTestFinished(() => web.close())
  return web
}

/** Looks at all sources; what was found, by URL. */
async function checkAll({ http }: TestWeb): Promise<Checked[]> {
  const found: Checked[] = []
  const ports = { ...backend, http, now: () => NOW }
  for await (const checked of checkSources(await backend.sources.list(), ports, sourceReaders.readFeed))
    found.push(checked)
  return found.sort((a, b) => (a.source.url < b.source.url ? -1 : 1))
}

async function watch(...urls: readonly string[]): Promise<void> {
  for (const url of urls) await backend.sources.add(newSource(url, null, NOW))
}

const rss = (...paths: readonly string[]): string =>
  `<rss version="2.0"><channel><title>Outlet</title>${paths.map((path) => `<item><title>T</title><link>${path}</link></item>`).join('')}</channel></rss>`

describe('polling two hundred hosts', () => {
  const hosts = Array.from({ length: 200 }, (_, i) => `outlet-${i}.example.org`)

  test('no host gets two requests at once, what has not changed costs one 304, and a restart forgets nothing', async () => {
    const running = new Map<string, number>()
    let overlaps = 0
    let notModified = 0
    const web = await open((request, response) => {
      const host = request.headers.host ?? ''
      running.set(host, (running.get(host) ?? 0) + 1)
      if ((running.get(host) ?? 0) > 1) overlaps++
      setImmediate(() => {
        running.set(host, (running.get(host) ?? 0) - 1)
        const etag = `"${request.url}"`
        const isSame = request.headers['if-none-match'] === etag
        if (isSame) notModified++
        response.writeHead(isSame ? 304 : 200, { etag }).end(isSame ? '' : rss(`${request.url}/a`, `${request.url}/b`))
      })
    })
    // Two lists a host, so that there is something to overlap.
    await watch(...hosts.flatMap((host) => [`http://${host}/news`, `http://${host}/sport`]))

    const first = await checkAll(web)
    expect(first.map(({ state }) => state)).toEqual(first.map(() => 'read'))
    expect(first.reduce((sum, { fresh }) => sum + fresh, 0)).toBe(800)
    expect(await backend.queue.pending()).toBe(800)
    expect(overlaps).toBe(0)
    expect(web.asked.length).toBe(600)

    await backend.close()
    backend = openSqlite(dir)
    const second = await checkAll(web)
    expect(second.map(({ state, fresh }) => [state, fresh])).toEqual(second.map(() => ['unchanged', 0]))
    expect(second[0]?.source.title).toBe('Outlet')
    expect(notModified).toBe(400)
    expect(web.asked.length).toBe(1_000)
    expect(await backend.queue.pending()).toBe(800)
    expect(overlaps).toBe(0)
  })
})

describe('checkSources', () => {
  test('submits what was never an input, whatever became of it', async () => {
    let paths = ['/a', '/b']
    const web = await open((_request, response) => void response.end(rss(...paths)))
    await watch('http://outlet.example.org/rss')
    expect(await checkAll(web)).toMatchObject([{ state: 'read', listed: 2, fresh: 2 }])
    for (const task of await backend.queue.take(FIRST_TOPIC, 9)) {
      await backend.ledger.record(task.input, QUARANTINED)
      await backend.queue.finish(task, null)
    }
    paths = ['/c', '/a', '/b']
    expect(await checkAll(web)).toMatchObject([{ state: 'read', listed: 3, fresh: 1 }])
    const [task] = await backend.queue.take(FIRST_TOPIC, 9)
    expect(await task?.read()).toMatchObject({
      input: 'http://outlet.example.org/c',
      given: { listed: { title: 'T' } },
    })
  })

  test('keeps why a source failed, and goes on with the others', async () => {
    const web = await open((request, response) => {
      if (request.url === '/gone') response.writeHead(410).end()
      else if (request.url === '/page') response.end('<!doctype html><p>Story')
      else if (request.url === '/index') response.end('<sitemapindex></sitemapindex>')
      else if (request.url === '/broken') response.end('<rss version="2.0"></rss>')
      else response.end(rss('/a'))
    })
    await watch(...['broken', 'gone', 'index', 'page', 'rss'].map((name) => `http://outlet.example.org/${name}`))
    const checked = await checkAll(web)
    expect(checked.map(({ source }) => source.failure?.code)).toEqual([
      'feed.invalid',
      'fetch.not-found',
      'feed.none',
      'feed.none',
      undefined,
    ])
    expect((await backend.sources.list()).map(({ failure }) => failure?.code)).toEqual(
      checked.map(({ source }) => source.failure?.code),
    )
    expect(checked.map(({ source }) => source.intervalMs)).toEqual([
      2_700_000, 2_700_000, 2_700_000, 2_700_000, 900_000,
    ])
  })

  test('a source that works again has no failure', async () => {
    let isDown = true
    const web = await open((_request, response) => void response.writeHead(isDown ? 404 : 200).end(rss('/a')))
    await watch('http://outlet.example.org/rss')
    expect((await checkAll(web))[0]?.source.failure?.code).toBe('fetch.not-found')
    isDown = false
    expect((await checkAll(web))[0]?.source.failure).toBeNull()
  })

  test('a source that was removed while it was looked at stays removed', async () => {
    const web = await open((_request, response) => {
      void backend.sources.remove('http://outlet.example.org/rss').then(() => response.end(rss('/a')))
    })
    await watch('http://outlet.example.org/rss')
    await checkAll(web)
    expect(await backend.sources.list()).toEqual([])
  })
})

const QUARANTINED = { state: 'quarantined', code: 'text.none', reason: null, document: null, steps: [] } as const

describe('findSource', () => {
  const answer: RequestListener = (request, response) => {
    if (request.url === '/')
      response.end('<!doctype html><link rel="alternate" type="application/rss+xml" href="/rss">')
    else if (request.url === '/rss') response.end(rss('/a'))
    else if (request.url === '/old') response.writeHead(301, { location: '/rss' }).end()
    else response.end('<!doctype html><p>Story')
  }

  test.each([
    ['a feed', '/rss'],
    ['a page that names it', '/'],
    ['an address it has left for good', '/old'],
  ])('finds it by %s', async (_what, path) => {
    const { http } = await open(answer)
    const found = await findSource(`http://outlet.example.org${path}`, { http, now: () => NOW }, sourceReaders)
    expect(found).toEqual(newSource('http://outlet.example.org/rss', 'Outlet', NOW))
  })

  test('says that there is none', async () => {
    const { http } = await open(answer)
    const finding = findSource('http://outlet.example.org/about', { http, now: () => NOW }, sourceReaders)
    await expect(finding).rejects.toMatchObject({ code: 'feed.none' })
  })
})

test('sources are listed by URL, and added once', async () => {
  const b = newSource('http://b.example.org/', 'B', NOW)
  expect(await backend.sources.add(b)).toBe(true)
  expect(await backend.sources.add({ ...b, title: 'Other' })).toBe(false)
  expect(await backend.sources.add(newSource('http://a.example.org/', null, NOW))).toBe(true)
  expect((await backend.sources.list()).map(({ url, title }) => [url, title])).toEqual([
    ['http://a.example.org/', null],
    ['http://b.example.org/', 'B'],
  ])
  expect(await backend.sources.remove(b.url)).toBe(true)
  expect(await backend.sources.remove(b.url)).toBe(false)
})
