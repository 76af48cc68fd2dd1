import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { folderDrafts } from '@counterclaim/io'
import { redisQueue } from '@counterclaim/io/redis'
import { FIRST_TOPIC, type Queue } from '@counterclaim/model'
import { sampleSubmission } from '@counterclaim/pipeline/contract'
import { afterAll, expect, it, onTestFinished } from 'vitest'
import { withServers } from '../servers/servers.ts'
import { openRedis, type Shared } from './open-redis.ts'
import { startProxy } from './proxy.ts'

const base = mkdtempSync(join(tmpdir(), 'counterclaim-network-'))
afterAll(() => rmSync(base, { recursive: true }))

function openQueue(shared: Shared): Queue {
  const queue = redisQueue({ ...shared, drafts: folderDrafts(base) })
  onTestFinished(() => queue.close().catch(() => {}))
  return queue
}

/** Takes tasks of both topics until none is left; gives how often each input ended. */
async function workOn(queue: Queue): Promise<Map<string, number>> {
  const ended = new Map<string, number>()
  while ((await queue.pending()) > 0) {
    for (const task of await queue.take(FIRST_TOPIC, 4)) await queue.pass(task, 'read', await task.read())
    for (const task of await queue.take('read', 4)) {
      await queue.finish(task, null)
      ended.set(task.input, (ended.get(task.input) ?? 0) + 1)
    }
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  return ended
}

withServers(['redis'], ({ redis: url }) => {
  it('loses nothing when connections break, again and again, and when Redis is away for longer than a lease', async () => {
    const proxy = await startProxy(url)
    const shared = await openRedis(proxy.url)
    const other = await openRedis(proxy.url, shared.prefix)
    const inputs = Array.from({ length: 120 }, (_, i) => `file:///${i}.txt`)
    const queue = openQueue(shared)
    await queue.submit(inputs.map((input) => sampleSubmission(input)))
    let cuts = 0
    const cutting = setInterval(() => {
      proxy.away = cuts >= 4 && cuts < 12
      proxy.cut()
      cuts++
    }, 200)
    onTestFinished(() => clearInterval(cutting))
    const working = Promise.all([workOn(queue), workOn(openQueue(other))])
    while (cuts < 16) await new Promise((resolve) => setTimeout(resolve, 50))
    clearInterval(cutting)
    const [here, there] = await working
    const ended = new Set([...here.keys(), ...there.keys()])
    expect([...ended].sort()).toEqual([...inputs].sort())
    expect(await queue.pending()).toBe(0)
  }, 300_000)
})
