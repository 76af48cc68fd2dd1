import { randomUUID } from 'node:crypto'
import { connectRedis } from '@counterclaim/io/redis'
import { onTestFinished } from 'vitest'

/** What everything on Redis shares: a connection of the running test, and keys of its own. */
export interface Shared {
  readonly redis: Awaited<ReturnType<typeof connectRedis>>
  readonly prefix: string
  readonly leaseMs: number
}

/** A connection for the running test. */
export async function openRedis(url: string, prefix = `{test-${randomUUID()}}`, leaseMs = 800): Promise<Shared> {
  const redis = await connectRedis({ COUNTERCLAIM_REDIS_URL: url })
  onTestFinished(async () => {
    redis.disconnect()
  })
  return { redis, prefix, leaseMs }
}

/** Takes away all keys of a prefix, as a Redis does that has lost its data. */
export async function loseKeys({ redis, prefix }: Shared): Promise<void> {
  const keys = (await redis.keys('*')).filter((key) => key.startsWith(prefix))
  if (keys.length > 0) await redis.del(...keys)
}
