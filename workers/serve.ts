import { type Limits, localFiles, readLimits, serveHealth } from '@counterclaim/io'
import type { Duty } from '@counterclaim/io/redis'
import { work } from '@counterclaim/pipeline'
import { type GroupName, groups, ON_THREADS, type ServiceName } from '@counterclaim/pipelines/groups'
import { news } from '@counterclaim/pipelines/news'
import { openDistributed } from './distributed.ts'
import { type Done, type DutyPorts, digestDuty, pollDuty, sweepDuty } from './duties.ts'
import type { Progressing } from './embedded.ts'
import { stageRunner } from './stage-runner.ts'

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
  const backend = await openDistributed(dir, env)
  const { queue, ledger, blobFolder } = backend
  const ports = { ...backend, files: localFiles(limits.maxBytes), now: () => new Date().toISOString() }
  const closing: (() => Promise<void>)[] = []
  if (limits.healthPort !== null) {
    const health = await serveHealth(limits.healthPort, '127.0.0.1', { ready: () => queue.pending() })
    closing.push(async () => health.close())
  }
  const failed = new AbortController()
  const signal = AbortSignal.any([options.signal, failed.signal])
  const serveGroup = async (name: GroupName): Promise<void> => {
    const run = groups[name]
    const shared = { ...options, queue, ledger, ports, run, signal, expectMore: () => true }
    const { from, until } = run
    if (until === undefined || !ON_THREADS.includes(name)) return work(news, { ...shared, size: limits.concurrency })
    const runner = stageRunner({ from, until, blobFolder }, limits)
    closing.push(() => runner.close())
    return work(news, { ...shared, runner })
  }
  let failure: { readonly error: unknown } | null = null
  const duties = dutiesOf(names, { ...backend, ...options }, limits)
  if (duties.length > 0) closing.push(await backend.clock(duties, options.onFailure ?? (() => {})))
  const groupNames = names.filter((name) => name !== 'digest')
  const idle = groupNames.length === 0 ? [stopped(signal)] : []
  const serving = groupNames.map((name) =>
    serveGroup(name).catch((error: unknown) => {
      failure ??= { error }
      failed.abort()
    }),
  )
  await Promise.race([Promise.all([...serving, ...idle]), graceAfter(signal, limits.graceMs)])
  const reason = failure as { readonly error: unknown } | null
  // What is still in work is given back first; how it ends after that changes nothing and is no failure.
  await backend.close()
  await Promise.all(closing.map((close) => close()))
  if (reason !== null) throw reason.error
}

/** Sources are polled by those who fetch, digests made and the archive checked by those who make digests. */
function dutiesOf(names: readonly ServiceName[], ports: DutyPorts, limits: Limits): Duty[] {
  const polling = names.includes('fetch') ? [pollDuty(ports, limits)] : []
  return names.includes('digest') ? [...polling, digestDuty(ports, limits), sweepDuty(ports, limits)] : polling
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
