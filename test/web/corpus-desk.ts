import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { withServers } from '../servers/servers.ts'
import { startBrowser } from './open-browser.ts'
import { openTestDesk, type TestDesk } from './open-desk.ts'

const CORPUS = join(import.meta.dirname, '../../corpus/documents')
const LONG_MS = 120_000

/** A desk over the sample corpus and a browser, while tests run. */
export interface Running {
  readonly desk: TestDesk
  readonly browser: Browser
}

/** Runs tests with a desk over the sample corpus and a real browser, where there is one. */
export function withCorpusDesk(tests: (running: () => Running) => void): void {
  withServers(['browser'], ({ browser: path }) => {
    let running: Running
    beforeAll(async () => {
      const [desk, browser] = await Promise.all([openTestDesk(CORPUS), startBrowser(path)])
      running = { desk, browser }
    }, LONG_MS)
    afterAll(async () => {
      await Promise.all([running.desk.close(), running.browser.close()])
    })
    tests(() => running)
  })
}
