import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Distributed, openDistributed } from '@counterclaim/workers/distributed'
import { openEmbedded } from '@counterclaim/workers/embedded'
import { canonicalExport } from '../crash/canonical.ts'
import { randomFrom } from '../crash/random.ts'
import { writeInputs } from '../crash/write-inputs.ts'
import { GROUPS, startProcesses, type Workers } from '../distributed/worker-processes.ts'
import { runCliIn } from '../e2e/run-cli.ts'
import { startElastic } from '../servers/start-elastic.ts'
import { startRedis } from '../servers/start-redis.ts'
import { type Faults, faultsOf, type Servers } from './faults.ts'

/**
 * `npm run soak`: rounds of real workers, a real Redis and a real Elasticsearch under faults at random moments, until
 * `--minutes` (60) are over. In each round: workers killed, Redis away for `--away` seconds (60), Elasticsearch started again,
 * two workers with a clock an hour ahead. After it no input is lost, none twice, the ledger complete, and documents, claims and
 * contradictions are those of a quiet run, or the soak ends with 1 and leaves both as files. `--seed` makes a run again.
 */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    away: { type: 'string', default: '60' },
    inputs: { type: 'string', default: '120' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
  },
})
const random = randomFrom(Number(values.seed))
const base = mkdtempSync(join(tmpdir(), 'counterclaim-soak-'))
const inputs = join(base, 'inputs')
const end = Date.now() + Number(values.minutes) * 60_000

mkdirSync(inputs)
writeInputs(inputs, Number(values.inputs))
const expected = await quietRun()
console.log(
  `seed ${values.seed}: ${values.minutes} minutes over ${values.inputs} files; Redis away for ${values.away} s`,
)
const servers: Servers = { redis: await startRedis(), elastic: await startElastic() }
const total: Record<string, number> = {}
let [rounds, broken] = [0, 0]
while (Date.now() < end && broken === 0) {
  rounds++
  const { found, done } = await round()
  for (const [name, n] of Object.entries(done)) total[name] = (total[name] ?? 0) + n
  const isSame = found === expected
  const told = Object.entries(done).map(([name, n]) => `${n} × ${name}`)
  console.log(`round ${rounds}: ${told.join(', ')}: ${isSame ? 'the same archive' : 'ANOTHER ARCHIVE'}`)
  if (isSame) continue
  broken++
  writeFileSync(join(base, 'expected.jsonl'), expected)
  writeFileSync(join(base, 'found.jsonl'), found)
  console.log(`expected.jsonl and found.jsonl are in ${base}`)
}
await Promise.all([servers.redis.stop(), servers.elastic.stop()])
if (broken === 0) rmSync(base, { recursive: true, force: true })
console.log(`${rounds} rounds, ${JSON.stringify(total)}: ${broken === 0 ? 'nothing lost, nothing twice' : 'BROKEN'}`)
process.exit(broken === 0 ? 0 : 1)

/** The archive that one process without any fault makes of the inputs. */
async function quietRun(): Promise<string> {
  const archive = openEmbedded(join(base, 'quiet'))
  await archive.add([inputs])
  const text = await canonicalExport(archive.search)
  await archive.close()
  return text
}

/** One archive from nothing, under faults. Gives what it holds at the end, and how often what happened. */
async function round(): Promise<{ readonly found: string; readonly done: Readonly<Record<string, number>> }> {
  const id = randomUUID()
  const env = {
    COUNTERCLAIM_REDIS_URL: servers.redis.url,
    COUNTERCLAIM_REDIS_PREFIX: `{soak-${id}}`,
    COUNTERCLAIM_ELASTIC_URL: servers.elastic.url,
    COUNTERCLAIM_ELASTIC_PREFIX: `soak-${id}`,
    COUNTERCLAIM_DATA: mkdtempSync(join(base, 'archive-')),
    COUNTERCLAIM_LEASE_MS: '1500',
    COUNTERCLAIM_THREADS: '1',
  }
  const setup = await runCliIn(env, base, 'setup')
  if (setup.code !== 0) throw new Error(`setup failed: ${setup.err}`)
  const archive = await openDistributed(env.COUNTERCLAIM_DATA, env)
  const workers = startProcesses(env, skewedGroups())
  try {
    await archive.submit([inputs])
    const faults = faultsOf({ servers, workers, random, awayMs: Number(values.away) * 1000 })
    await untilDone(archive, workers, faults)
    return { found: await canonicalExport(archive.search), done: faults.done }
  } finally {
    await endAll(workers, archive)
  }
}

function skewedGroups(): string[] {
  return [...GROUPS].sort(() => random() - 0.5).slice(0, 2)
}

async function untilDone({ queue }: Distributed, workers: Workers, faults: Faults): Promise<void> {
  // While a server is away nobody knows how much is left.
  const left = (): Promise<number> => queue.pending().catch(() => Number.POSITIVE_INFINITY)
  const all = await left()
  for (let now = all; now > 0; now = await left()) {
    await new Promise((resolve) => setTimeout(resolve, 200))
    if (!Number.isFinite(now)) continue
    // Those that found a server away when they started have ended, as they should.
    workers.revive()
    await faults.tick(1 - now / all)
  }
}

async function endAll(workers: Workers, archive: Distributed): Promise<void> {
  workers.end()
  await archive.close()
  await fetch(`${servers.elastic.url}/soak-*?expand_wildcards=all`, { method: 'DELETE' }).catch(() => {})
}
