import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { startServer } from '../e2e/local-server.ts'
import { withServers } from '../servers/servers.ts'
import { runCli, startCli } from './processes.ts'

withServers(['redis'], ({ redis: url }) => {
  it('a worker polls the sources that are due, reads what is new and checks the archive', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'counterclaim-clock-'))
    onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
    const server = await startServer((request, response) => {
      if (request.url === '/feed')
        response.end('<rss version="2.0"><channel><title>O</title><item><link>/a.html</link></item></channel></rss>')
      else if (request.url === '/a.html')
        response
          .writeHead(200, { 'content-type': 'text/html' })
          .end('<!doctype html><title>Ferries</title><p>The Lake Ferry Company said it carried 1.2 million people.</p>')
      else response.writeHead(404).end()
    })
    onTestFinished(() => server.close())
    const env = {
      COUNTERCLAIM_REDIS_URL: url,
      COUNTERCLAIM_REDIS_PREFIX: `{test-${randomUUID()}}`,
      COUNTERCLAIM_DATA: dir,
      COUNTERCLAIM_ALLOW_HOSTS: server.url.replace('http://', ''),
      COUNTERCLAIM_HOST_GAP_MS: '1',
      COUNTERCLAIM_POLL_MS: '200',
      COUNTERCLAIM_SWEEP_MS: '500',
    }
    expect((await runCli(env, 'sources', 'add', `${server.url}/feed`)).code).toBe(0)
    const worker = startCli(env, 'work', '--json')
    const done: Record<string, unknown>[] = []
    let rest = ''
    for await (const text of worker.stdout ?? []) {
      const lines = `${rest}${String(text)}`.split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) done.push(JSON.parse(line) as Record<string, unknown>)
      if (done.some(({ state }) => state === 'indexed') && done.at(-1)?.duty === 'sweep') break
    }
    expect(done).toContainEqual({ duty: 'poll', sources: 1, fresh: 1, failed: 0 })
    expect(done.at(-1)).toEqual({ duty: 'sweep', inputs: 1, stranded: 0, missing: 0, examples: [] })
    worker.kill('SIGTERM')
    expect(await once(worker, 'exit')).toEqual([0, null])
  }, 120_000)
})
