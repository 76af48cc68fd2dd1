import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { folderDrafts } from '@counterclaim/io'
import { redisQueue } from '@counterclaim/io/redis'
import { FIRST_TOPIC, type Queue, type Task } from '@counterclaim/model'
import { sampleSubmission } from '@counterclaim/pipeline/contract'
import { afterAll, expect, it, onTestFinished } from 'vitest'
import { withServers } from '../servers/servers.ts'
import { openRedis, type Shared } from './open-redis.ts'

const base = mkdtempSync(join(tmpdir(), 'counterclaim-queue-'))
afterAll(() => rmSync(base, { recursive: true }))
const a = sampleSubmission('file:///a.txt')

/** A queue of the running test, as one process opens it. */
function openQueue(shared: Shared): Queue {
  const queue = redisQueue({ ...shared, drafts: folderDrafts(draftsOf(shared)) })
  onTestFinished(() => queue.close().catch(() => {}))
  return queue
}

const draftsOf = ({ prefix }: Shared): string => join(base, prefix.slice(1, -1))

/** Keys of the running test. */
async function keysOf({ redis, prefix }: Shared, pattern: RegExp): Promise<string[]> {
  return (await redis.keys('*')).filter((key) => key.startsWith(prefix) && pattern.test(key)).sort()
}

async function drop(shared: Shared, pattern: RegExp): Promise<void> {
  for (const key of await keysOf(shared, pattern)) await shared.redis.del(key)
}

async function takeOne(queue: Queue, topic = FIRST_TOPIC): Promise<Task> {
  for (;;) {
    const [task] = await queue.take(topic, 1)
    if (task !== undefined) return task
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

withServers(['redis'], ({ redis: url }) => {
  it('lets one that was taken for dead, and is not, change nothing', async () => {
    const shared = await openRedis(url)
    const queue = openQueue(shared)
    const slow = openQueue(await openRedis(url, shared.prefix))
    await queue.submit([a])
    const stale = await takeOne(slow)
    // Its lock is gone, as after a pause that was longer than the lease.
    await drop(shared, /:lock$/)
    const task = await takeOne(queue)
    expect(task.crashes).toBe(1)
    await queue.pass(task, 'read', { ...a, key: 'fresh' })
    await slow.pass(stale, 'read', { ...a, key: 'stale' })
    await slow.retry(stale, 0, 'too late')
    await slow.finish(stale, 'too late')
    expect(await queue.depths()).toEqual({ fetch: 0, read: 1 })
    expect((await (await takeOne(queue, 'read')).read()).key).toBe('fresh')
  })

  it('makes a job again that is missing: a process died between two steps', async () => {
    const shared = await openRedis(url, undefined, 400)
    const queue = openQueue(shared)
    await queue.submit([a])
    await queue.pass(await takeOne(queue), 'read', a)
    await drop(shared, /:read:/)
    expect(await queue.depths()).toEqual({ fetch: 0, read: 0 })
    expect((await takeOne(queue, 'read')).input).toBe(a.input)
  })

  it('makes a job again at once when its input is submitted again', async () => {
    const shared = await openRedis(url)
    const queue = openQueue(shared)
    await queue.submit([a])
    await drop(shared, /:fetch:/)
    await queue.submit([a])
    expect((await queue.take(FIRST_TOPIC, 5)).map((task) => task.input)).toEqual([a.input])
    expect(await queue.pending()).toBe(1)
  })
})

const JOB = /:fetch:i[0-9a-f]{32}-[0-9a-f]{16}$/
/** All but what BullMQ keeps for a moment, to find out who is dead. */
const LASTING = /^(?!.*:stalled)/

withServers(['redis'], ({ redis: url }) => {
  it('carries references only, and keeps the reason of what was quarantined', async () => {
    const shared = await openRedis(url)
    const queue = openQueue(shared)
    await queue.submit([{ ...a, given: { title: 'A title that no job holds' } }])
    const [job = ''] = await keysOf(shared, JOB)
    const data = await shared.redis.hget(job, 'data')
    expect(JSON.parse(data ?? '')).toEqual({ schema: 1, input: a.input })
    await queue.finish(await takeOne(queue), 'input.empty: no bytes')
    expect(await shared.redis.zcard(`${shared.prefix}:fetch:failed`)).toBe(1)
    expect(await shared.redis.hget(job, 'failedReason')).toBe('input.empty: no bytes')
  })

  it('leaves nothing behind of what has ended: Redis and the folder stay as they were', async () => {
    const shared = await openRedis(url)
    const queue = openQueue(shared)
    const round = async (): Promise<void> => {
      await queue.submit(Array.from({ length: 20 }, (_, i) => sampleSubmission(`file:///${i}.txt`)))
      for (const task of await queue.take(FIRST_TOPIC, 20)) await queue.pass(task, 'read', a)
      await queue.submit([sampleSubmission('file:///0.txt')])
      for (const task of await queue.take('read', 20)) await queue.finish(task, null)
      for (const task of await queue.take(FIRST_TOPIC, 20)) await queue.finish(task, null)
    }
    await round()
    const after = await keysOf(shared, LASTING)
    await round()
    expect(await keysOf(shared, LASTING)).toEqual(after)
    expect(after.length).toBeLessThan(20)
    const files = readdirSync(draftsOf(shared), { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    )
    expect(files).toEqual([])
  })
})
