import { availableParallelism } from 'node:os'
import { ConfigError } from '@counterclaim/model'

/** Bounds on memory and time. */
export interface Limits {
  /** Bytes of one input, after decompression. `COUNTERCLAIM_MAX_BYTES`, 32 MB. */
  readonly maxBytes: number
  /** Time one stage may take for one document. `COUNTERCLAIM_STAGE_MS`, a minute. */
  readonly stageMs: number
  /**
   * Threads for extraction and language. `COUNTERCLAIM_THREADS`, one per processor but one, which the thread that writes
   * keeps busy: on two processors a second one makes all slower by an eighth and takes 200 MB.
   */
  readonly threads: number
  /** Heap of one thread. `COUNTERCLAIM_THREAD_MB`, 512: a 32 MB page needs about ten times its size as a tree. */
  readonly threadMb: number
  /** Time one exchange with a web server may take. `COUNTERCLAIM_FETCH_MS`, a minute: a large report over a slow line. */
  readonly fetchMs: number
  /** Least time between two requests to one host. `COUNTERCLAIM_HOST_GAP_MS`, a second. */
  readonly hostGapMs: number
  /** Requests a minute to the web by all processes of an archive on Redis together; null for no bound. `COUNTERCLAIM_FETCH_PER_MINUTE`. */
  readonly fetchPerMinute: number | null
  /**
   * Documents in work at once in a process that mostly waits: for files, for Redis, for the archive. `COUNTERCLAIM_CONCURRENCY`, 16:
   * those that ask Elasticsearch at the same time share a request.
   */
  readonly concurrency: number
  /** How long a process that is told to stop may go on with what it has begun. `COUNTERCLAIM_GRACE_MS`, 20 s: supervisors kill after 30. */
  readonly graceMs: number
  /** A process that was not heard of for this long is taken for dead. `COUNTERCLAIM_LEASE_MS`, 30 s. */
  readonly leaseMs: number
  /** Nothing is submitted while the queue holds so many tasks: its memory is bounded. `COUNTERCLAIM_MAX_PENDING`, 10,000. */
  readonly maxPending: number
  /** Time between two looks at which sources are due. `COUNTERCLAIM_POLL_MS`, a minute: sources are due after five at the soonest. */
  readonly pollMs: number
  /** Time of day, UTC, at which the digest of the day before is made. `COUNTERCLAIM_DIGEST_AT`, 05:00: before editors come in. */
  readonly digestAt: string
  /** Time between two looks at the saved searches. `COUNTERCLAIM_ALERT_MS`, five minutes: as often as a busy source is polled. */
  readonly alertMs: number
  /** Time within which what was compared is looked at for alerts, together. `COUNTERCLAIM_ALERT_SOON_MS`, 20 seconds. */
  readonly alertSoonMs: number
  /** Time between two checks of the whole archive. `COUNTERCLAIM_SWEEP_MS`, a day: it reads everything. */
  readonly sweepMs: number
  /** Where a worker shows the queues on 127.0.0.1 (Bull Board); null for nowhere. `COUNTERCLAIM_BOARD_PORT`. */
  readonly boardPort: number | null
  /** Where a worker answers on 127.0.0.1 how it is; null for nowhere. `COUNTERCLAIM_HEALTH_PORT`. */
  readonly healthPort: number | null
}

/**
 * Reads the limits from environment variables.
 * @throws {ConfigError} `config.invalid` naming the variable that is no whole number above zero
 */
export function readLimits(env: Readonly<Record<string, string | undefined>>): Limits {
  const read = (name: string, fallback: number): number => {
    const text = env[name]
    if (text === undefined || text === '') return fallback
    const value = Number(text)
    if (Number.isInteger(value) && value > 0) return value
    throw new ConfigError('config.invalid', `${name} is "${text}": give a whole number above zero`)
  }
  const readSome = (name: string): number | null => ((env[name] ?? '') === '' ? null : read(name, 0))
  return {
    maxBytes: read('COUNTERCLAIM_MAX_BYTES', 32_000_000),
    stageMs: read('COUNTERCLAIM_STAGE_MS', 60_000),
    threads: read('COUNTERCLAIM_THREADS', Math.max(1, availableParallelism() - 1)),
    threadMb: read('COUNTERCLAIM_THREAD_MB', 512),
    fetchMs: read('COUNTERCLAIM_FETCH_MS', 60_000),
    hostGapMs: read('COUNTERCLAIM_HOST_GAP_MS', 1_000),
    fetchPerMinute: readSome('COUNTERCLAIM_FETCH_PER_MINUTE'),
    concurrency: read('COUNTERCLAIM_CONCURRENCY', 16),
    graceMs: read('COUNTERCLAIM_GRACE_MS', 20_000),
    leaseMs: read('COUNTERCLAIM_LEASE_MS', 30_000),
    maxPending: read('COUNTERCLAIM_MAX_PENDING', 10_000),
    pollMs: read('COUNTERCLAIM_POLL_MS', 60_000),
    digestAt: readTime(env, 'COUNTERCLAIM_DIGEST_AT', '05:00'),
    alertMs: read('COUNTERCLAIM_ALERT_MS', 300_000),
    alertSoonMs: read('COUNTERCLAIM_ALERT_SOON_MS', 20_000),
    sweepMs: read('COUNTERCLAIM_SWEEP_MS', 86_400_000),
    boardPort: readSome('COUNTERCLAIM_BOARD_PORT'),
    healthPort: readSome('COUNTERCLAIM_HEALTH_PORT'),
  }
}

function readTime(env: Readonly<Record<string, string | undefined>>, name: string, fallback: string): string {
  const text = env[name]
  if (text === undefined || text === '') return fallback
  if (/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text)) return text
  throw new ConfigError('config.invalid', `${name} is "${text}": give a time of day as HH:MM`)
}
