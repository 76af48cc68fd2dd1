import type { Redis } from 'ioredis'
import type { Arrivals } from '../arrivals.ts'

/** Arrivals as all processes of an archive count them, in Redis. */
export interface RedisArrivals extends Arrivals {
  /** Tells that a document has been compared. Nothing waits for it: what is lost, the next time of the clock makes up for. */
  count(): void
}

const START = '0'

/** Arrivals under keys that begin with `prefix`. */
export function redisArrivals(redis: Redis, prefix: string): RedisArrivals {
  const [count, seen, at] = [`${prefix}:compared`, `${prefix}:alerted`, `${prefix}:alerted-at`]
  return {
    count: () => void redis.incr(count).catch(() => {}),
    due: async (afterMs, now) => {
      const [counted, known, last] = await redis.mget(count, seen, at)
      const mark = counted ?? START
      return mark === known && last != null && now - Number(last) < afterMs ? null : mark
    },
    seen: async (mark, now) => {
      await redis.mset(seen, mark, at, `${now}`)
    },
  }
}
