import { readFileSync } from 'node:fs'
import { ConfigError, RetryLater } from '@counterclaim/model'
import { Redis, type RedisOptions } from 'ioredis'

/** How long the first connection may take; later ones are waited for without end, since Redis may be restarted. */
const FIRST_MS = 10_000
/** Waits between attempts to connect again: soon at first, then at most this long. */
const MAX_RECONNECT_MS = 2_000
/** Nobody is there now, or nobody yet: machines that start at once find each other sooner or later. A name that does not exist is a mistake. */
const AWAY_CODES = ['ECONNREFUSED', 'ECONNRESET', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT', 'EAI_AGAIN', 'EPIPE']
/** The same without a code: a server that stops while it is connected to, and one that has just started. */
const AWAY_WORDS = /^(?:Connection is closed|LOADING |MASTERDOWN )/

/**
 * Connects to the Redis that `COUNTERCLAIM_REDIS_URL` names: `redis://` or, with TLS, `rediss://`, with user, password and
 * database where needed. `COUNTERCLAIM_REDIS_PASSWORD` gives the password apart from the URL, `COUNTERCLAIM_REDIS_CA` the
 * file of a certificate authority of one's own. Messages name host and port, never user or password.
 * @throws {ConfigError} `config.invalid` when the URL is none, or who answers there does not let us in
 * @throws {RetryLater} `archive.unreachable` when nobody answers
 */
export async function connectRedis(env: Readonly<Record<string, string | undefined>>): Promise<Redis> {
  const where = readOptions(env)
  const options: Omit<RedisOptions, 'replyMapping'> = {
    ...where,
    lazyConnect: true,
    // BullMQ asks for it: commands wait while Redis is away instead of failing.
    maxRetriesPerRequest: null,
    connectTimeout: FIRST_MS,
    retryStrategy: (times) => Math.min(50 * 2 ** Math.min(times, 10), MAX_RECONNECT_MS),
  }
  const redis = new Redis(options)
  let last: unknown
  // ioredis reconnects by itself; an error nobody listens to would end the process.
  redis.on('error', (error: unknown) => {
    last = error
  })
  try {
    await Promise.race([redis.connect().then(() => redis.ping()), deadline()])
    // BullMQ duplicates the connection. One that connects when it is asked to fails for good should that be interrupted;
    // one that connects by itself tries again.
    redis.options.lazyConnect = false
    return redis
  } catch (error) {
    redis.disconnect()
    // No cause: an error of ioredis carries the command it answers, and with AUTH that is the password.
    const cause = last ?? error
    const at = `COUNTERCLAIM_REDIS_URL: Redis at ${where.host}:${where.port}`
    if (isAway(cause)) {
      throw new RetryLater('archive.unreachable', `${at} does not answer: ${messageOf(cause)}`, MAX_RECONNECT_MS)
    }
    throw new ConfigError('config.invalid', `${at} does not let us in: ${messageOf(cause)}`)
  }
}

function readOptions(env: Readonly<Record<string, string | undefined>>): Omit<RedisOptions, 'replyMapping'> {
  const url = parseUrl(env.COUNTERCLAIM_REDIS_URL ?? '')
  const password = env.COUNTERCLAIM_REDIS_PASSWORD ?? decodeURIComponent(url.password)
  const ca = env.COUNTERCLAIM_REDIS_CA
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? 6379 : Number(url.port),
    ...(url.username === '' ? {} : { username: decodeURIComponent(url.username) }),
    ...(password === '' ? {} : { password }),
    ...(url.pathname.length > 1 ? { db: Number(url.pathname.slice(1)) } : {}),
    ...(url.protocol === 'rediss:' ? { tls: ca === undefined ? {} : { ca: readCa(ca) } } : {}),
  }
}

function parseUrl(text: string): URL {
  const url = URL.parse(text)
  const isRedis = url?.protocol === 'redis:' || url?.protocol === 'rediss:'
  if (url !== null && isRedis && url.hostname !== '' && /^\/?\d*$/.test(url.pathname)) return url
  throw new ConfigError('config.invalid', 'COUNTERCLAIM_REDIS_URL: give redis://HOST:PORT, or rediss:// for TLS')
}

function readCa(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (cause) {
    throw new ConfigError('config.invalid', `COUNTERCLAIM_REDIS_CA: ${path} cannot be read`, { cause })
  }
}

function deadline(): Promise<never> {
  return new Promise((_, reject) => {
    const late = Object.assign(new Error(`no answer within ${FIRST_MS / 1000} s`), { code: 'ETIMEDOUT' })
    setTimeout(() => reject(late), FIRST_MS).unref()
  })
}

function isAway(error: unknown): boolean {
  const { code } = (error ?? {}) as { readonly code?: unknown }
  return AWAY_CODES.some((away) => away === code) || AWAY_WORDS.test(messageOf(error))
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
