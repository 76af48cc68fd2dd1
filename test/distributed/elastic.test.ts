import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Distributed, openDistributed } from '@counterclaim/workers/distributed'
import { openEmbedded } from '@counterclaim/workers/embedded'
import { afterAll, expect, it, onTestFinished } from 'vitest'
import { removeElastic } from '../contract/open-elastic.ts'
import { canonicalExport } from '../crash/canonical.ts'
import { randomFrom } from '../crash/random.ts'
import { writeInputs } from '../crash/write-inputs.ts'
import { parseLines, runCli, runCliIn } from '../e2e/run-cli.ts'
import { withServers } from '../servers/servers.ts'
import { startWorkers } from './processes.ts'

/** Ten processes for one archive, on a machine of two cores that may have more to do. */
const LONG_MS = 600_000
const CORPUS = join(import.meta.dirname, '../../corpus/documents')
const base = mkdtempSync(join(tmpdir(), 'counterclaim-elastic-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

interface Opened {
  readonly archive: Distributed
  readonly env: Readonly<Record<string, string>>
}

withServers(['redis', 'elastic'], ({ redis, elastic }) => {
  /** An archive of its own for the running test, set up as a person does. */
  async function openArchive(): Promise<Opened> {
    const id = randomUUID()
    const env = {
      COUNTERCLAIM_REDIS_URL: redis,
      COUNTERCLAIM_REDIS_PREFIX: `{test-${id}}`,
      COUNTERCLAIM_ELASTIC_URL: elastic,
      COUNTERCLAIM_ELASTIC_PREFIX: `test-${id}`,
      COUNTERCLAIM_DATA: mkdtempSync(join(base, 'archive-')),
      COUNTERCLAIM_LEASE_MS: '1500',
      COUNTERCLAIM_THREADS: '1',
    }
    onTestFinished(() => removeElastic(elastic, env.COUNTERCLAIM_ELASTIC_PREFIX))
    expect(await runCliIn(env, base, 'setup')).toMatchObject({ code: 0, err: '' })
    const archive = await openDistributed(env.COUNTERCLAIM_DATA, env)
    onTestFinished(() => archive.close())
    return { archive, env }
  }

  it(
    'holds the corpus as one process on SQLite does, and shows it by the same commands',
    async () => {
      const dir = join(base, 'corpus')
      const expected = await embedded(dir, CORPUS)
      const { archive, env } = await openArchive()
      startWorkers(env)
      await archive.submit([CORPUS])
      await untilDone(archive)
      expect(await canonicalExport(archive.search)).toBe(expected)
      for (const args of [
        ['status', '--json'],
        ['contradictions', '--json'],
        ['search', 'users OR million', '--since', '2015', '--limit', '1000', '--json'],
        ['export', 'claims', '--format', 'jsonl'],
      ]) {
        const here = await runCli(base, ...args, '--data', dir)
        expect(here.code).toBe(0)
        expect(shown((await runCliIn(env, base, ...args)).out)).toEqual(shown(here.out))
      }
    },
    LONG_MS,
  )

  it(
    'ends in the same archive when workers are killed at random moments',
    async () => {
      const folder = join(base, 'inputs')
      mkdirSync(folder)
      writeInputs(folder, 24)
      const expected = await embedded(join(base, 'embedded'), folder)
      const { archive, env } = await openArchive()
      const workers = startWorkers(env)
      const random = randomFrom(22)
      const victims = Array.from({ length: 2 * workers.size }, (_, i) => i % workers.size).sort(() => random() - 0.5)
      await archive.submit([folder])
      await untilDone(archive, async () => {
        const victim = random() < 0.1 ? victims.pop() : undefined
        if (victim !== undefined) await workers.kill(victim)
      })
      expect(victims.length).toBeLessThan(2 * workers.size)
      expect(await canonicalExport(archive.search)).toBe(expected)
    },
    LONG_MS,
  )
})

async function embedded(dir: string, folder: string): Promise<string> {
  const archive = openEmbedded(dir)
  await archive.add([folder])
  const canonical = await canonicalExport(archive.search)
  await archive.close()
  return canonical
}

async function untilDone({ queue }: Distributed, meanwhile?: () => Promise<void>): Promise<void> {
  while ((await queue.pending()) > 0) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    await meanwhile?.()
  }
}

/** What a command printed as JSON, without what differs by right: cursors, the order of what words rank, the queue of many processes. */
function shown(out: string): unknown {
  return parseLines<Record<string, unknown>>(out).map(({ next: _next, queue: _queue, items, ...rest }) => ({
    ...rest,
    items: Array.isArray(items) ? items.map((item) => JSON.stringify(item)).sort() : items,
  }))
}
