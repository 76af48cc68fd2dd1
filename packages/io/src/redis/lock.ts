import { randomUUID } from 'node:crypto'
import type { Redis } from 'ioredis'
import { redisScript } from './script.ts'

/** What a holder of a lock knows of it. */
export interface Fence {
  /**
   * Higher than that of every holder before, also when Redis has lost its data between: a store that refuses writes with
   * a lower number than it has seen is safe from a holder that was held up and does not know that it lost the lock.
   */
  readonly token: number
  /** Aborted when the lock is lost: it was not renewed in time, or Redis lost it. */
  readonly signal: AbortSignal
}

/**
 * Runs `body` while nobody else runs one under the same name, on any machine; waits for its turn without end.
 * A holder that dies is followed by the next after the lease.
 */
export type Lock = <T>(name: string, body: (fence: Fence) => Promise<T>) => Promise<T>

/** What locks on Redis are made of. */
export interface LockOptions {
  readonly redis: Redis
  /** Every key begins with it. */
  readonly prefix: string
  /** A holder that has not renewed its lock for this long has lost it. */
  readonly leaseMs: number
}

/** The token is the clock of Redis in microseconds, or one more than the last where that is higher: 2^53 of them last 285 years. */
const ACQUIRE = `
if not redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then return '' end
local time = redis.call('TIME')
local token = math.max(tonumber(redis.call('GET', KEYS[2]) or '0') + 1, time[1] * 1000000 + time[2])
redis.call('SET', KEYS[2], string.format('%.0f', token))
return string.format('%.0f', token)`

const RENEW = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('PEXPIRE', KEYS[1], ARGV[2])`

const RELEASE = `
if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end`

/** Renewals per lease: two may be missed. */
const RENEWALS = 3
/** Waits between attempts to get a lock: soon at first, then at most this long, each of a random part so that nobody starves. */
const MAX_WAIT_MS = 200

/** Locks on Redis. */
export function redisLock({ redis, prefix, leaseMs }: LockOptions): Lock {
  const acquire = redisScript(redis, ACQUIRE)
  const renew = redisScript(redis, RENEW)
  const release = redisScript(redis, RELEASE)
  return async (name, body) => {
    const key = `${prefix}:lock:${name}`
    const holder = randomUUID()
    const token = await acquired(() => acquire([key, `${key}:token`], holder, leaseMs))
    const lost = new AbortController()
    const stop = keepRenewing(() => renew([key], holder, leaseMs), leaseMs, lost)
    try {
      return await body({ token, signal: lost.signal })
    } finally {
      stop()
      await release([key], holder)
    }
  }
}

async function acquired(attempt: () => Promise<unknown>): Promise<number> {
  for (let waitMs = 5; ; waitMs = Math.min(waitMs * 2, MAX_WAIT_MS)) {
    const token = await attempt()
    if (token !== '') return Number(token)
    await new Promise((resolve) => setTimeout(resolve, waitMs * Math.random()))
  }
}

/** Renews until stopped; aborts `lost` when the lock is gone, or when nothing was heard from Redis for the time of a lease. */
function keepRenewing(renew: () => Promise<unknown>, leaseMs: number, lost: AbortController): () => void {
  let heard = performance.now()
  const tick = async (): Promise<void> => {
    const asked = performance.now()
    if (asked - heard > leaseMs) lost.abort(new Error('the lock was not renewed in time'))
    if ((await renew()) === 1) heard = asked
    else lost.abort(new Error('the lock is held by another'))
  }
  const timer = setInterval(() => void tick().catch(() => {}), leaseMs / RENEWALS)
  timer.unref()
  return () => clearInterval(timer)
}
