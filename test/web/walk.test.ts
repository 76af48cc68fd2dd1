import { expect, it } from 'vitest'
import { type Running, withCorpusDesk } from './corpus-desk.ts'
import { accessibilityTroubles, openPage } from './open-browser.ts'

const LONG_MS = 120_000

withCorpusDesk((running) => {
  figures(running)
  ways(running)
})

function figures(running: () => Running): void {
  it(
    'an analyst sees every figure about one thing over time, by source, none behind another, and follows one to its claim',
    async () => {
      const { page } = await openPage(running().browser)
      await page.goto(`${running().desk.url}/entities/facebook`)
      const chart = page.locator('figure').filter({ hasText: 'Facebook users in Pakistan over time: 4 claims' })
      const marks = chart.locator('svg a')
      const places = await marks.evaluateAll((all) =>
        all.map((one) => one.getBoundingClientRect()).map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`),
      )
      expect(new Set(places).size).toBe(4)
      const sources = await chart.getByRole('list', { name: 'Sources' }).getByRole('listitem').allTextContents()
      expect(sources.length).toBeGreaterThan(1)
      for (const title of await marks.locator('title').allTextContents())
        expect(sources.some((source) => title.includes(source))).toBe(true)
      expect(await accessibilityTroubles(page)).toEqual([])
      await marks.first().click()
      expect(new URL(page.url()).pathname).toMatch(/^\/claims\/c_/)
    },
    LONG_MS,
  )

  it(
    'a search for one measure draws its figures, and says nothing of charts where they are of many kinds',
    async () => {
      const { page } = await openPage(running().browser, { viewport: { width: 390, height: 800 } })
      await page.goto(`${running().desk.url}/?q=facebook`)
      expect(await page.getByText('Figures over time').count()).toBe(0)
      await page.goto(`${running().desk.url}/?measure=users&place=Pakistan`)
      await page.getByText('Figures over time').click()
      expect(await page.locator('figcaption').allTextContents()).toContainEqual(
        expect.stringContaining('Facebook users in Pakistan'),
      )
      expect(await accessibilityTroubles(page)).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    },
    LONG_MS,
  )
}

function ways(running: () => Running): void {
  it(
    'an analyst puts the largest figure first, and figures of several units in no such order',
    async () => {
      const { page } = await openPage(running().browser)
      await page.goto(`${running().desk.url}/?q=facebook`)
      expect(await page.locator('.sort a').allTextContents()).toEqual(['newest', 'oldest'])
      await page.getByRole('link', { name: 'count', exact: true }).click()
      await page.getByRole('link', { name: 'largest figure' }).click()
      expect(await page.locator('.sort b').textContent()).toBe('largest figure')
      expect(await page.locator('.claim .figure').first().textContent()).toBe('72 million')
      await page.getByRole('link', { name: 'oldest' }).click()
      expect(await page.locator('.claim time').first().getAttribute('datetime')).toContain('2021-09-15')
      expect(new URL(page.url()).searchParams.get('unit')).toBe('count')
      expect(await accessibilityTroubles(page)).toEqual([])
    },
    LONG_MS,
  )

  it(
    'from a claim and from its document it is one step to what contradicts them',
    async () => {
      const { page } = await openPage(running().browser)
      await page.goto(`${running().desk.url}/contradictions?entity=Kazakhstan`)
      await page.getByRole('link', { name: 'Judge' }).first().click()
      const card = page.url()
      await page.locator('.claim .id').first().click()
      const collides = page.getByRole('heading', { name: 'Collides with' })
      expect(await collides.isVisible()).toBe(true)
      const address = new URL(card).pathname
      expect(await page.locator(`main a[href="${address}"]`).count()).toBe(1)
      await page.locator('.facts a[href^="/documents/"]').click()
      expect(await page.getByRole('heading', { name: /^Contradictions \(\d+\)$/ }).isVisible()).toBe(true)
      await page.locator(`aside a[href="${address}"]`).first().click()
      expect(page.url()).toBe(card)
    },
    LONG_MS,
  )

  it(
    'a search goes over to documents and back with its words and filters',
    async () => {
      const { page } = await openPage(running().browser)
      await page.goto(`${running().desk.url}/?q=facebook&source=Signal+Wire&stance=denies`)
      await page.getByRole('link', { name: 'documents instead' }).click()
      expect(new URL(page.url()).searchParams.toString()).toBe('q=facebook&stance=denies&source=Signal+Wire')
      expect(await page.getByRole('status').textContent()).toContain('source Signal Wire')
      await page.getByRole('link', { name: 'Any stance' }).click()
      expect(await accessibilityTroubles(page)).toEqual([])
      await page.getByRole('link', { name: 'claims instead' }).click()
      const { pathname, searchParams } = new URL(page.url())
      expect([pathname, searchParams.get('q'), searchParams.get('source'), searchParams.has('stance')]).toEqual([
        '/',
        'facebook',
        'Signal Wire',
        false,
      ])
    },
    LONG_MS,
  )
}
