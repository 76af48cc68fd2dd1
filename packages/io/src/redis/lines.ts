import type { Redis } from 'ioredis'
import { type Line, openLine } from './line.ts'

/** The lines of all topics. */
export interface Lines {
  of(topic: string): Line
  /** How many jobs stand in each line that was ever used. */
  depths(): Promise<Readonly<Record<string, number>>>
  close(): Promise<void>
}

/** Opens lines as they are asked for. */
export function redisLines(redis: Redis, prefix: string, leaseMs: number): Lines {
  const lines = new Map<string, Line>()
  const known = `${prefix}:topics`
  const of = (topic: string): Line => {
    const opened = lines.get(topic)
    if (opened !== undefined) return opened
    const line = openLine(redis, prefix, topic, leaseMs)
    lines.set(topic, line)
    // Only `depths` reads it: a topic that is missed now is named by the next process.
    redis.sadd(known, topic).catch(() => {})
    return line
  }
  return {
    of,
    depths: async () => {
      const topics = new Set([...lines.keys(), ...(await redis.smembers(known))])
      const counts = await Promise.all(
        [...topics].sort().map(async (topic) => [topic, await of(topic).depth()] as const),
      )
      return Object.fromEntries(counts)
    },
    close: async () => {
      await Promise.all([...lines.values()].map((line) => line.close()))
    },
  }
}
