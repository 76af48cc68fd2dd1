import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { type Running, withCorpusDesk } from './corpus-desk.ts'
import { accessibilityTroubles, openPage } from './open-browser.ts'

const LONG_MS = 120_000

withCorpusDesk((running) => {
  analyst(running)
  searcher(running)
  factChecker(running)
  editor(running)
  everybody(running)
})

function analyst(running: () => Running): void {
  it(
    'an analyst finds a figure, narrows it down, reads it in its document and takes all of them along',
    async () => {
      const { page } = await openPage(running().browser)
      await page.goto(running().desk.url)
      await page.keyboard.press('/')
      await page.keyboard.type('internet speeds')
      await page.keyboard.press('Enter')
      await page.locator('aside').getByRole('link', { name: 'percent', exact: true }).click()
      expect(new URL(page.url()).searchParams.get('unit')).toBe('percent')
      const first = page.locator('.claim').first()
      expect(await first.textContent()).toContain('%')
      const count = await page.getByRole('status').textContent()
      const download = page.waitForEvent('download')
      await page.getByRole('link', { name: 'CSV' }).click()
      const lines = readFileSync(await (await download).path(), 'utf8')
        .trim()
        .split('\r\n')
      expect(lines.length - 1).toBe(Number(/\d+/.exec(count ?? '')?.[0]))
      await first.locator('.origin a').click()
      const marked = page.locator('mark:target')
      expect(await marked.isVisible()).toBe(true)
      expect(await marked.textContent()).toContain('percent')
      await page.getByLabel('claims').uncheck()
      expect(await page.locator('#text').getAttribute('data-claims')).toBe('off')
    },
    LONG_MS,
  )
}

function searcher(running: () => Running): void {
  it(
    'sliders narrow figures and days down by mouse and keys, and stand where the address says',
    async () => {
      const { page } = await openPage(running().browser)
      await page.goto(`${running().desk.url}/?q=users`)
      expect(await page.locator('.slider').count()).toBe(1)
      await page.goto(`${running().desk.url}/?q=users&unit=count`)
      const figures = page.locator('.slider', { hasText: 'Figures' })
      const count = async (): Promise<number> =>
        Number(/\d+/.exec((await page.getByRole('status').textContent()) ?? '')?.[0])
      const all = await count()
      await figures.getByLabel('from').fill('800')
      await page.waitForURL('**min=*')
      expect(await count()).toBeLessThan(all)
      const min = new URL(page.url()).searchParams.get('min')
      expect(await page.locator('.search input[name="min"]').inputValue()).toBe(min)
      expect(Number(await figures.getByLabel('from').inputValue())).toBeGreaterThan(790)
      const days = page.locator('.slider', { hasText: 'Published' })
      await days.getByLabel('to').focus()
      await page.keyboard.press('PageDown')
      await page.waitForURL(/until=20/)
      expect(new URL(page.url()).searchParams.get('until')).toMatch(/^20\d\d-\d\d-\d\d$/)
      expect(await accessibilityTroubles(page)).toEqual([])
    },
    LONG_MS,
  )
}

function factChecker(running: () => Running): void {
  it(
    'a fact-checker judges the Kazakhstan contradiction by keyboard, from card to bundle',
    async () => {
      const { page } = await openPage(running().browser)
      await page.goto(`${running().desk.url}/contradictions`)
      await page.getByLabel('About').fill('Kazakhstan')
      await page.keyboard.press('Enter')
      await page.locator('.card').first().waitFor()
      await page.keyboard.press('j')
      await page.keyboard.press('Enter')
      await page.waitForURL('**/contradictions/x_*')
      const told = (await page.textContent('main')) ?? ''
      expect(told).toContain('exclusive access')
      expect(told).toContain('Meta denies')
      await page.getByLabel('Note').fill('Both statements are on record <b>')
      await page.getByLabel('Your name').fill('Ann')
      await page.getByRole('button', { name: 'Confirm' }).click()
      await page.locator('.history li').first().waitFor()
      expect(await page.locator('.state').textContent()).toContain('confirmed')
      expect(await page.locator('.history li').first().textContent()).toContain('by Ann')
      expect(await page.locator('.history').textContent()).toContain('on record <b>')
      await page.locator('h1').click()
      await page.keyboard.press('o')
      await page.locator('.history li').nth(1).waitFor()
      const download = page.waitForEvent('download')
      await page.getByRole('link', { name: 'ClaimReview' }).click()
      const draft = JSON.parse(readFileSync(await (await download).path(), 'utf8')) as Record<string, unknown>
      expect(draft).toMatchObject({ '@type': 'ClaimReview', creativeWorkStatus: 'Draft' })
    },
    LONG_MS,
  )
}

function editor(running: () => Running): void {
  it(
    'an editor reads the digest of a date and follows a line to its evidence',
    async () => {
      const { page } = await openPage(running().browser)
      await page.goto(`${running().desk.url}/digest`)
      await page.getByLabel('Day', { exact: true }).fill('2024-08-31')
      await page.getByLabel('Days').fill('14')
      await page.getByRole('button', { name: 'Show' }).click()
      const line = page.locator('.items > li').first()
      expect(await line.locator('.quiet').first().textContent()).not.toBe('')
      await line.locator('.headline a').click()
      await page.waitForURL(/\/(?:contradictions|claims)\//)
      await page.locator('.origin a, dd a').first().click()
      expect(await page.locator('.text').textContent()).not.toBe('')
      await page.goto(`${running().desk.url}/digest?date=1999-01-01`)
      expect(await page.textContent('main')).toContain('Nothing new')
    },
    LONG_MS,
  )
}

function everybody(running: () => Running): void {
  it.each(['light', 'dark'] as const)(
    'every page is readable for all, in %s and on a phone',
    async (colorScheme) => {
      const { page } = await openPage(running().browser, { colorScheme, viewport: { width: 390, height: 800 } })
      await page.goto(`${running().desk.url}/contradictions`)
      const judged = await page.locator('a.open').first().getAttribute('href')
      await page.goto(`${running().desk.url}/?q=users`)
      const claim = await page.locator('a.id').first().getAttribute('href')
      const document = await page.locator('.origin a').first().getAttribute('href')
      const pages = [
        '/',
        '/?q=zzzz',
        '/documents',
        '/contradictions',
        judged,
        claim,
        document,
        '/entities/meta',
        '/digest?date=2024-08-31&days=14',
        '/status',
      ]
      for (const at of pages) {
        await page.goto(`${running().desk.url}${at}`)
        expect({ at, troubles: await accessibilityTroubles(page) }).toEqual({ at, troubles: [] })
        const wide = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
        expect({ at, wide }).toEqual({ at, wide: 0 })
      }
    },
    LONG_MS,
  )
}
