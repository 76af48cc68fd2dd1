import { type Lock, redisLock } from '@counterclaim/io/redis'
import { expect, it } from 'vitest'
import { withServers } from '../servers/servers.ts'
import { loseKeys, openRedis } from './open-redis.ts'

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

withServers(['redis'], ({ redis: url }) => {
  it('lets one in at a time, each with a higher token, longer than a lease', async () => {
    const shared = await openRedis(url)
    const [here, there] = [redisLock(shared), redisLock(await openRedis(url, shared.prefix))]
    let inside = 0
    const tokens: number[] = []
    const enter = (lock: Lock): Promise<void> =>
      lock('labels', async ({ token, signal }) => {
        expect(++inside).toBe(1)
        await pause(tokens.length === 0 ? 2 * shared.leaseMs : 5)
        expect(signal.aborted).toBe(false)
        tokens.push(token)
        inside--
      })
    await Promise.all(Array.from({ length: 20 }, (_, i) => enter(i % 2 === 0 ? here : there)))
    expect(tokens.length).toBe(20)
    expect(tokens).toEqual([...new Set(tokens)].sort((a, b) => a - b))
  })

  it('gives what the body gives, throws what it throws, and is free afterwards', async () => {
    const lock = redisLock(await openRedis(url))
    expect(await lock('one', async () => 7)).toBe(7)
    await expect(lock('one', () => Promise.reject(new TypeError('no')))).rejects.toThrow(TypeError)
    expect(await lock('one', () => lock('two', async () => 8))).toBe(8)
  })

  it('passes to the next when its holder dies', async () => {
    const shared = await openRedis(url)
    const dead = await openRedis(url, shared.prefix)
    const entered = new Promise<number>((resolve) => {
      redisLock(dead)('labels', async ({ token }) => {
        resolve(token)
        await new Promise(() => {})
      }).catch(() => {})
    })
    const token = await entered
    dead.redis.disconnect()
    expect(await redisLock(shared)('labels', async (fence) => fence.token)).toBeGreaterThan(token)
  })

  it('tells its holder when Redis has lost it, and counts on', async () => {
    const shared = await openRedis(url)
    const lock = redisLock(shared)
    const token = await lock('labels', async (fence) => {
      await loseKeys(shared)
      await new Promise<void>((resolve) => fence.signal.addEventListener('abort', () => resolve()))
      return fence.token
    })
    expect(await lock('labels', async (fence) => fence.token)).toBeGreaterThan(token)
  })
})
