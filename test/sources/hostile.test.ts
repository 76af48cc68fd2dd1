import { mkdtempSync, rmSync } from 'node:fs'
import type { RequestListener, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { localFiles, openSqlite, readInputs, type SqliteBackend } from '@counterclaim/io'
import { openWeb, PUBLIC, type TestWeb } from '@counterclaim/io/testing'
import type { Entry } from '@counterclaim/model'
import { addAll, checkSource, newSource } from '@counterclaim/pipeline'
import { news } from '@counterclaim/pipelines/news'
import { sourceReaders } from '@counterclaim/pipelines/sources'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const HOST = 'http://outlet.example.org'
const NOW = '2031-05-02T12:00:00.000Z'
const MAX_BYTES = 32_000_000
const PAPER = 'The harbour authority moved 4.2 million tonnes of goods in the year, its master said on Monday.'

const redirectTo =
  (location: string): RequestListener =>
  (_request, response) =>
    void response.writeHead(302, { location }).end()

const send =
  (type: string, body: string | Uint8Array): RequestListener =>
  (_request, response) =>
    void response.writeHead(200, { 'content-type': type }).end(body)

/** Ten gigabytes, as long as somebody reads them. */
function sendZeros(response: ServerResponse): void {
  const member = gzipSync(Buffer.alloc(16_000_000))
  let left = 640
  const write = (): void => {
    if (left-- > 0 && !response.destroyed) response.write(member, () => setImmediate(write))
    else response.end()
  }
  response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' })
  write()
}

const doubled = Array.from({ length: 30 }, (_, i) => `<!ENTITY e${i + 1} "&e${i};&e${i};">`).join('')
const BOMB = `<!DOCTYPE rss [<!ENTITY e0 "boats">${doubled}]><rss version="2.0"><channel><title>&e30;</title>
<item><title>&e30;</title><link>${HOST}/good</link></item></channel></rss>`

/** What a server does, by path, and how the ledger tells of it: the state, the code, and words of the reason. */
const CASES: readonly (readonly [
  path: string,
  answer: RequestListener,
  state: string,
  code: string | null,
  says: string,
])[] = [
  ['/to-loopback', redirectTo('http://127.0.0.1/'), 'quarantined', 'fetch.blocked-address', '127.0.0.1'],
  ['/to-metadata', redirectTo('http://169.254.169.254/'), 'quarantined', 'fetch.blocked-address', '169.254.169.254'],
  ['/to-mapped', redirectTo('http://[::ffff:127.0.0.1]/'), 'quarantined', 'fetch.blocked-address', '::ffff:7f00:1'],
  ['/to-file', redirectTo('file:///etc/passwd'), 'quarantined', 'fetch.bad-url', 'file:'],
  ['/zeros', (_request, response) => sendZeros(response), 'quarantined', 'fetch.inflates', '15000000 bytes'],
  ['/large', send('text/html', Buffer.alloc(30_000_000, 'a')), 'quarantined', 'fetch.too-large', '15000000 bytes'],
  [
    '/headers',
    (_request, response) => void response.setHeader('x', 'a'.repeat(500_000)).end(),
    'quarantined',
    'fetch.headers',
    '',
  ],
  ['/circle', redirectTo('/circle'), 'quarantined', 'fetch.redirects', ''],
  ['/film', send('video/mp4', 'x'), 'quarantined', 'fetch.media-type', 'video/mp4'],
  ['/data', send('application/json', '{}'), 'quarantined', 'fetch.media-type', 'application/json'],
  [
    '/picture',
    send('text/html', Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(900)])),
    'quarantined',
    'input.binary',
    'PNG',
  ],
  [
    '/no-utf-8',
    send('text/html; charset=utf-8', Buffer.concat([Buffer.from(`<p>${PAPER} `), Buffer.from([0xff, 0xc3, 0x28])])),
    'indexed',
    null,
    '',
  ],
  ['/bomb', send('application/rss+xml', BOMB), 'dropped', 'list', '1 pages'],
  [
    '/good',
    send('text/html', '<p>The mayor of Northport said on Tuesday that 40 new boats were bought.</p>'),
    'indexed',
    null,
    '',
  ],
]
const ANSWERS = new Map(CASES.map(([path, answer]) => [path, answer]))

let dir = ''
let backend: SqliteBackend
let web: TestWeb
const entries = new Map<string, Entry>()

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'counterclaim-hostile-'))
  backend = openSqlite(dir)
  const turns = [[PUBLIC], ['127.0.0.1']]
  let n = 0
  web = await openWeb((request, response) => ANSWERS.get(request.url ?? '')?.(request, response), {
    settings: { maxBytes: MAX_BYTES },
    robots: (_request, response) => void response.writeHead(404, { connection: 'close' }).end(),
    names: { 'outlet.example.org': [PUBLIC], 'turncoat.example.org': () => turns[Math.min(n++, 1)] ?? [] },
  })
  const ports = { ...backend, files: localFiles(MAX_BYTES), http: web.http, now: () => NOW }
  const urls = [...CASES.map(([path]) => `${HOST}${path}`), 'http://turncoat.example.org/']
  await addAll(news, readInputs(urls, { ...ports, maxBytes: MAX_BYTES }), { ...backend, ports })
  for await (const entry of backend.search.entries({})) entries.set(entry.input, entry)
}, 120_000)
afterAll(async () => {
  await web.close()
  await backend.close()
  rmSync(dir, { recursive: true })
})

describe('a server that means harm', () => {
  test.each(CASES)('%s is refused or bounded, and the ledger says why', (path, _answer, state, code, says) => {
    const entry = entries.get(`${HOST}${path}`)
    expect(entry).toMatchObject({ state, code })
    expect(entry?.reason ?? '').toContain(says)
  })

  test('a name that turns private after it was judged is not followed', () => {
    expect(entries.get('http://turncoat.example.org/')).toMatchObject({
      state: 'quarantined',
      code: 'fetch.blocked-address',
    })
  })

  test('nothing but the public address was ever dialled, and every input has ended', () => {
    expect(new Set(web.dialled)).toEqual(new Set([`${PUBLIC}:80`]))
    expect(entries.size).toBe(CASES.length + 1)
    expect([...entries.values()].filter(({ state }) => state === 'waiting')).toEqual([])
  })
})

test('a source that is a bomb gives its entries, and nothing that it defines', async () => {
  const source = newSource(`${HOST}/bomb`, null, NOW)
  await backend.sources.add(source)
  const checked = await checkSource(source, { ...backend, http: web.http, now: () => NOW }, sourceReaders.readFeed)
  expect(checked).toMatchObject({ state: 'read', listed: 1, fresh: 0 })
  expect(checked.source.title).toBe('&e30;')
})
