import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqlite } from '@counterclaim/io'
import { openDesk } from '@counterclaim/web'
import { openEmbedded } from '@counterclaim/workers/embedded'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { withServers } from '../servers/servers.ts'
import { accessibilityTroubles, openPage, startBrowser } from './open-browser.ts'

const LONG_MS = 120_000
const FILLER = Array.from({ length: 60 }, (_, i) => `The quay was swept on day ${i + 1} of the repairs.`).join(
  '</p><p>',
)
const pageOf = (text: string): string =>
  `<html><head><title>Kelso ferry</title></head><body><article><h1>Kelso ferry</h1><p>${FILLER}</p><p>${text}</p><script>alert(1)</script></article></body></html>`
const FIRST = pageOf('The Port of Kelso said the Kelso ferry was closed to passengers on 3 March 2031.')
const SECOND = pageOf(
  'The Port of Kelso said the &lt;img src=x&gt; Kelso ferry was closed to passengers on 4 March 2031.',
)
const DENIAL = pageOf('Blue Line Ferries denied that the Kelso ferry was closed to passengers.')

/** For each pane, run in the page: whether it was scrolled, and its passage is in sight. */
const AT_PASSAGE = `[...document.querySelectorAll('.pane')].map((pane) => {
  const [outer, inner] = [pane.getBoundingClientRect(), pane.querySelector('mark').getBoundingClientRect()]
  return pane.scrollTop > 0 && inner.top >= outer.top && inner.bottom <= outer.bottom
})`

let dir = ''
let url = ''
let close = async (): Promise<void> => {}
let id = ''
let contradiction = ''

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'counterclaim-versions-'))
  const archive = openEmbedded(join(dir, 'archive'))
  for (const html of [FIRST, SECOND]) {
    writeFileSync(join(dir, 'port.html'), html)
    await archive.add([join(dir, 'port.html')])
  }
  writeFileSync(join(dir, 'line.html'), DENIAL)
  await archive.add([join(dir, 'line.html')])
  await archive.close()
  const backend = openSqlite(join(dir, 'archive'))
  id = (await backend.search.document('port'))?.id ?? ''
  contradiction = (await backend.search.contradictions({})).items[0]?.id ?? ''
  const desk = await openDesk({ ...backend, now: () => '2031-03-05T00:00:00.000Z' }, { user: 'tester' })
  url = await desk.listen({ host: '127.0.0.1', port: 0 })
  close = async () => {
    await desk.close()
    await backend.close()
  }
}, LONG_MS)
afterAll(async () => {
  await close()
  rmSync(dir, { recursive: true, force: true })
})

it('the original is given as bytes to keep, never shown, of each version', async () => {
  const original = await fetch(`${url}/documents/${id}/original`)
  expect(original.headers.get('content-type')).toBe('application/octet-stream')
  expect(original.headers.get('content-disposition')).toMatch(/^attachment; filename="d_\w+-\w{8}\.html"$/)
  expect(original.headers.get('content-security-policy')).toContain('sandbox')
  expect(original.headers.get('x-content-type-options')).toBe('nosniff')
  expect(await original.text()).toBe(SECOND)
  const told = await (await fetch(`${url}/documents/${id}/versions`)).text()
  const versions = [...told.matchAll(/original\?version=(v_\w+)/g)].map((match) => match[1])
  expect(versions.length).toBe(2)
  expect(await (await fetch(`${url}/documents/${id}/original?version=${versions[1]}`)).text()).toBe(FIRST)
  expect((await fetch(`${url}/documents/${id}/original?version=v_none`)).status).toBe(404)
  expect((await fetch(`${url}/documents/none/original`)).status).toBe(404)
})

it('versions tell the words that went and came, as text', async () => {
  const told = await (await fetch(`${url}/documents/${id}/versions`)).text()
  expect(told).toMatch(/<del>3<\/del><ins>4<\/ins>/)
  expect(told).toMatch(/<ins>[^<]*&#60;img/)
  expect(told).not.toContain('<img')
  expect(told).toContain(' … ')
})

it('a figure that was changed is an event on the page, among its versions and in the API', async () => {
  const told = (await (await fetch(`${url}/api/documents/${id}`)).json()) as { readonly changes: readonly object[] }
  expect(told.changes).toMatchObject([
    { before: { value: { min: '2031-03-03' } }, after: { value: { min: '2031-03-04' } } },
  ])
  const event =
    /<del><b class="figure">3 March 2031<\/b><\/del> → <ins><b class="figure">4 March 2031<\/b><\/ins>.*between .* \(UTC\)/
  expect(await (await fetch(`${url}/documents/${id}`)).text()).toMatch(event)
  expect(await (await fetch(`${url}/documents/${id}/versions`)).text()).toMatch(event)
})

withServers(['browser'], ({ browser: path }) => {
  let browser: Browser
  beforeAll(async () => {
    browser = await startBrowser(path)
  }, LONG_MS)
  afterAll(() => browser.close())

  it(
    'both documents of a contradiction stand side by side, each at its passage',
    async () => {
      const { page } = await openPage(browser)
      await page.goto(`${url}/contradictions/${contradiction}`)
      await page.getByRole('link', { name: 'side by side' }).click()
      expect(await page.locator('.pane').count()).toBe(2)
      const seen = await page.evaluate(AT_PASSAGE)
      expect(seen).toEqual([true, true])
      expect(await accessibilityTroubles(page)).toEqual([])
    },
    LONG_MS,
  )

  it(
    'a person reads what changed and takes the original along',
    async () => {
      const { page } = await openPage(browser)
      await page.goto(`${url}/documents/${id}`)
      const download = page.waitForEvent('download')
      await page.getByRole('link', { name: 'Download the original' }).click()
      expect(readFileSync(await (await download).path(), 'utf8')).toBe(SECOND)
      await page.getByRole('link', { name: 'All versions' }).click()
      expect(await page.locator('ins').first().isVisible()).toBe(true)
      expect(await accessibilityTroubles(page)).toEqual([])
    },
    LONG_MS,
  )
})
