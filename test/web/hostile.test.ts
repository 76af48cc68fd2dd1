import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqlite } from '@counterclaim/io'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withServers } from '../servers/servers.ts'
import { openPage, startBrowser } from './open-browser.ts'
import { openTestDesk, type TestDesk } from './open-desk.ts'

const EVIL = '<img src=x onerror=alert(1)>"\'><script>alert(2)</script>'
const LONG_MS = 120_000

let desk: TestDesk
let dir = ''

/** Mark-up wherever an outlet can put some: title, text, source, URL, names. */
function hostileLines(): string {
  const documents = [
    {
      url: 'https://one.example.org/a?x="><script>alert(3)</script>',
      title: `Ferry ${EVIL}`,
      source: `Outlet ${EVIL}`,
    },
    { url: 'https://two.example.org/b', title: 'Ferry service denied', source: 'Other' },
  ]
  const text = `The Port of Kelso ${EVIL} said on 3 March 2031 that the Kelso ferry carried 1,200 passengers. Minister Anna ${EVIL} Veld said that the Kelso ferry was closed to passengers.`
  const denial =
    'The Port of Kelso denied on 4 March 2031 that the Kelso ferry was closed to passengers. It said the Kelso ferry carried 900 passengers on 3 March 2031.'
  return documents
    .map((one, i) => JSON.stringify({ ...one, publishedAt: `2031-03-0${3 + i}`, text: i === 0 ? text : denial }))
    .join('\n')
}

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'counterclaim-hostile-'))
  writeFileSync(join(dir, 'in.jsonl'), hostileLines())
  desk = await openTestDesk(join(dir, 'in.jsonl'))
}, LONG_MS)
afterAll(async () => {
  await desk.close()
  rmSync(dir, { recursive: true, force: true })
})

/** All pages there are for what the archive holds. */
async function pages(): Promise<string[]> {
  const backend = openSqlite(desk.dir)
  const paths = [
    '/',
    '/?q=ferry',
    `/?q=${encodeURIComponent(EVIL)}`,
    '/documents',
    '/contradictions',
    '/digest?date=2031-03-04&days=3',
    '/status',
    '/digest.atom',
  ]
  for await (const doc of backend.search.allDocuments()) {
    paths.push(
      `/documents/${doc.id}`,
      ...doc.claims.map(({ id }) => `/claims/${id}`),
      ...doc.entities.map(({ id }) => `/entities/${encodeURIComponent(id)}`),
    )
  }
  for await (const { id } of backend.search.allContradictions())
    paths.push(`/contradictions/${id}`, `/api/contradictions/${id}/bundle.md`)
  await backend.close()
  return paths
}

describe('what outlets write', () => {
  it('is text on every page and in the feed, never mark-up', async () => {
    const all = await pages()
    expect(all.length).toBeGreaterThan(12)
    for (const path of all) {
      const response = await fetch(`${desk.url}${path}`)
      const body = await response.text()
      expect({ path, status: response.status }).toEqual({ path, status: 200 })
      if (response.headers.get('content-type')?.includes('html') === true)
        expect(body).not.toMatch(/<img|<script>|onerror=alert\(1\)>"/)
      if (path.endsWith('.atom')) expect(body).not.toMatch(/<script|<img/)
    }
  })

  it('can do nothing even so: no script but our own runs, nothing is loaded from elsewhere', async () => {
    const { headers } = await fetch(desk.url)
    expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })
})

/** A request as any program may send it; `fetch` would not lie about its host. */
function ask(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body = '',
): Promise<{ status: number; type: string; text: string }> {
  const { hostname, port } = new URL(desk.url)
  return new Promise((resolve, reject) => {
    request(
      { hostname, port, method, path, headers: { ...headers, 'content-length': Buffer.byteLength(body) } },
      (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (part) => {
          text += part
        })
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', text }),
        )
      },
    )
      .on('error', reject)
      .end(body)
  })
}

describe('requests that are refused', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  it.each([
    ['another name', 'GET', '/', { host: 'desk.example.org' }, '', 403],
    [
      'a form of another site',
      'POST',
      '/contradictions/x_1/review',
      { ...form, origin: 'https://evil.example.org' },
      'verdict=confirm',
      403,
    ],
    [
      'a form of another site, by its own word',
      'POST',
      '/contradictions/x_1/review',
      { ...form, 'sec-fetch-site': 'cross-site' },
      'verdict=confirm',
      403,
    ],
    ['no such contradiction', 'POST', '/contradictions/x_1/review', form, 'verdict=confirm', 404],
    ['no such verdict', 'POST', '/contradictions/x_1/review', form, 'verdict=burn', 400],
    ['a long note', 'POST', '/contradictions/x_1/review', form, `verdict=confirm&note=${'a'.repeat(3_000)}`, 400],
    ['a body without end', 'POST', '/contradictions/x_1/review', form, 'a'.repeat(100_000), 413],
    ['another kind of body', 'POST', '/api/contradictions/x_1/reviews', { 'content-type': 'text/xml' }, '<a/>', 415],
    ['no JSON', 'POST', '/api/contradictions/x_1/reviews', { 'content-type': 'application/json' }, '{', 400],
    ['a number that is none', 'GET', '/api/claims?min=many', {}, '', 400],
    ['a cursor that nobody gave', 'GET', '/api/claims?cursor=AAAA', {}, '', 400],
    ['a limit beyond all', 'GET', '/api/claims?limit=100000', {}, '', 400],
    ['a day that is none', 'GET', '/api/digests/2031-02-30', {}, '', 400],
    ['a path out of here', 'GET', '/../../etc/passwd', {}, '', 404],
    ['a path out of here, encoded', 'GET', '/%2e%2e%2f%2e%2e%2fetc%2fpasswd', {}, '', 404],
    ['a document of that name', 'GET', '/documents/..%2F..%2Farchive.sqlite', {}, '', 404],
    ['a broken escape', 'GET', '/documents/%E0%A4%A', {}, '', 400],
    ['a method that is not served', 'DELETE', '/api/claims', {}, '', 404],
  ] as const)('%s', async (_name, method, path, headers, body, status) => {
    const answer = await ask(method, path, headers, body)
    expect({ status: answer.status, text: answer.text }).toMatchObject({ status })
    if (path.startsWith('/api/')) expect(answer.type).toContain('application/problem+json')
    expect(answer.text).not.toContain('node_modules')
  })

  it('exports everything, wherever the page began that it is asked from', async () => {
    const answer = await ask('GET', '/api/claims.csv?cursor=AAAA&limit=1', {}, '')
    expect({ status: answer.status, lines: answer.text.split('\r\n').length > 3 }).toEqual({ status: 200, lines: true })
  })
})

withServers(['browser'], ({ browser: path }) => {
  let browser: Browser
  beforeAll(async () => {
    browser = await startBrowser(path)
  }, LONG_MS)
  afterAll(() => browser.close())

  it(
    'no page with what outlets wrote runs any of it in a browser',
    async () => {
      const { page } = await openPage(browser)
      page.on('dialog', () => {
        throw new Error('a script of the document ran')
      })
      for (const at of (await pages()).filter((one) => !one.includes('bundle') && !one.endsWith('.atom'))) {
        await page.goto(`${desk.url}${at}`)
        expect(await page.locator('main img, main script').count()).toBe(0)
      }
    },
    LONG_MS,
  )
})
