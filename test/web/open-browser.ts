import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'

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
