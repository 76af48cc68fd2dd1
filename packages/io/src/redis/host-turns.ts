import { randomUUID } from 'node:crypto'
import { type ErrorCode, RetryLater } from '@counterclaim/model'
import type { Redis } from 'ioredis'
import { again, backoffMs, type HostTurns, isOfHost, PATIENCE_MS } from '../http/host-turns.ts'
import { redisScript } from './script.ts'

/** Where processes agree on whose turn it is. */
export interface RedisTurnsOptions {
  readonly redis: Redis
  readonly prefix: string
  /** A process that does not renew its turn for this long is taken for dead. */
  readonly leaseMs: number
  /** Requests a minute of all processes together, to all hosts; null for no bound. */
  readonly perMinute: number | null
}

/**
 * Times are those of Redis, so clocks of machines may differ. A host's hash has `holder` and `until` while a request runs,
 * `next` when the next may begin, and why the host is left alone; it is forgotten an hour after all of that has passed.
 * ARGV: holder, ms of a lease, least ms between two requests of all (0: no bound). Gives ms to wait (0: it is our turn),
 * code and reason of a rest.
 */
const BEGIN = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local host = redis.call('HMGET', KEYS[1], 'holder', 'until', 'next', 'code', 'reason')
if host[1] and tonumber(host[2]) > now then return {-1, '', ''} end
local wait = tonumber(host[3] or '0') - now
if wait > 0 then return {wait, host[4] or '', host[5] or ''} end
local gap = tonumber(ARGV[3])
if gap > 0 then
  local all = tonumber(redis.call('GET', KEYS[2]) or '0') - now
  if all > 0 then return {all, '', ''} end
  redis.call('SET', KEYS[2], now + gap, 'PX', gap + 60000)
end
redis.call('HSET', KEYS[1], 'holder', ARGV[1], 'until', now + ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[2] + 3600000)
return {0, '', ''}`

/** ARGV: holder, ms of a lease. */
const RENEW = `
if redis.call('HGET', KEYS[1], 'holder') ~= ARGV[1] then return 0 end
local time = redis.call('TIME')
redis.call('HSET', KEYS[1], 'until', time[1] * 1000 + math.floor(time[2] / 1000) + ARGV[2])
return 1`

/** ARGV: holder, ms until the next may begin, code and reason of a rest (empty: none). Gives how often it failed in a row. */
const END = `
if redis.call('HGET', KEYS[1], 'holder') ~= ARGV[1] then return 0 end
local time = redis.call('TIME')
redis.call('HDEL', KEYS[1], 'holder', 'until')
redis.call('HSET', KEYS[1], 'next', time[1] * 1000 + math.floor(time[2] / 1000) + ARGV[2], 'code', ARGV[3], 'reason', ARGV[4])
redis.call('PEXPIRE', KEYS[1], ARGV[2] + 3600000)
if ARGV[3] == '' then redis.call('HDEL', KEYS[1], 'failures') end
return 1`

/** Renewals per lease: two may be missed. */
const RENEWALS = 3
/** How long a turn that another process has is left alone before it is asked for again, at most; of a random part. */
const ASK_MS = 200

/** Turns by host among all processes of an archive: one request at a time, with the gap between any two of them. */
export function redisTurns({ redis, prefix, leaseMs, perMinute }: RedisTurnsOptions): HostTurns {
  const begin = redisScript(redis, BEGIN)
  const renew = redisScript(redis, RENEW)
  const end = redisScript(redis, END)
  const least = perMinute === null ? 0 : Math.ceil(60_000 / perMinute)
  const enter = async (key: string, holder: string): Promise<void> => {
    for (;;) {
      const answer = await begin([key, `${prefix}:web:all`], holder, leaseMs, least)
      const [wait, code, reason] = answer as [number, string, string]
      if (wait === 0) return
      if (code !== '' && wait > PATIENCE_MS) throw new RetryLater(code as ErrorCode, reason, wait)
      const most = wait < 0 ? ASK_MS * Math.random() : Math.min(wait, ASK_MS)
      await new Promise((resolve) => setTimeout(resolve, 1 + most))
    }
  }
  return {
    take: async (host, gapMs, work) => {
      const key = `${prefix}:web:host:${host}`
      const holder = randomUUID()
      await enter(key, holder)
      const timer = setInterval(() => void renew([key], holder, leaseMs).catch(() => {}), leaseMs / RENEWALS)
      timer.unref()
      try {
        const result = await work()
        await end([key], holder, gapMs ?? 0, '', '')
        return result
      } catch (error) {
        if (!(error instanceof RetryLater && isOfHost(error))) {
          await end([key], holder, gapMs ?? 0, '', '')
          throw error
        }
        const failures = await redis.hincrby(key, 'failures', 1)
        const later = again(error, Math.max(error.afterMs, backoffMs(failures - 1, Math.random())))
        await end([key], holder, later.afterMs, error.code, error.message)
        throw later
      } finally {
        clearInterval(timer)
      }
    },
  }
}
