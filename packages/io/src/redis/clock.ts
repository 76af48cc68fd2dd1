import { Queue, Worker } from 'bullmq'
import type { Redis } from 'ioredis'

/** Something to be done again and again, by one process of an archive at a time. */
export interface Duty {
  readonly name: string
  /** Milliseconds between two times, or a time of day as `HH:MM`, UTC. */
  readonly every: number | string
  /** Once; what it throws is told to `onFailure`, and the next time comes all the same. */
  readonly run: () => Promise<void>
}

/** Where the times are kept. */
export interface RedisClockOptions {
  readonly redis: Redis
  readonly prefix: string
  /** A process that does not renew what it does for this long is taken for dead, and another does it. */
  readonly leaseMs: number
  readonly onFailure: (duty: string, error: unknown) => void
}

/** Failures kept for who looks at the queue. */
const KEEP_FAILED = { count: 20 }

/**
 * Does duties when their time comes. The times are job schedulers of BullMQ: however many processes serve a duty, each time
 * it is done once; a time that comes while nobody serves is made up for once. Gives the means to stop, which waits for
 * what is running.
 */
export async function redisClock(options: RedisClockOptions, duties: readonly Duty[]): Promise<() => Promise<void>> {
  const closing = await Promise.all(duties.map((duty) => keep(options, duty)))
  return async () => {
    await Promise.all(closing.map((close) => close()))
  }
}

async function keep(
  { redis, prefix, leaseMs, onFailure }: RedisClockOptions,
  { name, every, run }: Duty,
): Promise<() => Promise<void>> {
  const shared = { connection: redis, prefix }
  const queue = new Queue(`clock-${name}`, shared)
  queue.on('error', () => {})
  await queue.upsertJobScheduler(name, typeof every === 'number' ? { every } : { pattern: cronOf(every), tz: 'UTC' }, {
    name,
    opts: { removeOnComplete: true, removeOnFail: KEEP_FAILED },
  })
  const worker = new Worker(queue.name, () => run(), { ...shared, lockDuration: leaseMs, concurrency: 1 })
  worker.on('error', () => {})
  worker.on('failed', (_job, error) => onFailure(name, error))
  return async () => {
    await worker.close()
    await queue.close()
  }
}

function cronOf(time: string): string {
  const [hour = '0', minute = '0'] = time.split(':')
  return `${Number(minute)} ${Number(hour)} * * *`
}
