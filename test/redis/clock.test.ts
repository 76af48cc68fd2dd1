import { redisClock } from '@counterclaim/io/redis'
import { expect, it } from 'vitest'
import { withServers } from '../servers/servers.ts'
import { openRedis } from './open-redis.ts'

const EVERY_MS = 100
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(20)
}

withServers(['redis'], ({ redis: url }) => {
  it('does a duty once each time, however many processes serve it, and goes on after a failure', async () => {
    const shared = await openRedis(url)
    const runs: { readonly by: number; readonly slot: number }[] = []
    const failures: string[] = []
    let running = 0
    const open = async (by: number): Promise<() => Promise<void>> => {
      const { redis } = await openRedis(url, shared.prefix)
      const duty = {
        name: 'poll',
        every: EVERY_MS,
        run: async () => {
          expect(++running).toBe(1)
          runs.push({ by, slot: Math.floor(Date.now() / EVERY_MS) })
          await pause(5)
          running--
          if (runs.length === 3) throw new TypeError('the third fails')
        },
      }
      const onFailure = (name: string, error: unknown): void => void failures.push(`${name} ${String(error)}`)
      return redisClock({ ...shared, redis, onFailure }, [duty])
    }
    const closing = await Promise.all([0, 1, 2].map(open))
    await until(() => runs.length >= 8)
    await Promise.all(closing.map((close) => close()))
    const done = runs.length
    // Three processes that each did it at each time would do it three times as often as there are times.
    const slots = (runs.at(-1)?.slot ?? 0) - (runs[0]?.slot ?? 0) + 1
    expect(done).toBeLessThanOrEqual(slots + 1)
    expect(failures).toEqual(['poll TypeError: the third fails'])
    await pause(3 * EVERY_MS)
    expect(runs.length).toBe(done)
  }, 60_000)

  it('makes up once for times at which nobody served, and takes a time of day', async () => {
    const shared = await openRedis(url)
    let runs = 0
    const onFailure = (name: string, error: unknown): void => {
      throw new Error(name, { cause: error })
    }
    const serve = (every: number | string): Promise<() => Promise<void>> =>
      redisClock({ ...shared, onFailure }, [{ name: 'digest', every, run: async () => void runs++ }])
    await (await serve(EVERY_MS))()
    const before = runs
    await pause(5 * EVERY_MS)
    const close = await serve(EVERY_MS)
    await until(() => runs > before)
    await close()
    await (await serve('05:30'))()
    const [next] = await shared.redis.zrange(`${shared.prefix}:clock-digest:repeat`, '0', '-1')
    expect(next).toBe('digest')
    const at = new Date(Number(await shared.redis.zscore(`${shared.prefix}:clock-digest:repeat`, 'digest')))
    expect(at.toISOString().slice(11, 16)).toBe('05:30')
  }, 60_000)
})
