import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startElastic } from '../servers/start-elastic.ts'
import { startRedis } from '../servers/start-redis.ts'
import { timeBulk } from './bulk.ts'
import { timeDistributed } from './distributed.ts'
import { timeLine } from './line.ts'
import { timeQueries } from './queries.ts'
import { timeQueue } from './queue.ts'

/**
 * `npm run bench:servers`: documents/s end to end for one process on SQLite and for 1, 2 and 4 workers on Redis and
 * Elasticsearch; what the queue costs a document; the rate of bulk writes; the ten queries of the desk over many claims.
 * Installs and starts the servers. A node that has just started compiles itself for minutes and takes four times as long for
 * a document, so two thousand documents go before those that are timed. Everything on this one machine, which is what the numbers say something about.
 */
const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '1000' },
    claims: { type: 'string', default: '200000' },
    only: { type: 'string' },
  },
})
const wanted = (part: string): boolean => values.only === undefined || values.only === part
const n = Number(values.documents)
const WARM = 2_000
const folder = mkdtempSync(join(tmpdir(), 'counterclaim-bench-'))
const [redis, elastic] = await Promise.all([startRedis(), startElastic({ quick: false })])
const settings = { redis: redis.url, elastic: elastic.url, prefix: `bench-${randomUUID().slice(0, 8)}`, folder }
try {
  console.log(`Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model})\n`)
  if (wanted('line')) {
    await timeDistributed({ ...settings, prefix: `${settings.prefix}-warm` }, WARM, 2)
    const embedded = await timeLine(n)
    console.log(`${n} documents, end to end, process start included`)
    console.log(
      `  embedded                ${embedded.documentsPerSecond.toFixed(1)} documents/s, ${embedded.peakMegabytes.toFixed(0)} MB`,
    )
    for (const workers of [1, 2, 4]) {
      const run = await timeDistributed({ ...settings, prefix: `${settings.prefix}-${workers}` }, n, workers)
      const share = run.documentsPerSecond / embedded.documentsPerSecond
      console.log(
        `  distributed, ${workers} worker${workers === 1 ? ' ' : 's'}  ${run.documentsPerSecond.toFixed(1)} documents/s, ${(100 * share).toFixed(0)} % of embedded; CPU: ${run.cpu}`,
      )
    }
  }
  if (wanted('queue')) console.log(await timeQueue(settings, 5_000))
  if (wanted('bulk')) console.log(await timeBulk(settings, 2_000))
  if (wanted('queries')) console.log(await timeQueries(settings, Number(values.claims)))
} finally {
  await Promise.all([redis.stop(), elastic.stop()])
  rmSync(folder, { recursive: true, force: true })
}
