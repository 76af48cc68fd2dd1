import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Distributed, openDistributed } from '@counterclaim/workers/distributed'
import { openEmbedded } from '@counterclaim/workers/embedded'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { canonicalExport } from '../crash/canonical.ts'
import { writeInputs } from '../crash/write-inputs.ts'
import { runCliIn } from '../e2e/run-cli.ts'
import type { Server } from '../servers/guard.ts'
import { withServers } from '../servers/servers.ts'
import { startElastic } from '../servers/start-elastic.ts'
import { startRedis } from '../servers/start-redis.ts'
import { startWorkers } from './processes.ts'

/** Servers that start twice, on a machine of two cores that may have more to do. */
const LONG_MS = 600_000
/** How long Redis is away: several times what a client takes to notice, and two leases. `npm run soak` takes a minute. */
const AWAY_MS = 3_000
const base = mkdtempSync(join(tmpdir(), 'counterclaim-faults-'))
const folder = join(base, 'inputs')
let expected = ''

beforeAll(async () => {
  mkdirSync(folder)
  writeInputs(folder, 30)
  const archive = openEmbedded(join(base, 'embedded'))
  await archive.add([folder])
  expected = await canonicalExport(archive.search)
  await archive.close()
}, LONG_MS)
afterAll(() => rmSync(base, { recursive: true, force: true }))

/** Settings of an archive of its own for the running test. */
function settings(more: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const id = randomUUID()
  return {
    COUNTERCLAIM_REDIS_PREFIX: `{test-${id}}`,
    COUNTERCLAIM_ELASTIC_PREFIX: `test-${id}`,
    COUNTERCLAIM_DATA: mkdtempSync(join(base, 'archive-')),
    COUNTERCLAIM_LEASE_MS: '1500',
    COUNTERCLAIM_THREADS: '1',
    ...more,
  }
}

/** Waits until so few are left; while a server is away nobody knows, and one waits on. */
async function untilLeft({ queue }: Pick<Distributed, 'queue'>, most: number): Promise<void> {
  const left = (): Promise<number> => queue.pending().catch(() => Number.POSITIVE_INFINITY)
  while ((await left()) > most) await pause(100)
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

withServers(['redis', 'elastic'], ({ redis: shared }) => {
  it(
    'ends in the same archive when Redis, then Elasticsearch are stopped in the middle and started again',
    async () => {
      let [redis, elastic]: Server[] = await Promise.all([startRedis(), startElastic()])
      onTestFinished(async () => void (await Promise.all([redis?.stop(), elastic?.stop()])))
      const env = settings({
        COUNTERCLAIM_REDIS_URL: redis?.url ?? '',
        COUNTERCLAIM_ELASTIC_URL: elastic?.url ?? '',
      })
      expect(await runCliIn(env, base, 'setup')).toMatchObject({ code: 0, err: '' })
      const archive = await openDistributed(env.COUNTERCLAIM_DATA ?? '', env)
      onTestFinished(() => archive.close())
      await archive.submit([folder])
      const all = await archive.queue.pending()
      const workers = startWorkers(env)
      await untilLeft(archive, all - 6)
      const startRedisAgain = await redis?.halt()
      // One that starts while a server is away waits for it.
      await workers.kill(1)
      await pause(AWAY_MS)
      redis = await startRedisAgain?.()
      await untilLeft(archive, all - 15)
      const startElasticAgain = await elastic?.halt()
      await workers.kill(3)
      elastic = await startElasticAgain?.()
      await untilLeft(archive, 0)
      expect(await canonicalExport(archive.search)).toBe(expected)
      expect(await workers.stop()).toEqual([0, 0, 0, 0, 0])
    },
    LONG_MS,
  )

  it(
    'ends in the same archive when the clocks of two workers are an hour ahead',
    async () => {
      const env = settings({ COUNTERCLAIM_REDIS_URL: shared })
      const archive = await openDistributed(env.COUNTERCLAIM_DATA ?? '', env)
      onTestFinished(() => archive.close())
      await archive.submit([folder])
      startWorkers(env, ['extract', 'index'])
      await untilLeft(archive, 0)
      expect(await canonicalExport(archive.search)).toBe(expected)
    },
    LONG_MS,
  )
})
