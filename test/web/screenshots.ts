import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { findChromium } from '../servers/find-chromium.ts'
import { startBrowser } from './open-browser.ts'
import { openTestDesk } from './open-desk.ts'

/** `npm run screenshots`: the pages of the desk over the sample documents, for the README. */
const OUT = join(import.meta.dirname, '../../docs/screenshots')
const CORPUS = join(import.meta.dirname, '../../corpus/documents')

mkdirSync(OUT, { recursive: true })
const [desk, browser] = [await openTestDesk(CORPUS), await startBrowser((await findChromium()).url)]
const page = await browser.newPage({ viewport: { width: 1100, height: 700 } })
const shoot = async (path: string, name: string): Promise<void> => {
  await page.goto(`${desk.url}${path}`)
  await page.screenshot({ path: join(OUT, `${name}.png`) })
}
await shoot('/?q=users', 'search')
const document = await page.locator('.origin a').first().getAttribute('href')
await shoot(document ?? '/', 'document')
await shoot('/contradictions?entity=Kazakhstan', 'contradictions')
await shoot('/digest?date=2024-08-31&days=14', 'digest')
await browser.close()
await desk.close()
