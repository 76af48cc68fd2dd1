import { type Filed, redisCandidates, redisLock } from '@counterclaim/io/redis'
import type { Candidates } from '@counterclaim/model'
import { expect, it } from 'vitest'
import { withServers } from '../servers/servers.ts'
import { loseKeys, openRedis, type Shared } from './open-redis.ts'

const day = '2031-04-01'

/** Candidates over an archive that gives these documents, and how often it was asked for them. */
function over(
  shared: Shared,
  filed: readonly Filed[],
): { readonly candidates: Candidates; readonly asked: () => number } {
  let asked = 0
  const archived = async function* (): AsyncIterable<Filed> {
    asked++
    yield* filed
  }
  return { candidates: redisCandidates({ ...shared, lock: redisLock(shared), archived }), asked: () => asked }
}

withServers(['redis'], ({ redis: url }) => {
  it('files everything again when Redis has lost it, once, however many notice', async () => {
    const shared = await openRedis(url)
    const filed = Array.from({ length: 250 }, (_, i) => ({ document: `d_${i}`, day, keys: [`key ${i % 125}`] }))
    const { candidates, asked } = over(shared, filed)
    expect((await candidates.lookup('d_1')).near).toEqual(['d_126'])
    await loseKeys(shared)
    const seen = await Promise.all(filed.map(({ document }) => candidates.lookup(document)))
    expect(seen.map(({ near }) => near)).toEqual(filed.map((_, i) => [`d_${i < 125 ? i + 125 : i - 125}`]))
    expect(asked()).toBe(2)
  })

  it('never puts an archived place over a newer one', async () => {
    const shared = await openRedis(url)
    let release: () => void = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const archived = async function* (): AsyncIterable<Filed> {
      yield { document: 'd_1', day, keys: ['ferry'] }
      await held
      yield { document: 'd_2', day, keys: ['old'] }
    }
    const slow = redisCandidates({ ...shared, lock: redisLock(shared), archived })
    const looked = slow.lookup('d_2')
    // What another process files meanwhile waits for the end of it, and stays.
    const filed = over(await openRedis(url, shared.prefix), []).candidates.publish('d_2', day, ['ferry'])
    release()
    await Promise.all([looked, filed])
    expect((await slow.lookup('d_1')).near).toEqual(['d_2'])
  })

  it('lets one of two documents at once see the other, every time', async () => {
    const shared = await openRedis(url)
    const other = over(await openRedis(url, shared.prefix), []).candidates
    const { candidates } = over(shared, [])
    for (let i = 0; i < 200; i++) {
      const meet = async (by: Candidates, id: string): Promise<readonly string[]> => {
        await by.publish(id, day, [`key ${i}`, 'all'])
        return (await by.lookup(id)).near
      }
      const [a, b] = [`d_${i}a`, `d_${i}b`]
      const [first, second] = await Promise.all([meet(candidates, a), meet(other, b)])
      expect(first.includes(b) || second.includes(a)).toBe(true)
    }
  })
})
