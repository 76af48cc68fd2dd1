import { type Candidates, NEAR, type Pair } from '@counterclaim/model'
import type { Redis } from 'ioredis'
import { APART, LOOKUP, PUBLISH } from './candidate-scripts.ts'
import type { Lock } from './lock.ts'
import { redisScript } from './script.ts'

/** A document with the keys it is filed under. */
export interface Filed {
  readonly document: string
  /** Of publication, ISO 8601; empty when unknown. */
  readonly day: string
  readonly keys: readonly string[]
}

/** What candidates on Redis are made of. */
export interface RedisCandidatesOptions {
  readonly redis: Redis
  /** Every key begins with it. */
  readonly prefix: string
  readonly lock: Lock
  /** Every document that has ever been put into the archive, as it stands there now: what is lost is made again from it. */
  readonly archived: () => AsyncIterable<Filed>
}

/** Documents filed at once while all are filed again: one round trip for many, and short enough to let others between. */
const BATCH = 100

/**
 * Candidates on Redis: a sorted set under each key, in order of day and document. Written before `publish` returns, so
 * every later lookup sees it. When Redis has lost them, the first that notices files everything again while all wait.
 */
export function redisCandidates(options: RedisCandidatesOptions): Candidates {
  const { redis, prefix } = options
  const publish = redisScript(redis, PUBLISH)
  const lookup = redisScript(redis, LOOKUP)
  const apart = redisScript(redis, APART)
  const complete = `${prefix}:candidates`
  const keysOf = (document: string): string[] => [
    complete,
    `${complete}:places:${document}`,
    `${complete}:parted:${document}`,
    `${complete}:joined:${document}`,
  ]
  const under = `${complete}:under:`
  const file = ({ document, day, keys }: Filed, mode: 'replace' | 'restore'): Promise<unknown> =>
    publish(keysOf(document), mode, under, document, day, NEAR, ...keys)
  const restore = (): Promise<void> =>
    options.lock('candidates', async () => {
      if ((await redis.exists(complete)) === 1) return
      for await (const batch of batches(options.archived())) {
        await Promise.all(batch.map((filed) => file(filed, 'restore')))
      }
      await redis.set(complete, '1')
    })
  /** Asks again once everything is there, when the answer was that it is not. */
  const whole = async (ask: () => Promise<unknown>): Promise<unknown> => {
    for (;;) {
      const answer = await ask()
      if (answer !== null) return answer
      await restore()
    }
  }
  return {
    publish: async (document, day, keys) => {
      await whole(() => file({ document, day, keys }, 'replace'))
    },
    lookup: async (document) => {
      const answer = await whole(() => lookup(keysOf(document), under, document, NEAR))
      const [near, parted, joined] = answer as [string[], string[], string[]]
      return {
        near: [...new Set(near)].sort(),
        parted: parted.map(toPair),
        joined: joined.map(toPair),
      }
    },
    apart: async (pairs) => {
      if (pairs.length === 0) return []
      const places = `${complete}:places:`
      const answer = await whole(() => apart([complete], under, places, NEAR, ...pairs.flat()))
      return pairs.filter((_, i) => (answer as number[])[i] === 1)
    },
    settle: async (document) => {
      await redis.del(`${complete}:parted:${document}`, `${complete}:joined:${document}`)
    },
  }
}

/** Makes whoever asks next file everything again, in place of what is filed: the archive has been filled by other means. */
export async function forgetCandidates(redis: Redis, prefix: string): Promise<void> {
  await redis.del(`${prefix}:candidates`)
}

/** Ids hold no spaces. */
function toPair(text: string): Pair {
  const [a = '', b = ''] = text.split(' ')
  return [a, b]
}

async function* batches(documents: AsyncIterable<Filed>): AsyncIterable<Filed[]> {
  let batch: Filed[] = []
  for await (const filed of documents) {
    batch.push(filed)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  yield batch
}
