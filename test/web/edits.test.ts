import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openAccounts, openSqlite } from '@counterclaim/io'
import { type Accounts, ROLES, type Role } from '@counterclaim/model'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { withServers } from '../servers/servers.ts'
import { accessibilityTroubles, openPage, startBrowser } from './open-browser.ts'
import { openDeskWith, openTestDesk, type TestDesk, writeReports } from './open-desk.ts'

const EVIL = '<img src=x onerror=alert(1)>"\'><b>'
const LONG_MS = 120_000
const TEXTS = {
  full: 'The Harbour Safety Board (HSB) said the Kelso ferry carried 1,200 passengers in March 2031. Critics of the HSB wanted more.',
  short: 'HSB denied that the Kelso ferry had been closed to passengers, a spokeswoman for HSB said.',
  anglers: 'The anglers of Lake Sill said the perch were all gone by the time the barges left.',
}

let dir = ''
let accounts: Accounts
let open: TestDesk
let closed: TestDesk
let browser: Browser
const tokens = new Map<Role, string>()

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'counterclaim-edits-'))
  const reports = writeReports(dir, TEXTS)
  accounts = openAccounts(dir)
  for (const role of ROLES) tokens.set(role, (await accounts.addToken({ name: `the ${role}`, role })).secret)
  open = await openTestDesk(reports)
  closed = await openDeskWith({ accounts }, reports)
}, LONG_MS)
afterAll(async () => {
  await Promise.all([open.close(), closed.close()])
  await accounts.close()
  rmSync(dir, { recursive: true, force: true })
})

/** The first claim of a document that has a figure, or has none. */
async function claimIn(desk: TestDesk, doc: string, kind: 'quantity' | 'statement'): Promise<string> {
  const backend = openSqlite(desk.dir)
  const found = await backend.search.document(doc)
  await backend.close()
  return found?.claims.find((claim) => claim.kind === kind)?.id ?? `none in ${doc}`
}

async function acts(): Promise<readonly object[]> {
  const headers = { authorization: `Bearer ${tokens.get('admin')}` }
  const answer = await fetch(`${closed.url}/api/audit`, { headers })
  return ((await answer.json()) as { items: object[] }).items
}

function post(path: string, form: Record<string, string>, role: Role): Promise<Response> {
  const headers = { authorization: `Bearer ${tokens.get(role)}` }
  return fetch(closed.url + path, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(form) })
}

it('an editor sets things right, a reviewer links, and nobody below; the audit log and the edit have the name of who signed in', async () => {
  const claim = await claimIn(closed, 'full', 'quantity')
  const other = await claimIn(closed, 'anglers', 'statement')
  const cases = [
    [`/claims/${claim}/correct`, { speaker: 'Ministry', by: 'somebody else' }, 'editor', 'correct'],
    [`/claims/${claim}/link`, { other }, 'reviewer', 'link'],
    ['/entities/hsb/edit', { name: 'Sheep Board', type: 'organization' }, 'editor', 'edit'],
    ['/entities/hsb/merge', { into: 'kelso' }, 'editor', 'merge'],
    ['/entities/kelso/split', { as: 'Kelso Ferries', documents: 'short' }, 'editor', 'split'],
    ['/documents/anglers/remove', { sure: 'yes' }, 'editor', 'remove'],
  ] as const
  for (const [path, form, role, did] of cases) {
    for (const below of ROLES.slice(0, ROLES.indexOf(role)))
      expect([path, below, (await post(path, form, below)).status]).toEqual([path, below, 403])
    const done = await post(path, form, role)
    expect([path, [200, 303].includes(done.status)]).toEqual([path, true])
    expect((await acts())[0]).toMatchObject({ by: `the ${role}`, did, done: true })
  }
  const headers = { authorization: `Bearer ${tokens.get('reader')}` }
  const page = await (await fetch(`${closed.url}/claims/${claim}`, { headers })).text()
  expect(page).toContain('by the editor')
  expect(page).not.toContain('somebody else')
  expect(page).not.toContain('<form')
})

it('what cannot be done is refused with its reason', async () => {
  const claim = await claimIn(closed, 'full', 'quantity')
  for (const [path, form, status] of [
    [`/claims/${claim}/correct`, {}, 422],
    [`/claims/${claim}/correct`, { value: EVIL }, 422],
    ['/claims/c_none/correct', { speaker: 'x' }, 404],
    [`/claims/${claim}/link`, { other: EVIL }, 422],
    ['/entities/nobody/merge', { into: 'kelso' }, 404],
    ['/entities/harbour-safety-board/split', { as: 'Other' }, 422],
    ['/entities/harbour-safety-board/edit', { name: 'x', type: 'ship' }, 400],
    ['/edits/e_none/undo', {}, 404],
    ['/documents/full/remove', {}, 400],
    ['/documents/none/remove', { sure: 'yes' }, 404],
  ] as const) {
    const answer = await post(path, form, 'admin')
    expect([path, form, answer.status]).toEqual([path, form, status])
    expect(await answer.text()).not.toContain('<img')
  }
})

it('a form of another site changes nothing', async () => {
  const headers = { origin: 'https://evil.example.org' }
  const body = new URLSearchParams({ sure: 'yes' })
  expect((await fetch(`${open.url}/documents/full/remove`, { method: 'POST', headers, body })).status).toBe(403)
})

withServers(['browser'], ({ browser: path }) => {
  beforeAll(async () => {
    browser = await startBrowser(path)
  }, LONG_MS)
  afterAll(() => browser.close())

  claims()
  namesAndDocuments()
})

function claims(): void {
  it(
    'a person corrects a claim on its page, whatever the words, and takes it back',
    async () => {
      const { page } = await openPage(browser)
      await page.goto(`${open.url}/claims/${await claimIn(open, 'full', 'quantity')}`)
      await page.getByText('Correct this claim').click()
      expect(await accessibilityTroubles(page)).toEqual([])
      await page.getByLabel('Speaker').fill(EVIL)
      await page.getByLabel('Value').fill('at least 1,500')
      const form = page.getByRole('form', { name: 'Correct this claim' })
      await form.getByLabel('Note').fill(`c${EVIL}`)
      await form.getByLabel('Your name').fill('Ann')
      await page.getByRole('button', { name: 'Correct' }).click()
      const history = page.locator('.history li')
      await history.first().waitFor()
      expect(await page.locator('h1').textContent()).toContain('at least 1,500')
      expect(await history.first().textContent()).toContain(EVIL)
      expect(await page.locator('main img').count()).toBe(0)
      await page.getByRole('button', { name: /Take back/ }).click()
      await history.nth(1).waitFor()
      expect(await page.locator('h1').textContent()).toContain('1,200')
      expect(await page.getByRole('button', { name: /Take back/ }).count()).toBe(0)
    },
    LONG_MS,
  )

  it(
    'a person links two claims by the address of the other, and takes the link back',
    async () => {
      const { page } = await openPage(browser)
      await page.goto(`${open.url}/claims/${await claimIn(open, 'short', 'statement')}`)
      await page.getByText('Link a claim that collides').click()
      await page.getByLabel('The other claim').fill(`${open.url}/claims/${await claimIn(open, 'anglers', 'statement')}`)
      await page.getByRole('button', { name: 'Link', exact: true }).click()
      await page.waitForURL('**/contradictions/x_*')
      expect(await page.locator('.state').textContent()).toContain('linked by hand')
      await page.getByText('Take the link back').click()
      await page.getByRole('button', { name: 'Take it back' }).click()
      await page.waitForURL('**/claims/c_*')
    },
    LONG_MS,
  )
}

function namesAndDocuments(): void {
  it(
    'a person merges, edits and splits a name on its page, and takes a document down on its own',
    async () => {
      const { page } = await openPage(browser, { viewport: { width: 390, height: 800 } })
      await page.goto(`${open.url}/entities/hsb`)
      await page.getByText('Merge it into another').click()
      await page.getByLabel('It is').fill('Harbour Safety Board')
      await page.getByRole('button', { name: 'Merge' }).click()
      await page.waitForURL('**/entities/harbour-safety-board')
      expect(await page.locator('.history').textContent()).toContain('hsb merged into')
      await page.getByText('Edit this name').click()
      expect(await accessibilityTroubles(page)).toEqual([])
      await page.getByLabel('Name', { exact: true }).fill(EVIL)
      await page.getByRole('button', { name: 'Edit', exact: true }).click()
      await page.getByRole('heading', { level: 1, name: EVIL }).waitFor()
      await page.getByText('Split a part off').click()
      await page.getByLabel('The part is').fill('Hill Sheep Breeders')
      await page.getByLabel('In documents').fill('short')
      await page.getByRole('button', { name: 'Split' }).click()
      await page.waitForURL('**/entities/hill-sheep-breeders')
      await page.goto(`${open.url}/documents/short`)
      await page.getByText('Take this document down').click()
      await page.getByLabel('I am sure').check()
      await page.getByRole('button', { name: 'Take it down' }).click()
      expect(await page.locator('h1').textContent()).toBe('Taken down')
      expect((await fetch(`${open.url}/documents/short`)).status).toBe(404)
    },
    LONG_MS,
  )
}
