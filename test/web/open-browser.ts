import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** A page of a real browser. What went wrong in it fails the test. */
export interface OpenPage {
  readonly page: Page
  /** What the page's scripts threw, and what its policy kept out. */
  readonly troubles: readonly string[]
}

/** Starts Chromium. It resolves no name but loopback, so nothing a page asks for leaves this machine. */
export function startBrowser(path: string): Promise<Browser> {
  const args = ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1']
  return chromium.launch({ executablePath: path, args })
}

/** Opens a page for the running test. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text())
  })
  onTestFinished(() => expect(troubles).toEqual([]))
  return { page, troubles }
}

/** What axe finds against WCAG 2.2 AA, in words. */
export async function accessibilityTroubles(page: Page): Promise<string[]> {
  // As the page's own policy allows no script from elsewhere, it comes in by the debugger.
  await page.evaluate(AXE)
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    return axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })
  })
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}
