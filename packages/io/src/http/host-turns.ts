import { RetryLater } from '@counterclaim/model'
import type { Outside } from './outside.ts'

/** Lets requests to one host through one at a time. */
export interface HostTurns {
  /**
   * Runs `work` when no other request to the host is running and `gapMs` have passed since the last one ended; with
   * null it need not wait for the gap, and nobody waits for it afterwards.
   * A RetryLater of `work` comes out with the time to wait: what the server asked for, else a backoff that doubles with
   * each failure of the host in a row. When the host as a whole is to be left alone, those behind wait too, or get the
   * same error when that takes long.
   * @throws {RetryLater} and whatever `work` throws
   */
  take<T>(host: string, gapMs: number | null, work: () => Promise<T>): Promise<T>
}

interface HostState {
  last: Promise<unknown>
  waiting: number
  endedAt: number
  failures: number
  /** Why and until when the host is left alone. */
  rest: { readonly until: number; readonly error: RetryLater } | null
}

/** The first wait after a failure, doubled with each further one up to the longest. */
const BACKOFF_MS = 1_000
const MAX_BACKOFF_MS = 300_000
/** A shorter rest of a host is waited for; for a longer one the work goes back to the queue. */
export const PATIENCE_MS = 30_000
/** Hosts whose last request is remembered; those at rest the longest are forgotten first. */
const MAX_HOSTS = 10_000
/** Failures of the host, not of one page. */
const OF_HOST: ReadonlySet<string> = new Set(['fetch.busy', 'fetch.network', 'fetch.dns', 'fetch.timeout'])

/** Turns of one of two kinds within a turn of the other: of this process first, then among all of them. */
export function within(outer: HostTurns, inner: HostTurns): HostTurns {
  return { take: (host, gapMs, work) => outer.take(host, gapMs, () => inner.take(host, gapMs, work)) }
}

/** Turns by host. In memory: each process is polite by itself. */
export function hostTurns(outside: Pick<Outside, 'now' | 'sleep' | 'random'>): HostTurns {
  const hosts = new Map<string, HostState>()
  return {
    take: async (host, gapMs, work) => {
      const state = stateOf(hosts, host)
      state.waiting++
      const turn = state.last.then(() => runTurn(state, gapMs, work, outside))
      state.last = turn.catch(() => {}).finally(() => state.waiting--)
      return turn
    },
  }
}

function stateOf(hosts: Map<string, HostState>, host: string): HostState {
  const known = hosts.get(host)
  const state = known ?? {
    last: Promise.resolve(),
    waiting: 0,
    endedAt: Number.NEGATIVE_INFINITY,
    failures: 0,
    rest: null,
  }
  // Map keeps the order of insertion: used last, forgotten last.
  hosts.delete(host)
  hosts.set(host, state)
  for (const [oldest, { waiting }] of hosts) {
    if (hosts.size <= MAX_HOSTS) break
    if (waiting === 0 && oldest !== host) hosts.delete(oldest)
  }
  return state
}

async function runTurn<T>(
  state: HostState,
  gapMs: number | null,
  work: () => Promise<T>,
  outside: Pick<Outside, 'now' | 'sleep' | 'random'>,
): Promise<T> {
  const { rest } = state
  const restMs = rest === null ? 0 : rest.until - outside.now()
  if (rest !== null && restMs > PATIENCE_MS) throw again(rest.error, restMs)
  const waitMs = Math.max(restMs, gapMs === null ? 0 : state.endedAt + gapMs - outside.now())
  if (waitMs > 0) await outside.sleep(waitMs)
  try {
    const result = await work()
    state.failures = 0
    state.rest = null
    return result
  } catch (error) {
    if (!(error instanceof RetryLater)) throw error
    const later = again(error, Math.max(error.afterMs, backoffMs(state.failures++, outside.random())))
    if (isOfHost(error)) state.rest = { until: outside.now() + later.afterMs, error: later }
    throw later
  } finally {
    if (gapMs !== null) state.endedAt = outside.now()
  }
}

/** Whether the host as a whole is to be left alone. */
export function isOfHost({ code }: RetryLater): boolean {
  return OF_HOST.has(code)
}

/** Between half of the doubled wait and all of it, so that many who failed together do not come back together. */
export function backoffMs(failures: number, random: number): number {
  const whole = Math.min(BACKOFF_MS * 2 ** Math.min(failures, 20), MAX_BACKOFF_MS)
  return Math.round(whole * (0.5 + random / 2))
}

/** The same error with the time to wait. */
export function again(error: RetryLater, afterMs: number): RetryLater {
  return new RetryLater(error.code, error.message, afterMs, { cause: error.cause ?? error })
}
