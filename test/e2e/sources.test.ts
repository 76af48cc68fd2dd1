import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Source } from '@counterclaim/model'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LocalServer, startServer } from './local-server.ts'
import { parseLines, type Ran, runCliIn } from './run-cli.ts'

const page = (n: number): string =>
  `<!doctype html><html lang="en"><title>Ferries, part ${n}</title><p>The Lake Ferry Company said it carried ${n}.2 million passengers.</p></html>`

let stories = ['/one.html']
const answer: RequestListener = (request, response) => {
  const items = stories.map((path) => `<item><title>Ferries</title><link>${path}</link></item>`)
  if (request.url === '/') response.end('<!doctype html><link rel="alternate" type="application/rss+xml" href="/feed">')
  else if (request.url === '/feed')
    response.end(`<rss version="2.0"><channel><title>The Outlet</title>${items.join('')}</channel></rss>`)
  else if (request.url?.endsWith('.html') === true)
    response.writeHead(200, { 'content-type': 'text/html' }).end(page(stories.indexOf(request.url) + 1))
  else response.writeHead(404).end()
}

let server: LocalServer
let base = ''
let dir = ''
const run = (...args: readonly string[]): Promise<Ran> =>
  runCliIn({ COUNTERCLAIM_ALLOW_HOSTS: base.replace('http://', ''), COUNTERCLAIM_HOST_GAP_MS: '1' }, dir, ...args)

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'counterclaim-sources-'))
  server = await startServer(answer)
  base = server.url
})
afterAll(async () => {
  await server.close()
  rmSync(dir, { recursive: true })
})

describe('sources', () => {
  test('there are none before one is added', async () => {
    const { code, err } = await run('sources', 'list')
    expect(code).toBe(2)
    expect(err).toContain('No archive')
  })

  test('a page leads to its feed; what has none is told', async () => {
    const { code, out, err } = await run('sources', 'add', base, `${base}/one.html`)
    expect(code).toBe(1)
    expect(out).toContain(`Added  ${base}/feed  The Outlet`)
    expect(err).toContain('feed.none')
  })

  test('check reads what is there', async () => {
    const first = await run('sources', 'check', '--json')
    expect({ code: first.code, err: first.err }).toEqual({ code: 0, err: '' })
    expect(JSON.parse(first.out)).toMatchObject({ sources: [{ listed: 1, fresh: 1 }], states: { indexed: 1 } })
  })

  test('check again reads what is new, and only that', async () => {
    stories = ['/one.html', '/two.html']
    const second = await run('sources', 'check', '--json')
    expect(JSON.parse(second.out)).toMatchObject({ sources: [{ listed: 2, fresh: 1 }], states: { indexed: 1 } })
    expect((await run('search', 'passengers')).out).toContain('2.2 million')
  })

  test('check --due leaves alone what was looked at just now', async () => {
    expect(JSON.parse((await run('sources', 'check', '--due', '--json')).out)).toEqual({ sources: [], states: {} })
  })

  test('import and export OPML; a source that fails is listed with its reason', async () => {
    const file = join(dir, 'feeds.opml')
    const gone = `<opml version="2.0"><body><outline text="Gone" xmlUrl="${base}/gone"/><outline text="x" xmlUrl="javascript:x"/></body></opml>`
    writeFileSync(file, gone)
    expect(JSON.parse((await run('sources', 'import', 'feeds.opml', '--json')).out)).toEqual({ feeds: 1, added: 1 })
    const { code, out } = await run('sources', 'check')
    expect(code).toBe(1)
    expect(out).toContain('fetch.not-found')
    expect(JSON.parse((await run('status', '--json')).out)).toMatchObject({
      alarms: [{ url: `${base}/gone`, alarm: 'failing' }],
    })
    writeFileSync(file, (await run('sources', 'list', '--opml')).out)
    expect(readFileSync(file, 'utf8')).toContain(`${base}/gone`)
    expect(JSON.parse((await run('sources', 'import', 'feeds.opml', '--json')).out)).toEqual({ feeds: 2, added: 0 })
  })

  test('remove', async () => {
    expect((await run('sources', 'remove', `${base}/gone`)).code).toBe(0)
    expect((await run('sources', 'remove', `${base}/gone`)).code).toBe(2)
    const left = parseLines<Source>((await run('sources', 'list', '--json')).out)
    expect(left.map(({ url, title }) => [url, title])).toEqual([[`${base}/feed`, 'The Outlet']])
  })
})

describe('lists as files', () => {
  const items = (): string => stories.map((path) => `<item><link>${base}${path}</link></item>`).join('')

  test('a feed and a sitemap that were saved give the pages they list', async () => {
    stories = ['/one.html', '/two.html', '/three.html']
    writeFileSync(join(dir, 'saved.rss'), `<rss version="2.0"><channel><title>x</title>${items()}</channel></rss>`)
    writeFileSync(
      join(dir, 'map.xml'),
      `<urlset><url><loc>${base}/three.html</loc></url><url><loc>/four.html</loc></url></urlset>`,
    )
    writeFileSync(
      join(dir, 'feed.json'),
      JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items: [{ id: '1', url: `${base}/one.html` }] }),
    )
    expect(await run('add', 'saved.rss', 'map.xml', 'feed.json', '--data', 'lists')).toMatchObject({ code: 0, err: '' })
    expect((await run('search', 'passengers', '--data', 'lists')).out).toContain('3.2 million')
    const whys = await Promise.all(
      ['saved.rss', 'map.xml', 'feed.json'].map((file) => run('why', file, '--data', 'lists')),
    )
    expect(whys.map(({ out }) => /It lists \d/.exec(out)?.[0])).toEqual(['It lists 3', 'It lists 1', 'It lists 1'])
  })

  test('a list of feeds is told from a list of pages, with what to type', async () => {
    writeFileSync(
      join(dir, 'feeds.opml'),
      `<opml version="2.0"><body><outline text="x" xmlUrl="${base}/feed"/></body></opml>`,
    )
    writeFileSync(join(dir, 'other.xml'), '<note>Milk</note>')
    const { code, out } = await run('add', 'feeds.opml', 'other.xml', '--data', 'lists')
    expect(code).toBe(1)
    expect(out).toContain('feeds.opml\n  feed.opml')
    expect(out).toContain('counterclaim sources import FILE')
    expect(out).toContain('other.xml\n  input.unsupported')
  })
})
