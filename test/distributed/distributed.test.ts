import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Distributed, openDistributed } from '@counterclaim/workers/distributed'
import { openEmbedded } from '@counterclaim/workers/embedded'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { canonicalExport } from '../crash/canonical.ts'
import { randomFrom } from '../crash/random.ts'
import { writeInputs } from '../crash/write-inputs.ts'
import { loseKeys, openRedis } from '../redis/open-redis.ts'
import { withServers } from '../servers/servers.ts'
import { startWorkers } from './processes.ts'

const base = mkdtempSync(join(tmpdir(), 'counterclaim-distributed-'))
const folder = join(base, 'inputs')
let embedded = ''
afterAll(() => rmSync(base, { recursive: true, force: true }))

/** An archive of its own for the running test, with the settings under which workers open it. */
interface Opened {
  readonly archive: Distributed
  readonly env: Readonly<Record<string, string>>
  readonly dir: string
  readonly prefix: string
}

async function openArchive(url: string, more: Readonly<Record<string, string>> = {}): Promise<Opened> {
  const prefix = `{test-${randomUUID()}}`
  const dir = mkdtempSync(join(base, 'archive-'))
  const env = {
    COUNTERCLAIM_REDIS_URL: url,
    COUNTERCLAIM_REDIS_PREFIX: prefix,
    COUNTERCLAIM_DATA: dir,
    COUNTERCLAIM_LEASE_MS: '1500',
    COUNTERCLAIM_THREADS: '1',
    ...more,
  }
  const archive = await openDistributed(dir, env)
  onTestFinished(() => archive.close())
  return { archive, env, dir, prefix }
}

async function untilDone({ queue }: Distributed, meanwhile?: () => Promise<void>): Promise<void> {
  while ((await queue.pending()) > 0) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    await meanwhile?.()
  }
}

function filesIn(dir: string): string[] {
  if (!existsSync(dir)) return []
  return readdirSync(dir, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? entry.name : [],
  )
}

withServers(['redis'], ({ redis: url }) => {
  beforeAll(async () => {
    mkdirSync(folder)
    writeInputs(folder, 20)
    const archive = openEmbedded(join(base, 'embedded'))
    await archive.add([folder])
    embedded = await canonicalExport(archive.search)
    await archive.close()
  }, 300_000)

  it('ends in the same archive as one process does, and leaves nothing behind', async () => {
    const { archive, env, dir } = await openArchive(url)
    const workers = startWorkers(env)
    await archive.submit([folder])
    await untilDone(archive)
    expect(await canonicalExport(archive.search)).toBe(embedded)
    expect(await workers.stop()).toEqual([0, 0, 0, 0, 0])
    expect(Object.values(await archive.queue.depths())).toEqual([0, 0, 0, 0, 0])
    expect(filesIn(join(dir, 'drafts'))).toEqual([])
  }, 300_000)

  it('ends in the same archive when workers are killed at random moments', async () => {
    const { archive, env } = await openArchive(url)
    const workers = startWorkers(env)
    const random = randomFrom(21)
    // Each twice: a task that three processes died over would be quarantined, and rightly so.
    const victims = Array.from({ length: 2 * workers.size }, (_, i) => i % workers.size).sort(() => random() - 0.5)
    await archive.submit([folder])
    await untilDone(archive, async () => {
      const victim = random() < 0.3 ? victims.pop() : undefined
      if (victim !== undefined) await workers.kill(victim)
    })
    expect(victims.length).toBeLessThan(2 * workers.size)
    expect(await canonicalExport(archive.search)).toBe(embedded)
  }, 300_000)

  it('gives back what it has begun when it is told to stop, and counts no attempt', async () => {
    const { archive, env } = await openArchive(url, { COUNTERCLAIM_GRACE_MS: '1' })
    await archive.submit([folder])
    const workers = startWorkers(env)
    while (((await archive.queue.depths()).annotate ?? 0) < 5) await new Promise((resolve) => setTimeout(resolve, 20))
    expect(await workers.stop()).toEqual([0, 0, 0, 0, 0])
    const held = (await archive.queue.take('annotate', 100)).map(({ attempts }) => attempts)
    expect(held.length).toBeGreaterThan(0)
    expect(new Set(held)).toEqual(new Set([0]))
  }, 300_000)

  it('gets on with a Redis that has lost the candidates', async () => {
    const { archive, env, prefix } = await openArchive(url)
    const candidates = await openRedis(url, `${prefix}:candidates`)
    startWorkers(env)
    await archive.submit([folder])
    let lost = false
    await untilDone(archive, async () => {
      if (lost || ((await archive.queue.depths()).compare ?? 0) === 0) return
      lost = true
      await loseKeys(candidates)
    })
    expect(lost).toBe(true)
    expect(await canonicalExport(archive.search)).toBe(embedded)
  }, 300_000)
})
