import { mkdtempSync, rmSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { openSqlite, type SqliteBackend } from '@counterclaim/io'
import { openWeb, PUBLIC, type TestWeb } from '@counterclaim/io/testing'
import { FIRST_TOPIC } from '@counterclaim/model'
import { type Checked, checkSources, findSource } from '@counterclaim/pipeline'
import { sourceReaders } from '@counterclaim/pipelines/sources'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'

const NOW = '2031-05-02T12:00:00.000Z'
const HOST = 'http://outlet.example.org'
let dir = ''
let backend: SqliteBackend

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'counterclaim-index-'))
  backend = openSqlite(dir)
})
afterEach(async () => {
  await backend.close()
  rmSync(dir, { recursive: true })
})

const index = (...sitemaps: readonly (readonly [path: string, changed?: string])[]): string =>
  `<sitemapindex>${sitemaps.map(([path, at]) => `<sitemap><loc>${HOST}${path}</loc>${at === undefined ? '' : `<lastmod>${at}</lastmod>`}</sitemap>`).join('')}</sitemapindex>`

const sitemap = (...pages: readonly (readonly [path: string, changed?: string])[]): string =>
  `<urlset>${pages.map(([path, at]) => `<url><loc>${HOST}${path}</loc>${at === undefined ? '' : `<lastmod>${at}</lastmod>`}</url>`).join('')}</urlset>`

/** A site by the paths of its files, each with an ETag of its own; names that end in .gz are packed. */
type Site = Record<string, string>

async function watch(site: Site): Promise<TestWeb> {
  const answer: RequestListener = (request, response) => {
    const text = site[request.url ?? '']
    if (text === undefined) return void response.writeHead(404).end()
    const etag = `"${text.length}-${text.slice(-40).replace(/[^\w-]/g, '')}"`
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end()
    response.writeHead(200, { etag }).end(request.url?.endsWith('.gz') === true ? gzipSync(text) : text)
  }
  const web = await openWeb(answer)
  onTestFinished(() => web.close())
  await backend.sources.add(await findSource(`${HOST}/sitemap.xml`, { http: web.http, now: () => NOW }, sourceReaders))
  return web
}

async function look({ http }: TestWeb): Promise<Checked> {
  const ports = { ...backend, http, now: () => NOW }
  for await (const checked of checkSources(await backend.sources.list(), ports, sourceReaders.readFeed)) return checked
  throw new TypeError('No source')
}

async function submitted(): Promise<string[]> {
  const tasks = await backend.queue.take(FIRST_TOPIC, 2_000)
  for (const task of tasks) await backend.queue.finish(task, null)
  return tasks.map(({ input }) => input.slice(HOST.length)).sort()
}

/** What was asked of the server since the last call, but for robots.txt. */
function asker({ asked }: TestWeb): () => string[] {
  let seen = asked.length
  return () => {
    const since = asked.slice(seen).map((url) => url.slice(url.indexOf('/')))
    seen = asked.length
    return since.filter((path) => path !== '/robots.txt')
  }
}

describe('an index of sitemaps as a source', () => {
  test('is followed to the sitemap with news and to those that changed last, packed or not', async () => {
    const web = await watch({
      '/sitemap.xml': index(
        ['/2031-03.xml', '2031-03-31'],
        ['/2031-05.xml.gz', '2031-05-02T08:00:00Z'],
        ['/2031-04.xml', '2031-04-30'],
        ['/news.xml'],
      ),
      '/2031-04.xml': sitemap(['/a/april']),
      '/2031-05.xml.gz': sitemap(['/a/may']),
      '/news.xml': sitemap(['/a/today'], ['/a/may']),
    })
    const asked = asker(web)
    expect(await look(web)).toMatchObject({ state: 'read', listed: 3, fresh: 3, source: { failure: null } })
    expect(asked()).toEqual(['/sitemap.xml', '/news.xml', '/2031-05.xml.gz', '/2031-04.xml'])
    expect(await submitted()).toEqual(['/a/april', '/a/may', '/a/today'])
  })

  test('without dates the highest numbers count', async () => {
    const names = ['/posts-2.xml', '/posts-10.xml', '/posts-1.xml', '/posts-9.xml']
    const web = await watch({
      '/sitemap.xml': index(...names.map((name) => [name] as const)),
      ...Object.fromEntries(names.map((name) => [name, sitemap([`/a${name}`])])),
    })
    await look(web)
    expect(await submitted()).toEqual(['/a/posts-10.xml', '/a/posts-2.xml', '/a/posts-9.xml'])
  })

  test('is looked into though it has not changed itself; what has not changed costs one 304 each', async () => {
    const site: Site = {
      '/sitemap.xml': index(['/news.xml'], ['/old.xml']),
      '/news.xml': sitemap(['/a/1']),
      '/old.xml': sitemap(),
    }
    const web = await watch(site)
    await look(web)
    const asked = asker(web)
    expect(await look(web)).toMatchObject({ state: 'unchanged', fresh: 0 })
    site['/news.xml'] = sitemap(['/a/1'], ['/a/2'])
    expect(await look(web)).toMatchObject({ state: 'read', listed: 2, fresh: 1 })
    expect(asked()).toEqual(['/sitemap.xml', '/news.xml', '/old.xml', '/sitemap.xml', '/news.xml', '/old.xml'])
    expect(await submitted()).toEqual(['/a/1', '/a/2'])
  })

  test('a site with everything it ever published gives its newest thousand pages', async () => {
    const day = (n: number): string => new Date(Date.UTC(2020, 0, n)).toISOString().slice(0, 10)
    const pages = Array.from({ length: 1_500 }, (_, i) => [`/a/${1_500 - i}`, day(1_500 - i)] as const)
    const web = await watch({ '/sitemap.xml': index(['/all.xml']), '/all.xml': sitemap(...pages.toReversed()) })
    expect(await look(web)).toMatchObject({ listed: 1_000, fresh: 1_000 })
    const paths = await submitted()
    expect(paths).toContain('/a/501')
    expect(paths).not.toContain('/a/500')
  })
})

describe('an index of which something fails', () => {
  test('one sitemap that fails hides none of the others, and is told', async () => {
    const web = await watch({
      '/sitemap.xml': index(['/news.xml'], ['/gone.xml'], ['/inner.xml']),
      '/news.xml': sitemap(['/a/1']),
      '/inner.xml': index(['/sitemap.xml']),
    })
    const { state, fresh, source } = await look(web)
    expect([state, fresh, source.failure?.code]).toEqual(['read', 1, 'feed.nested'])
    expect((await look(web)).source.failure?.code).toBe('feed.nested')
  })

  test('a sitemap at an inner address is not dialled', async () => {
    const inner = `<sitemap><loc>http://169.254.169.254/news.xml</loc></sitemap></sitemapindex>`
    const web = await watch({
      '/sitemap.xml': index(['/a.xml']).replace('</sitemapindex>', inner),
      '/a.xml': sitemap(['/a/1']),
    })
    const { fresh, source } = await look(web)
    expect([fresh, source.failure?.code]).toEqual([1, 'fetch.blocked-address'])
    expect(new Set(web.dialled)).toEqual(new Set([`${PUBLIC}:80`]))
  })

  test.each([
    ['all of them are gone', index(['/gone.xml'], ['/lost.xml']), 'fetch.not-found'],
    ['it names none', index(), 'feed.none'],
    ['it names itself alone', index(['/sitemap.xml']), 'feed.nested'],
    ['it names pages', index(['/page.html']), 'feed.none'],
  ])('it fails when %s', async (_why, text, code) => {
    const web = await watch({ '/sitemap.xml': text, '/page.html': '<!doctype html><p>Story' })
    expect(await look(web)).toMatchObject({ state: 'failed', source: { failure: { code } } })
  })
})
