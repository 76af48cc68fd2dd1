import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqlite, type SqliteBackend } from '@counterclaim/io'
import { type Mail, subscriberId } from '@counterclaim/model'
import { sampleDocument } from '@counterclaim/pipeline/contract'
import { alertAll } from '@counterclaim/pipelines/alert-all'
import { sendDigests } from '@counterclaim/pipelines/send-digests'
import { subscribe } from '@counterclaim/pipelines/subscribe'
import { openDesk } from '@counterclaim/web'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { withServers } from '../servers/servers.ts'
import { accessibilityTroubles, openPage, startBrowser } from './open-browser.ts'

const HOSTILE = '<script>alert(1)</script>'
const LONG_MS = 60_000

let dir = ''
let backend: SqliteBackend
let url = ''
let close: () => Promise<void>
let mails: Mail[] = []
const now = (): string => new Date().toISOString()

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'counterclaim-alerts-'))
  backend = openSqlite(dir)
  const desk = await openDesk({ ...backend, now }, { user: 'tester' })
  url = await desk.listen({ host: '127.0.0.1', port: 0 })
  close = () => desk.close()
})
beforeEach(() => {
  mails = []
})
afterAll(async () => {
  await close()
  await backend.close()
  rmSync(dir, { recursive: true })
})

const outgoing = {
  webhooks: { post: async () => {} },
  mailer: { send: async (mail: Mail) => void mails.push(mail) },
  desk: 'https://desk.example.org',
  now,
}

/** A report with one statement of ferries. */
const report = (name: string, text: string) =>
  sampleDocument(name, {
    title: HOSTILE,
    source: HOSTILE,
    claims: [{ evidence: text, group: `g_${name}`, speaker: HOSTILE }],
  })

const post = (path: string, body: object): Promise<Response> =>
  fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    redirect: 'manual',
  })

describe('the API of saved searches', () => {
  it('keeps, lists and forgets one, and tells the secret of its webhook once', async () => {
    const made = await post('/api/searches', { q: 'tugs', name: 'Tugs', webhook: 'https://quay.example.org/hook' })
    expect(made.status).toBe(201)
    const { id, secret, query } = (await made.json()) as { id: string; secret: string; query: object }
    expect(secret).toMatch(/^whsec_/)
    expect(query).toEqual({ text: 'tugs' })
    expect(await (await fetch(`${url}/api/searches`)).text()).not.toContain('whsec_')
    expect((await post('/api/searches', { q: 'tugs', name: 'TUGS' })).status).toBe(422)
    expect((await post('/api/searches', { name: 'All of it' })).status).toBe(422)
    expect((await post('/api/searches', { q: 'tugs', name: 'Wrong', webhook: 'file:///etc/passwd' })).status).toBe(422)
    expect((await fetch(`${url}/api/searches/${id}`)).status).toBe(200)
    expect((await fetch(`${url}/api/searches/${id}`, { method: 'DELETE' })).status).toBe(204)
    expect((await fetch(`${url}/api/searches/${id}`, { method: 'DELETE' })).status).toBe(404)
    expect((await fetch(`${url}/api/searches/${id}`)).status).toBe(404)
  })
})

describe('the link that ends mails', () => {
  it('ends them by one post without signing in, and by nothing else', async () => {
    const made = subscribe({ address: 'desk@quay.example.org', watch: [], at: '00:00', zone: 'UTC' }, now())
    if ('refused' in made) throw new Error(made.refused)
    await backend.subscribers.put(made.subscriber)
    await sendDigests({ ...backend, ...outgoing })
    const link = mails[0]?.unsubscribe?.replace('https://desk.example.org', url) ?? ''
    expect(link).toContain(subscriberId('desk@quay.example.org'))
    const look = await fetch(link)
    expect([look.status, (await look.text()).includes('Send no more')]).toEqual([200, true])
    expect((await fetch(link.replace(/secret=.*/, 'secret=guess'), { method: 'POST' })).status).toBe(404)
    expect(await backend.subscribers.list()).toHaveLength(1)
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const ended = await fetch(link, { method: 'POST', headers, body: 'List-Unsubscribe=One-Click' })
    expect(ended.status).toBe(200)
    expect(await backend.subscribers.list()).toEqual([])
    expect((await fetch(link)).status).toBe(404)
  })
})

withServers(['browser'], ({ browser: path }) => {
  let browser: Browser
  beforeAll(async () => {
    browser = await startBrowser(path)
  }, LONG_MS)
  afterAll(() => browser.close())

  it(
    'an analyst saves a search where she searched, and reads what it found for the first time, as words',
    async () => {
      await backend.archive.put(report('a', 'ferries sank twice'))
      const { page } = await openPage(browser)
      await page.goto(`${url}/?q=ferr*`)
      await page.getByText('Save this search').click()
      await page.getByLabel('Name').fill(`Ferries ${HOSTILE}`)
      await page.getByLabel('Mail to').fill('desk@quay.example.org night@quay.example.org')
      await page.getByRole('button', { name: 'Save' }).click()
      await page.waitForURL('**/searches#s_*')
      expect(await page.textContent('main')).toContain('Nothing new so far')
      await backend.archive.put(report('b', 'ferries burned once'))
      await alertAll({ ...backend, ...outgoing })
      await page.reload()
      const told = (await page.textContent('.saved')) ?? ''
      for (const words of [`Ferries ${HOSTILE}`, 'ferries burned once', '1 new', 'fired: ferr*'])
        expect(told).toContain(words)
      expect(told).not.toContain('sank')
      expect(mails.map(({ to }) => to)).toEqual(['desk@quay.example.org', 'night@quay.example.org'])
      expect(await accessibilityTroubles(page)).toEqual([])
      const feed = await (
        await fetch(
          await page
            .getByRole('link', { name: 'Feed' })
            .getAttribute('href')
            .then((href) => `${url}${href}`),
        )
      ).text()
      expect(feed).toContain('ferries burned once')
      expect(feed).toContain('&#60;script&#62;')
      // A title is text, which its brackets keep from being read as mark-up.
      expect(feed.replaceAll(/<!\[CDATA\[.*?\]\]>/gs, '')).not.toContain('<script')
      await page.getByRole('button', { name: 'Forget this search' }).click()
      await page.getByText('No search is saved yet').waitFor()
    },
    LONG_MS,
  )
})
