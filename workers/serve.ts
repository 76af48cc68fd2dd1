import { type Limits, localFiles, readLimits } from '@counterclaim/io'
import type { Duty } from '@counterclaim/io/redis'
import { RetryLater } from '@counterclaim/model'
import { type Observe, observeAll, sizeFor, work } from '@counterclaim/pipeline'
import { type ServiceName, type Serving, servingsOf } from '@counterclaim/pipelines/groups'
import { news } from '@counterclaim/pipelines/news'
import { type Distributed, openDistributed } from './distributed.ts'
import {
  type AlertingPorts,
  alertsDuty,
  type Done,
  type DutyPorts,
  digestDuty,
  mailDuty,
  pollDuty,
  type SendingPorts,
  sweepDuty,
} from './duties.ts'
import type { Progressing } from './embedded.ts'
import { stageRunner } from './stage-runner.ts'
import { openWatch, type Watch } from './watch.ts'

export type { Done } from './duties.ts'

/** What a process serves, and for how long. */
export interface ServeOptions extends Progressing {
  readonly dir: string
  readonly services: readonly ServiceName[]
  readonly env: Readonly<Record<string, string | undefined>>
  /** When aborted, nothing more is taken; what is begun is finished within the time of grace, or given back. */
  readonly signal: AbortSignal
  /** Told of what was done on the clock. */
  readonly onDuty?: (done: Done) => void
  /** Told of what failed there; it is tried again when its time comes. */
  readonly onFailure?: (duty: string, error: unknown) => void
}

/**
 * Serves one archive among others until it is told to stop: works groups of stages, and does what is due on a clock.
 * @throws {ConfigError} when a setting must be mended before anything can go on
 */
export async function serve({ dir, services: names, env, ...options }: ServeOptions): Promise<void> {
  const limits = readLimits(env)
  const backend = await openWhenThere(dir, env, options)
  if (backend === null) return
  const { queue, ledger, blobFolder } = backend
  const ports = { ...backend, files: localFiles(limits.maxBytes), now: () => new Date().toISOString() }
  const watch = await openWatch(backend, limits, env)
  const observe = observeAll([watch.observe, countArrivals(backend.arrivals)])
  const closing: (() => Promise<void>)[] = []
  const failed = new AbortController()
  const signal = AbortSignal.any([options.signal, failed.signal])
  const serveRun = async ({ run, threads }: Serving): Promise<void> => {
    const shared = { ...options, queue, ledger, ports, run, signal, observe, expectMore: () => true }
    if (threads === null) return work(news, { ...shared, size: limits.concurrency })
    const runner = stageRunner({ ...threads, blobFolder }, limits)
    closing.push(() => runner.close())
    return work(news, { ...shared, runner, size: Math.max(limits.concurrency, sizeFor(runner)), inTurns: false })
  }
  let failure: { readonly error: unknown } | null = null
  const stopClock = await startClock(names, backend, watch, options, limits)
  const servings = servingsOf(names.filter((name) => name !== 'digest'))
  const idle = servings.length === 0 ? [stopped(signal)] : []
  const serving = servings.map((one) =>
    serveRun(one).catch((error: unknown) => {
      failure ??= { error }
      failed.abort()
    }),
  )
  await Promise.race([Promise.all([...serving, ...idle]), graceAfter(signal, limits.graceMs)])
  const reason = failure as { readonly error: unknown } | null
  await Promise.all([stopClock(), watch.close()])
  // What is still in work is given back first; how it ends after that changes nothing and is no failure.
  await backend.close()
  await Promise.all(closing.map((close) => close()))
  if (reason !== null) throw reason.error
}

/**
 * Opens the archive. While its server does not answer, as when all machines start at once, it is waited for. Null when told to stop
 * meanwhile.
 */
async function openWhenThere(
  dir: string,
  env: ServeOptions['env'],
  { signal, onFailure }: Pick<ServeOptions, 'signal' | 'onFailure'>,
): Promise<Distributed | null> {
  while (!signal.aborted) {
    try {
      return await openDistributed(dir, env)
    } catch (error) {
      if (!(error instanceof RetryLater)) throw error
      onFailure?.('open', error)
      await Promise.race([new Promise((resolve) => setTimeout(resolve, error.afterMs)), stopped(signal)])
    }
  }
  return null
}

/** Alerts are woken by what has gone through the last stage. */
function countArrivals(arrivals: Distributed['arrivals']): Observe {
  return () =>
    ({ result }) => {
      if (result === 'indexed') arrivals.count()
    }
}

async function startClock(
  names: readonly ServiceName[],
  backend: Distributed,
  watch: Watch,
  { onDuty, onFailure }: Pick<ServeOptions, 'onDuty' | 'onFailure'>,
  limits: Limits,
): Promise<() => Promise<void>> {
  const done = (one: Done): void => {
    watch.countDuty(one.duty, 'done')
    onDuty?.(one)
  }
  const failed = (duty: string, error: unknown): void => {
    watch.countDuty(duty, 'failed')
    onFailure?.(duty, error)
  }
  const duties = dutiesOf(names, { ...backend, onDuty: done }, limits)
  return duties.length === 0 ? async () => {} : backend.clock(duties, failed)
}

/** Sources are polled by those who fetch, digests made and the archive checked by those who make digests. */
function dutiesOf(
  names: readonly ServiceName[],
  ports: DutyPorts & AlertingPorts & SendingPorts,
  limits: Limits,
): Duty[] {
  const polling = names.includes('fetch') ? [pollDuty(ports, limits)] : []
  const made = [digestDuty(ports, limits), alertsDuty(ports, limits), mailDuty(ports, limits), sweepDuty(ports, limits)]
  return names.includes('digest') ? [...polling, ...made] : polling
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

function graceAfter(signal: AbortSignal, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const wait = (): void => void setTimeout(resolve, graceMs).unref()
    if (signal.aborted) wait()
    else signal.addEventListener('abort', wait, { once: true })
  })
}
