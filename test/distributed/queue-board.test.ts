import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runCliIn } from '../e2e/run-cli.ts'
import { withServers } from '../servers/servers.ts'
import { openPage, startBrowser } from '../web/open-browser.ts'
import { askDesk, enterDesk, serveDesk } from './serve-desk.ts'

const LONG_MS = 120_000
const PASSWORD = 'a sample password'
const base = mkdtempSync(join(tmpdir(), 'counterclaim-board-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

withServers(['redis', 'browser'], ({ redis, browser: path }) => {
  const env = {
    COUNTERCLAIM_REDIS_URL: redis,
    COUNTERCLAIM_REDIS_PREFIX: `{test-${randomUUID()}}`,
    COUNTERCLAIM_DATA: join(base, 'archive'),
  }
  beforeAll(async () => {
    writeFileSync(join(base, 'password'), `${PASSWORD}\n`)
    for (const role of ['editor', 'admin'])
      await runCliIn(env, base, 'users', 'add', role, '--role', role, '--password-file', 'password')
    writeFileSync(join(base, 'one.txt'), 'The Port of Kelso said 1,200 passengers used the ferry.')
    // Nobody works: it stays in front of the first stage.
    expect(await runCliIn(env, base, 'add', 'one.txt')).toMatchObject({ code: 0 })
  }, LONG_MS)

  it(
    'an admin who signed in looks at the queues in the desk; nobody else does, and nobody changes anything there',
    async () => {
      const desk = await serveDesk(env)
      for (const at of ['/queues', '/queues/', '/queues/api/queues', '/queues/queue/fetch']) {
        const stranger = await fetch(desk + at, { redirect: 'manual' })
        expect([at, stranger.status, stranger.headers.get('location')?.split('?')[0]]).toEqual([at, 303, '/login'])
      }
      const [editor, admin] = [await enterDesk(desk, 'editor', PASSWORD), await enterDesk(desk, 'admin', PASSWORD)]
      expect((await askDesk(desk, '/queues/api/queues', editor ?? '')).status).toBe(403)
      const shown = await askDesk(desk, '/queues/api/queues?page=1&jobsPerPage=10', admin ?? '')
      const { queues } = (await shown.json()) as { queues: { name: string; counts: { waiting: number } }[] }
      expect(queues.find(({ name }) => name === 'fetch')?.counts.waiting).toBe(1)
      for (const change of ['pause', 'empty', 'retry/failed', 'clean/waiting']) {
        const refused = await askDesk(desk, `/queues/api/queues/fetch/${change}`, admin ?? '', 'PUT')
        expect([change, refused.status]).toEqual([change, 405])
      }
    },
    LONG_MS,
  )

  it(
    'shows them in a browser, under the desk’s own policy and with nothing from elsewhere',
    async () => {
      const desk = await serveDesk(env)
      const browser = await startBrowser(path)
      try {
        const { page } = await openPage(browser)
        await page.goto(`${desk}/account`)
        await page.getByLabel('Name').fill('admin')
        await page.getByLabel('Password').fill(PASSWORD)
        await page.getByRole('button', { name: 'Sign in' }).click()
        await page.getByRole('link', { name: 'What is in the queues' }).click()
        // What the pages' scripts have asked for, not their frame alone.
        await page.getByText('1 Job', { exact: true }).waitFor()
      } finally {
        await browser.close()
      }
    },
    LONG_MS,
  )
})
