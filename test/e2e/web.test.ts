import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { type Document, documentId, type Entry, type Fetched } from '@counterclaim/model'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LocalServer, startServer } from './local-server.ts'
import { parseLines, type Ran, runCliIn } from './run-cli.ts'

const STORY = `<!doctype html><html lang="en"><head><title>Ferry line counts its passengers</title>
<meta property="article:published_time" content="2031-05-02T08:00:00Z"></head><body><article>
<h1>Ferry line counts its passengers</h1>
<p>The Lake Ferry Company said on Friday that it carried 1.2 million passengers in 2030, more than in any year before.</p>
<p>The port authority denied that the ferries were ever full, and said that the boats had room for twice as many people.</p>
</article></body></html>`

/** A feed with a page, a page that has neither title nor date, another list, and itself. */
const feed = (): string => `<?xml version="1.0"?><rss version="2.0"><channel><title>Outlet</title>
<item><title>Another title</title><link>${base}/listed.html</link><pubDate>Thu, 01 May 2031 00:00:00 GMT</pubDate></item>
<item><title>Boats are sold</title><link>/bare</link><pubDate>Fri, 02 May 2031 08:00:00 +0200</pubDate></item>
<item><title>More</title><link>/sitemap.xml.gz</link></item><item><title>This</title><link>/feed</link></item></channel></rss>`

let busy = 0
let notModified = 0
const ANSWERS: Readonly<Record<string, RequestListener>> = {
  '/robots.txt': (_request, response) => void response.end('User-agent: *\nDisallow: /closed'),
  '/story.html': (request, response) => {
    if (request.headers['if-none-match'] === '"v1"') {
      notModified++
      response.writeHead(304).end()
    } else
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'br', etag: '"v1"' })
        .end(brotliCompressSync(STORY))
  },
  '/old': (_request, response) => void response.writeHead(301, { location: '/moved' }).end(),
  '/moved': (_request, response) => void response.writeHead(302, { location: '/today/42' }).end(),
  '/today/42': (_request, response) =>
    void response.writeHead(200, { 'content-type': 'text/html' }).end(STORY.replace('Friday', 'Saturday')),
  '/busy': (_request, response) =>
    busy++ === 0
      ? void response.writeHead(429, { 'retry-after': '1' }).end()
      : void response.writeHead(200, { 'content-type': 'text/plain' }).end('The mayor said 40 boats were sold.'),
  '/invalid': (_request, response) =>
    void response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(
        Buffer.concat([
          Buffer.from('<!doctype html><p>The mayor said 50 boats '),
          Buffer.from([0xff, 0xc3, 0x28]),
          Buffer.from(' were sold.'),
        ]),
      ),
  '/feed': (_request, response) => void response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feed()),
  '/listed.html': (_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(STORY),
  '/bare': (_request, response) =>
    void response
      .writeHead(200, { 'content-type': 'text/html' })
      .end('<p>The mayor said 60 boats were sold in 2030.</p>'),
  '/sitemap.xml.gz': (_request, response) =>
    void response
      .writeHead(200, { 'content-type': 'application/gzip' })
      .end(gzipSync(`<urlset><url><loc>${base}/listed.html</loc></url><url><loc>${base}/nothing</loc></url></urlset>`)),
  '/index.xml': (_request, response) =>
    void response
      .writeHead(200, { 'content-type': 'text/xml' })
      .end(`<sitemapindex><sitemap><loc>${base}/sitemap.xml.gz</loc></sitemap></sitemapindex>`),
  '/damaged.xml': (_request, response) =>
    void response.writeHead(200, { 'content-type': 'text/xml' }).end('<rss version="2.0"></rss>'),
  '/picture': (_request, response) => void response.writeHead(200, { 'content-type': 'image/png' }).end('x'),
  '/inner': (_request, response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
}

let server: LocalServer
let base = ''
let dir = ''
const run = (...args: readonly string[]): Promise<Ran> =>
  runCliIn({ COUNTERCLAIM_ALLOW_HOSTS: base.replace('http://', ''), COUNTERCLAIM_HOST_GAP_MS: '1' }, dir, ...args)

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'counterclaim-web-'))
  server = await startServer((request, response) => {
    const answer = ANSWERS[request.url?.replace(/\?.*/, '') ?? '']
    if (answer === undefined) response.writeHead(404).end()
    else answer(request, response)
  })
  base = server.url
})
afterAll(async () => {
  await server.close()
  rmSync(dir, { recursive: true })
})

describe('extract', () => {
  test('prints the text of a page, and keeps nothing', async () => {
    const { code, out, err } = await run('extract', `${base}/story.html?utm_source=mail`, '--json')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(JSON.parse(out)).toMatchObject({
      title: 'Ferry line counts its passengers',
      publishedAt: '2031-05-02T08:00:00Z',
      url: `${base}/story.html`,
      text: expect.stringContaining('1.2 million passengers'),
    })
    expect(readdirSync(dir)).toEqual([])
  })

  test('says why a page cannot be read, and ends with 1', async () => {
    const { code, out, err } = await run('extract', `${base}/nothing`)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain('fetch.not-found')
  })
})

describe('add', () => {
  const paths = ['/story.html', '/old', '/busy', '/invalid', '/picture', '/inner', '/closed', '/nothing']
  let added: Ran
  let entries: readonly Entry[] = []

  beforeAll(async () => {
    added = await run('add', '--json', 'ftp://127.0.0.1/x', ...paths.map((path) => base + path))
    const told = await Promise.all([run('why', base, '--json'), run('why', 'ftp://127.0.0.1/x', '--json')])
    entries = told.flatMap(({ out }) => parseLines<Entry>(out))
  })

  const entryOf = (input: string): Entry | undefined => entries.find((entry) => entry.input === input)

  test('reads what can be read, lists what cannot, and ends with 1', () => {
    expect(added.code).toBe(1)
    expect(JSON.parse(added.out)).toMatchObject({ inputs: 9, states: { indexed: 4, quarantined: 5 } })
  })

  test.each([
    ['/picture', 'fetch.media-type'],
    ['/inner', 'fetch.blocked-address'],
    ['/closed', 'fetch.robots'],
    ['/nothing', 'fetch.not-found'],
  ])('the ledger says what became of %s', (path, code) => {
    const entry = entryOf(base + path)
    expect(entry).toMatchObject({ state: 'quarantined', code })
    expect(entry?.steps.at(-1)?.stage).toBe('fetch')
  })

  test('the ledger names what is no web address', () => {
    expect(entryOf('ftp://127.0.0.1/x')).toMatchObject({ state: 'quarantined', code: 'fetch.bad-url' })
  })

  test('a server that was busy is asked again', () => {
    expect(entryOf(`${base}/busy`)).toMatchObject({ state: 'indexed' })
    expect(busy).toBe(2)
  })

  test('a page that moved for good is known by its new address; the receipt says where it was read', async () => {
    const document = entryOf(`${base}/old`)?.document
    expect(document).toBe(documentId(`${base}/moved`))
    const shown = JSON.parse((await run('show', document ?? '', '--json')).out) as Document & Fetched
    expect(shown).toMatchObject({ url: `${base}/moved`, web: { finalUrl: `${base}/today/42` } })
    expect(shown.fetchedAt).toMatch(/^\d{4}-\d\d-\d\dT/)
  })

  test('claims of a page are found, and rest on it', async () => {
    const { out } = await run('search', 'passengers', '--json')
    expect(out).toContain('1.2 million')
    expect(out).toContain(`${base}/story.html`)
  })

  test('what has not changed is unchanged, and costs a 304', async () => {
    const { code, out } = await run('add', '--json', `${base}/story.html`)
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ inputs: 1, states: { unchanged: 1 } })
    expect(notModified).toBe(1)
  })
})

describe('add of a list', () => {
  let ran: Ran
  let entries: readonly Entry[] = []

  beforeAll(async () => {
    ran = await run('add', `${base}/feed`, `${base}/damaged.xml`, '--json', '--data', 'listed')
    entries = parseLines<Entry>((await run('why', base, '--json', '--data', 'listed')).out)
  })

  const entryOf = (path: string): Entry | undefined => entries.find((entry) => entry.input === base + path)

  test('reads its pages; a list in it is not followed, itself least of all', () => {
    expect(JSON.parse(ran.out)).toMatchObject({ inputs: 5, states: { dropped: 1, indexed: 2, quarantined: 2 } })
    expect(entryOf('/feed')).toMatchObject({
      state: 'dropped',
      code: 'list',
      reason: 'It lists 3 pages, which are inputs of their own',
    })
    expect(entryOf('/sitemap.xml.gz')).toMatchObject({ state: 'quarantined', code: 'feed.nested' })
    expect(entryOf('/damaged.xml')).toMatchObject({ state: 'quarantined', code: 'feed.invalid' })
  })

  test('dates of the feed count only where the page has none', async () => {
    const documents = parseLines<{ url: string; title: string; publishedAt: string; publishedFrom: string }>(
      (await run('export', 'documents', '--data', 'listed')).out,
    )
    expect(documents.find(({ url }) => url === `${base}/bare`)).toMatchObject({
      title: 'Boats are sold',
      publishedAt: '2031-05-02T08:00:00+02:00',
    })
    expect(documents.find(({ url }) => url === `${base}/listed.html`)).toMatchObject({
      title: 'Ferry line counts its passengers',
      publishedAt: '2031-05-02T08:00:00Z',
    })
  })

  test('an index leads to its sitemaps, and they to their pages', async () => {
    const { out } = await run('add', `${base}/index.xml`, '--json', '--data', 'indexed')
    expect(JSON.parse(out)).toMatchObject({ inputs: 4, states: { dropped: 2, indexed: 1, quarantined: 1 } })
  })

  test('extract prints the pages of a feed', async () => {
    const { code, out, err } = await run('extract', `${base}/feed`, '--json')
    expect(parseLines<{ title: string }>(out).map(({ title }) => title)).toEqual([
      'Ferry line counts its passengers',
      'Boats are sold',
    ])
    expect(code).toBe(1)
    expect(err).toContain('feed.nested')
  })
})
