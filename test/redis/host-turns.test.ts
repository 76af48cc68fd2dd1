import { type HostTurns, redisTurns } from '@counterclaim/io/redis'
import { RetryLater } from '@counterclaim/model'
import { expect, it } from 'vitest'
import { withServers } from '../servers/servers.ts'
import { openRedis } from './open-redis.ts'

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const GAP_MS = 60

/** Two processes of one archive, as far as the web is concerned. */
async function openTwo(url: string, perMinute: number | null = null): Promise<[HostTurns, HostTurns]> {
  const shared = await openRedis(url)
  const { redis } = await openRedis(url, shared.prefix)
  return [redisTurns({ ...shared, perMinute }), redisTurns({ ...shared, redis, perMinute })]
}

withServers(['redis'], ({ redis: url }) => {
  it('lets one request at a time to a host, of all processes, with the gap between them; hosts do not wait for each other', async () => {
    const turns = await openTwo(url)
    const spans: { readonly host: string; readonly from: number; readonly to: number }[] = []
    const visit = (host: string) => async (): Promise<void> => {
      const from = performance.now()
      await pause(5)
      spans.push({ host, from, to: performance.now() })
    }
    const hosts = ['one.example.org', 'two.example.org']
    await Promise.all(
      hosts.flatMap((host) =>
        Array.from({ length: 6 }, (_, i) => turns[i % 2 === 0 ? 0 : 1].take(host, GAP_MS, visit(host))),
      ),
    )
    for (const host of hosts) {
      const own = spans.filter((span) => span.host === host).sort((a, b) => a.from - b.from)
      expect(own.length).toBe(6)
      // Redis counts whole milliseconds from when the turn was given back, which is after the visit.
      for (const [i, span] of own.slice(1).entries()) expect(span.from - (own[i]?.to ?? 0)).toBeGreaterThan(GAP_MS - 2)
    }
    const [first, second] = hosts.map((host) => spans.filter((span) => span.host === host).map(({ from }) => from))
    expect(Math.min(...(second ?? []))).toBeLessThan(Math.max(...(first ?? [])))
  })

  it('leaves a host alone that one process found busy, and tells the others why', async () => {
    const [here, there] = await openTwo(url)
    const busy = new RetryLater('fetch.busy', 'slow down', 600_000)
    await expect(here.take('one.example.org', 1, () => Promise.reject(busy))).rejects.toMatchObject({
      code: 'fetch.busy',
    })
    let visits = 0
    const visit = async (): Promise<number> => ++visits
    await expect(there.take('one.example.org', 1, visit)).rejects.toMatchObject({
      name: 'RetryLater',
      code: 'fetch.busy',
      message: 'slow down',
    })
    expect(visits).toBe(0)
    expect(await there.take('two.example.org', 1, visit)).toBe(1)
  })

  it('keeps to the bound of all requests together', async () => {
    const turns = await openTwo(url, 1_200)
    const starts: number[] = []
    const visit = async (): Promise<void> => void starts.push(performance.now())
    await Promise.all(
      Array.from({ length: 8 }, (_, i) => turns[i % 2 === 0 ? 0 : 1].take(`${i}.example.org`, null, visit)),
    )
    starts.sort((a, b) => a - b)
    // 1,200 a minute are one in 50 ms.
    expect((starts.at(-1) ?? 0) - (starts[0] ?? 0)).toBeGreaterThan(7 * 50 - 20)
  })

  it('passes on the turn of a process that died', async () => {
    const shared = await openRedis(url)
    const dead = await openRedis(url, shared.prefix)
    const begun = new Promise<void>((resolve) => {
      redisTurns({ ...dead, perMinute: null })
        .take('one.example.org', 1, () => {
          resolve()
          return new Promise(() => {})
        })
        .catch(() => {})
    })
    await begun
    dead.redis.disconnect()
    expect(await redisTurns({ ...shared, perMinute: null }).take('one.example.org', 1, async () => 7)).toBe(7)
  })
})
