import { digestMail } from '@counterclaim/digest'
import type { Digest, DigestItem } from '@counterclaim/model'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { withServers } from '../servers/servers.ts'
import { accessibilityTroubles, openPage, startBrowser } from './open-browser.ts'

const LONG_MS = 60_000
const WORD = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'

const item = (kind: DigestItem['kind'], id: string, ...values: readonly number[]): DigestItem => ({
  kind,
  id,
  headline: `Quay Ferries and the Harbour Board of ${WORD} differ over cars`,
  why: 'two figures that cannot both hold; 3 independent sources',
  quotes: values.map((n) => ({
    speaker: 'Harbour Board',
    source: 'Sample Outlet',
    text: `the ferries had carried ${n.toLocaleString('en-US')} cars between the two quays in the first half of the year`,
    document: 'quay',
    publishedAt: '2031-04-01',
    value: { min: n, max: n, unit: 'count', modifier: 'exact' },
  })),
})

const DIGEST: Digest = {
  date: '2031-04-01',
  since: '2031-04-01',
  until: '2031-04-02',
  items: [item('denial', 'x_1'), item('contradiction', 'x_2', 3_200_000, 2_900_000), item('new-claim', 'c_1', 5)],
  sources: [{ source: 'Sample Outlet', documents: 3 }],
  stories: [{ id: 'd_1', headline: `Ferries ${WORD}`, document: 'd_1', sources: 3, documents: 4 }],
  silent: [{ source: 'Another Outlet', last: '2031-03-20', days: 12, usual: 2 }],
  omitted: [{ why: 'claim of a document without a date', count: 2 }],
}

/** The mail as a program shows it that shows its pictures, or none. */
function shown(withPictures: boolean): string {
  const mail = digestMail(DIGEST, { desk: 'https://desk.example.org', unsubscribe: 'https://desk.example.org/end' })
  return mail.pictures.reduce(
    (text, { name, png }) =>
      text.replaceAll(
        `cid:${name}`,
        withPictures ? `data:image/png;base64,${Buffer.from(png).toString('base64')}` : '',
      ),
    mail.html,
  )
}

withServers(['browser'], ({ browser: path }) => {
  let browser: Browser
  beforeAll(async () => {
    browser = await startBrowser(path)
  }, LONG_MS)
  afterAll(() => browser.close())

  for (const width of [320, 900]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      it(
        `a digest as a mail is read without moving it sideways, ${width} pixels wide, ${colorScheme}`,
        async () => {
          const { page } = await openPage(browser, { viewport: { width, height: 700 }, colorScheme })
          await page.setContent(shown(true))
          expect(await widest(page)).toBeLessThanOrEqual(width)
          const picture = page.locator('img')
          expect(await picture.evaluate((img) => (img as unknown as { naturalWidth: number }).naturalWidth)).toBe(280)
          const paper = await page.evaluate<string>('getComputedStyle(document.body).backgroundColor')
          expect(paper).toBe(colorScheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(18, 18, 18)')
          expect(await accessibilityTroubles(page)).toEqual([])
        },
        LONG_MS,
      )
    }
  }

  it(
    'without pictures it says in words what they show',
    async () => {
      const { page } = await openPage(browser, { viewport: { width: 320, height: 700 } })
      await page.setContent(shown(false))
      expect(await page.locator('img').getAttribute('alt')).toBe('Bars: 3.2 million; 2.9 million')
      expect(await widest(page)).toBeLessThanOrEqual(320)
    },
    LONG_MS,
  )
})

function widest(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth')
}
