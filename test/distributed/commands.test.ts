import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { withServers } from '../servers/servers.ts'
import { runCli, startCli } from './processes.ts'

const TEXTS = join(import.meta.dirname, '../../corpus/documents/texts')

withServers(['redis'], ({ redis: url }) => {
  it('submits by add, shows the queue by status, works by work, waits by add --wait', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'counterclaim-commands-'))
    onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
    const env = {
      COUNTERCLAIM_REDIS_URL: url,
      COUNTERCLAIM_REDIS_PREFIX: `{test-${randomUUID()}}`,
      COUNTERCLAIM_DATA: dir,
      COUNTERCLAIM_THREADS: '1',
    }
    const added = JSON.parse((await runCli(env, 'add', '--json', TEXTS)).out) as { inputs: number; pending: number }
    expect(added.inputs).toBeGreaterThan(5)
    expect(added.pending).toBe(added.inputs)
    const status = JSON.parse((await runCli(env, 'status', '--json')).out) as { queue: Record<string, number> }
    expect(status.queue).toMatchObject({ fetch: added.inputs })
    const worker = startCli(env, 'work')
    const again = await runCli(env, 'add', '--wait', TEXTS)
    expect(again).toMatchObject({ code: 0 })
    expect(again.out).toContain('Nothing is left to do.')
    expect(again.out).toContain(`${added.inputs} indexed`)
    worker.kill('SIGTERM')
    expect(await once(worker, 'exit')).toEqual([0, null])
  }, 300_000)
})
