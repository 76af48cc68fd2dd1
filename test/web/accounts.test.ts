import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openAccounts, openSqlite } from '@counterclaim/io'
import { type Accounts, ROLES, type Role } from '@counterclaim/model'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withServers } from '../servers/servers.ts'
import { accessibilityTroubles, openPage, startBrowser } from './open-browser.ts'
import { openDeskWith, type TestDesk } from './open-desk.ts'

const CORPUS = join(import.meta.dirname, '../../corpus/documents')
const PASSWORD = 'a sample password'
const HOURS_MS = 3_600_000
const LONG_MS = 120_000

let dir = ''
let now = Date.now()
let accounts: Accounts
let desk: TestDesk
let contradiction = ''
const tokens = new Map<Role, string>()

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'counterclaim-accounts-'))
  accounts = openAccounts(dir, () => now)
  for (const role of ROLES) {
    await accounts.addUser({ name: `sample ${role}`, role }, PASSWORD)
    tokens.set(role, (await accounts.addToken({ name: `program ${role}`, role })).secret)
  }
  desk = await openDeskWith({ accounts, secure: true }, CORPUS)
  const backend = openSqlite(desk.dir)
  contradiction = (await backend.search.contradictions({ limit: 1 })).items[0]?.id ?? ''
  await backend.close()
}, LONG_MS)
afterAll(async () => {
  await desk.close()
  await accounts.close()
  rmSync(dir, { recursive: true, force: true })
})

interface Asked {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly headers?: Readonly<Record<string, string>>
  readonly form?: Readonly<Record<string, string>>
  readonly json?: object
}

function ask(path: string, { method = 'GET', headers = {}, form, json }: Asked = {}): Promise<Response> {
  const type = json === undefined ? {} : { 'content-type': 'application/json' }
  const body = form === undefined ? json && JSON.stringify(json) : new URLSearchParams(form)
  return fetch(desk.url + path, {
    method,
    redirect: 'manual',
    headers: { ...type, ...headers },
    ...(body === undefined ? {} : { body }),
  })
}

const byToken = (role: Role): Record<string, string> => ({ authorization: `Bearer ${tokens.get(role)}` })

function signIn(name: string, password: string = PASSWORD, more: object = {}, from = '203.0.113.1'): Promise<Response> {
  return ask('/login', {
    method: 'POST',
    headers: { origin: desk.url, 'x-forwarded-for': from },
    form: { name, password, ...more },
  })
}

async function session(role: Role): Promise<string> {
  return `counterclaim=${await accounts.signIn(`sample ${role}`, PASSWORD)}`
}

describe('without an account', () => {
  it.each([
    '/',
    '/documents',
    '/contradictions',
    '/digest.atom',
    '/status',
    '/searches',
    '/account',
    '/audit',
    '/nowhere',
  ])('%s leads to the sign-in page, and back', async (path) => {
    const answer = await ask(path)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/login?next=${encodeURIComponent(path)}`])
  })

  it.each(['/api/claims', '/api/openapi.json', '/api/claims.csv', '/api/audit', '/api/nowhere'])(
    '%s says how',
    async (path) => {
      const answer = await ask(path)
      expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
      expect(await answer.json()).toMatchObject({ detail: expect.stringContaining('counterclaim tokens add') })
    },
  )

  it.each(['Bearer wrong', 'Bearer ', 'Basic YTpi'])('%j is no token', async (authorization) => {
    expect((await ask('/api/claims', { headers: { authorization } })).status).toBe(401)
  })

  it('shows what the sign-in page needs', async () => {
    for (const path of ['/login', '/desk.css', '/desk.js']) expect((await ask(path)).status).toBe(200)
  })
})

describe('a role', () => {
  const decide = (role: Role): Promise<Response> =>
    ask(`/api/contradictions/${contradiction}/reviews`, {
      method: 'POST',
      headers: byToken(role),
      json: { verdict: 'confirm', by: 'somebody else' },
    })

  it.each(ROLES)('%s may read', async (role) => {
    expect((await ask('/api/claims?limit=1', { headers: byToken(role) })).status).toBe(200)
  })

  it('decides from reviewer on, in its own name', async () => {
    expect((await decide('reader')).status).toBe(403)
    for (const role of ['reviewer', 'editor', 'admin'] as const) {
      const made = await decide(role)
      expect([made.status, await made.json()]).toMatchObject([201, { by: `program ${role}` }])
    }
  })

  it('of admin alone reads the audit log, which tells what was done and what was refused', async () => {
    for (const role of ['reader', 'reviewer', 'editor'] as const) {
      for (const path of ['/audit', '/api/audit'])
        expect((await ask(path, { headers: byToken(role) })).status).toBe(403)
    }
    await decide('reader')
    await decide('editor')
    const { items } = (await (await ask('/api/audit', { headers: byToken('admin') })).json()) as { items: object[] }
    const did = 'POST /api/contradictions/:id/reviews'
    expect(items.slice(0, 2)).toMatchObject([
      { by: 'program editor', way: 'api', did: 'confirm', on: contradiction, done: true },
      { by: 'program reader', did, on: contradiction, done: false },
    ])
    expect(await (await ask('/audit', { headers: byToken('admin') })).text()).toContain(contradiction)
  })
})

describe('a session', () => {
  it('begins with the right password, in a cookie that is kept from scripts, other sites and plain http', async () => {
    const answer = await signIn('sample reader', PASSWORD, { next: '/status?a=1' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/status?a=1'])
    const cookie = answer.headers.get('set-cookie') ?? ''
    for (const part of ['HttpOnly', 'SameSite=Strict', 'Secure', 'Path=/']) expect(cookie).toContain(part)
  })

  it.each([
    '//evil.example.org',
    'https://evil.example.org/',
    '/\\evil.example.org',
    'javascript:alert(1)',
    '/.//evil.example.org',
  ])('goes on to nothing but this desk: %s', async (next) => {
    expect((await signIn('sample reader', PASSWORD, { next })).headers.get('location')).toBe('/')
  })

  it('decides in its own name, and the page says so', async () => {
    const cookie = await session('reviewer')
    const path = `/contradictions/${contradiction}`
    expect(await (await ask(path, { headers: { cookie } })).text()).toContain('as sample reviewer')
    const form = { verdict: 'dismiss', by: 'somebody else' }
    const made = await ask(`${path}/review`, { method: 'POST', headers: { cookie, origin: desk.url }, form })
    expect(made.status).toBe(303)
    expect(await (await ask(path, { headers: { cookie } })).text()).toContain('by sample reviewer')
    const reader = await (await ask(path, { headers: { cookie: await session('reader') } })).text()
    expect(reader).toContain('deciding takes the role reviewer')
  })

  it.each([
    ['no word of where it comes from', {}],
    ['another origin', { origin: 'https://evil.example.org' }],
    ['an origin that is hidden', { origin: 'null' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a sister site', { 'sec-fetch-site': 'same-site' }],
  ])('changes nothing with %s', async (_title, headers) => {
    const cookie = await session('admin')
    const form = { verdict: 'confirm' }
    const path = `/contradictions/${contradiction}/review`
    expect((await ask(path, { method: 'POST', headers: { cookie, ...headers }, form })).status).toBe(403)
    const forged = { method: 'POST', headers, form: { name: 'sample reader', password: PASSWORD } } as const
    expect((await ask('/login', forged)).status).toBe(403)
  })

  it('ends with sign-out', async () => {
    const cookie = await session('reader')
    expect((await ask('/status', { headers: { cookie } })).status).toBe(200)
    await ask('/logout', { method: 'POST', headers: { cookie, origin: desk.url } })
    expect((await ask('/status', { headers: { cookie } })).status).toBe(303)
  })

  it('ends by itself', async () => {
    const cookie = await session('reader')
    now += 9 * HOURS_MS
    expect((await ask('/status', { headers: { cookie } })).status).toBe(303)
  })
})

describe('guessing', () => {
  it('ends for an address, and the log holds no password that was typed as a name', async () => {
    expect((await signIn('my secret words', 'wrong')).status).toBe(401)
    const { items } = (await (await ask('/api/audit', { headers: byToken('admin') })).json()) as { items: object[] }
    expect(items[0]).toMatchObject({ by: 'unknown', did: 'POST /login', done: false })
    const tries = await Promise.all(
      Array.from({ length: 25 }, (_, i) => signIn(`nobody ${i}`, 'wrong', {}, '203.0.113.2')),
    )
    expect(tries.filter(({ status }) => status === 429).length).toBe(5)
    expect((await signIn('sample reader', PASSWORD, {}, '203.0.113.3')).status).toBe(303)
  })
})

withServers(['browser'], ({ browser: path }) => {
  it('an admin signs in in a browser, decides, reads the log and signs out; all pages are accessible', async () => {
    const browser = await startBrowser(path)
    try {
      const { page } = await openPage(browser, { viewport: { width: 390, height: 800 } })
      await page.goto(`${desk.url}/contradictions/${contradiction}`)
      expect(await accessibilityTroubles(page)).toEqual([])
      await page.getByLabel('Name').fill('sample admin')
      await page.getByLabel('Password').fill(PASSWORD)
      await page.getByRole('button', { name: 'Sign in' }).click()
      expect(new URL(page.url()).pathname).toBe(`/contradictions/${contradiction}`)
      await page.getByRole('button', { name: 'Confirm' }).click()
      await page.getByText('by sample admin').waitFor()
      await page.getByRole('link', { name: 'Account' }).click()
      expect(await accessibilityTroubles(page)).toEqual([])
      await page.getByRole('link', { name: 'What was changed' }).click()
      expect(await accessibilityTroubles(page)).toEqual([])
      await page.goBack()
      await page.getByRole('button', { name: 'Sign out' }).click()
      await page.goto(desk.url)
      expect(new URL(page.url()).pathname).toBe('/login')
    } finally {
      await browser.close()
    }
  }, 60_000)
})
