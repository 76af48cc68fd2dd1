import { join } from 'node:path'
import { folderDrafts } from '@counterclaim/io'
import { connectRedis, redisQueue } from '@counterclaim/io/redis'
import { FIRST_TOPIC } from '@counterclaim/model'
import { sampleSubmission } from '@counterclaim/pipeline/contract'
import { Queue, Worker } from 'bullmq'
import type { BenchServers } from './distributed.ts'

const STEPS = ['extract', 'annotate', 'index', 'compare'] as const
const AT_ONCE = 16

/**
 * What moving a document through all five topics costs, nothing being done to it, beside five jobs of BullMQ that do nothing:
 * the same Redis, one process, the same number at once.
 */
export async function timeQueue({ redis: url, prefix, folder }: BenchServers, n: number): Promise<string> {
  const bare = await bareJobs(url, `{${prefix}-bare}`, n)
  const ours = await ourTasks(url, `{${prefix}-ours}`, join(folder, 'drafts'), Math.floor(n / 5))
  return [
    `\nqueue, one process, nothing done`,
    `  BullMQ alone            ${bare.toFixed(0)} jobs/s, ${(1000 / bare).toFixed(2)} ms a job`,
    `  ours                    ${(5 * ours).toFixed(0)} steps/s, ${(1000 / ours).toFixed(2)} ms a document of 5 steps; ${(bare / ours / 5).toFixed(1)} jobs' worth a step`,
  ].join('\n')
}

async function bareJobs(url: string, prefix: string, n: number): Promise<number> {
  const redis = await connectRedis({ COUNTERCLAIM_REDIS_URL: url })
  const queue = new Queue('bare', { connection: redis, prefix })
  await queue.addBulk(
    Array.from({ length: n }, (_, i) => ({ name: 'bare', data: { i }, opts: { removeOnComplete: true } })),
  )
  const begin = performance.now()
  let done = 0
  await new Promise<void>((resolve) => {
    const worker = new Worker('bare', async () => {}, { connection: redis, prefix, concurrency: AT_ONCE })
    worker.on('completed', () => {
      if (++done === n) void worker.close().then(resolve)
    })
  })
  const rate = (n / (performance.now() - begin)) * 1000
  await queue.close()
  redis.disconnect()
  return rate
}

/** Documents/s. */
async function ourTasks(url: string, prefix: string, drafts: string, n: number): Promise<number> {
  const redis = await connectRedis({ COUNTERCLAIM_REDIS_URL: url })
  const queue = redisQueue({ redis, prefix, drafts: folderDrafts(drafts), leaseMs: 30_000 })
  await queue.submit(Array.from({ length: n }, (_, i) => sampleSubmission(`file:///${i}`)))
  const begin = performance.now()
  const topics = [FIRST_TOPIC, ...STEPS]
  for (const [i, topic] of topics.entries()) {
    const next = topics[i + 1]
    for (let tasks = await queue.take(topic, AT_ONCE); tasks.length > 0; tasks = await queue.take(topic, AT_ONCE)) {
      await Promise.all(
        tasks.map(async (task) =>
          next === undefined ? queue.finish(task, null) : queue.pass(task, next, await task.read()),
        ),
      )
    }
  }
  const rate = (n / (performance.now() - begin)) * 1000
  await queue.close()
  redis.disconnect()
  return rate
}
