import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openAccounts } from '@counterclaim/io'
import type { Accounts, Counts, Entry } from '@counterclaim/model'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { withServers } from '../servers/servers.ts'
import { accessibilityTroubles, openPage, startBrowser } from './open-browser.ts'
import { openDeskWith, openTestDesk, type TestDesk } from './open-desk.ts'

const CORPUS = join(import.meta.dirname, '../../corpus/documents')
const LONG_MS = 120_000

let dir = ''
let accounts: Accounts
let open: TestDesk
let closed: TestDesk

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'counterclaim-watch-'))
  accounts = openAccounts(dir)
  open = await openTestDesk(CORPUS)
  closed = await openDeskWith({ accounts })
}, LONG_MS)
afterAll(async () => {
  await Promise.all([open.close(), closed.close()])
  await accounts.close()
  rmSync(dir, { recursive: true, force: true })
})

const read = async <T>(path: string): Promise<T> => (await (await fetch(open.url + path)).json()) as T

interface LedgerPage {
  readonly items: readonly Entry[]
  readonly next: string | null
}

it('the ledger is read page by page, every input once, and by state', async () => {
  const { byState } = await read<Counts>('/api/status')
  const all = Object.values(byState).reduce((sum, n) => sum + n, 0)
  const inputs: string[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { items, next }: LedgerPage = await read(`/api/ledger?limit=7&cursor=${cursor}`)
    inputs.push(...items.map(({ input }) => input))
    cursor = next
  }
  expect([inputs.length, new Set(inputs).size]).toEqual([all, all])
  const copies = await read<LedgerPage>('/api/ledger?state=copy')
  expect(copies.items.map(({ state }) => state)).toEqual(Array.from({ length: byState.copy ?? 0 }, () => 'copy'))
  expect(copies.next).toBeNull()
})

it.each(['x', 'W10', 'e30', '%00', 'WzFd'])('a cursor that nobody gave is refused: %s', async (cursor) => {
  expect((await fetch(`${open.url}/api/ledger?cursor=${cursor}`)).status).toBe(400)
})

it('health is told to whoever asks; numbers and ledger to who may read', async () => {
  expect(await (await fetch(`${closed.url}/api/health`)).json()).toEqual({ status: 'ok' })
  for (const path of ['/api/metrics', '/api/ledger'])
    expect([path, (await fetch(closed.url + path)).status]).toEqual([path, 401])
})

it('numbers are those of the status, as Prometheus reads them', async () => {
  const counts = await read<Counts>('/api/status')
  const lines = (await (await fetch(`${open.url}/api/metrics`)).text()).trim().split('\n')
  expect(lines).toContain(`counterclaim_documents ${counts.documents}`)
  expect(lines).toContain(`counterclaim_inputs{state="copy"} ${counts.byState.copy}`)
  for (const line of lines) expect(line).toMatch(/^(?:# TYPE \w+ gauge|\w+(?:\{state="[a-z]+"\})? \d+)$/)
})

withServers(['browser'], ({ browser: path }) => {
  it(
    'the API is described for people, all of it',
    async () => {
      const { paths } = await read<{ paths: Record<string, object> }>('/api/openapi.json')
      const browser = await startBrowser(path)
      try {
        const { page } = await openPage(browser, { viewport: { width: 390, height: 800 } })
        await page.goto(`${open.url}/status`)
        await page.getByRole('link', { name: 'API' }).click()
        const headings = await page.getByRole('heading', { level: 2 }).allTextContents()
        const described = Object.entries(paths).flatMap(([at, methods]) =>
          Object.keys(methods).map((method) => `${method.toUpperCase()} ${at}`),
        )
        expect(headings).toEqual(described)
        expect(described.length).toBeGreaterThan(20)
        expect(await accessibilityTroubles(page)).toEqual([])
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
      } finally {
        await browser.close()
      }
    },
    LONG_MS,
  )
})
