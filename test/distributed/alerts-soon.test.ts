import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { redisArrivals } from '@counterclaim/io/redis'
import { expect, it, onTestFinished } from 'vitest'
import { startServer } from '../e2e/local-server.ts'
import { openRedis } from '../redis/open-redis.ts'
import { withServers } from '../servers/servers.ts'
import { runCli, startCli } from './processes.ts'

withServers(['redis'], ({ redis: url }) => {
  it('arrivals are counted by all processes, and looked at once by one of them', async () => {
    const prefix = `{test-${randomUUID()}}`
    const opened = [await openRedis(url, prefix), await openRedis(url, prefix)] as const
    const [first, second] = [redisArrivals(opened[0].redis, prefix), redisArrivals(opened[1].redis, prefix)]
    const due = (): Promise<string | null> => second.due(1_000, 500)
    expect(await due()).toBe('0')
    await first.seen('0', 0)
    expect(await due()).toBeNull()
    for (let i = 0; i < 3; i++) first.count()
    await expect.poll(due).toBe('3')
    const mark = (await second.due(1_000, 500)) ?? ''
    first.count()
    await second.seen(mark, 500)
    await expect.poll(() => first.due(1_000, 600)).toBe('4')
    await first.seen('4', 600)
    expect([await due(), await second.due(1_000, 1_600)]).toEqual([null, '4'])
  })

  it('workers alert to what was compared long before their clock', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'counterclaim-soon-'))
    onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
    const told = Promise.withResolvers<string | undefined>()
    const server = await startServer((request, response) => {
      told.resolve(request.url)
      response.writeHead(204).end()
    })
    onTestFinished(() => server.close())
    const env = {
      COUNTERCLAIM_REDIS_URL: url,
      COUNTERCLAIM_REDIS_PREFIX: `{test-${randomUUID()}}`,
      COUNTERCLAIM_DATA: dir,
      COUNTERCLAIM_ALLOW_HOSTS: server.url.replace('http://', ''),
      COUNTERCLAIM_ALERT_MS: '86400000',
      COUNTERCLAIM_ALERT_SOON_MS: '200',
      COUNTERCLAIM_THREADS: '1',
    }
    const texts = {
      one: 'The Lake Ferry Company said its ferries carried 3.2 million passengers in 2030.',
      two: 'The Port of Kelso said the ferries carried 900 passengers in 2030.',
    }
    for (const [name, text] of Object.entries(texts)) writeFileSync(join(dir, `${name}.txt`), text)
    startCli(env, 'work')
    expect((await runCli(env, 'add', join(dir, 'one.txt'), '--wait')).code).toBe(0)
    expect((await runCli(env, 'alerts', 'add', 'Ferries', 'ferries', '--webhook', `${server.url}/hook`)).code).toBe(0)
    expect((await runCli(env, 'add', join(dir, 'two.txt'), '--wait')).code).toBe(0)
    expect(await told.promise).toBe('/hook')
  }, 120_000)
})
