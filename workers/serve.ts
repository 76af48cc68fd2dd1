import { localFiles, openHttp, readLimits, readWebSettings, serveHealth } from '@counterclaim/io'
import { work } from '@counterclaim/pipeline'
import { type GroupName, groups, ON_THREADS } from '@counterclaim/pipelines/groups'
import { news } from '@counterclaim/pipelines/news'
import { openDistributed } from './distributed.ts'
import type { Progressing } from './embedded.ts'
import { stageRunner } from './stage-runner.ts'

/** What a process serves, and for how long. */
export interface ServeOptions extends Progressing {
  readonly dir: string
  readonly groups: readonly GroupName[]
  readonly env: Readonly<Record<string, string | undefined>>
  /** When aborted, nothing more is taken; what is begun is finished within the time of grace, or given back. */
  readonly signal: AbortSignal
}

/**
 * Works groups of stages for the processes of one archive until it is told to stop.
 * @throws {ConfigError} when a setting must be mended before anything can go on
 */
export async function serve({ dir, groups: names, env, ...options }: ServeOptions): Promise<void> {
  const limits = readLimits(env)
  const backend = await openDistributed(dir, env)
  const { queue, ledger, blobFolder } = backend
  const http = openHttp(readWebSettings(env, limits))
  const ports = { ...backend, files: localFiles(limits.maxBytes), http, now: () => new Date().toISOString() }
  const closing: (() => Promise<void>)[] = [() => http.close()]
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
  const serving = names.map((name) =>
    serveGroup(name).catch((error: unknown) => {
      failure ??= { error }
      failed.abort()
    }),
  )
  await Promise.race([Promise.all(serving), graceAfter(signal, limits.graceMs)])
  const reason = failure as { readonly error: unknown } | null
  // What is still in work is given back first; how it ends after that changes nothing and is no failure.
  await backend.close()
  await Promise.all(closing.map((close) => close()))
  if (reason !== null) throw reason.error
}

function graceAfter(signal: AbortSignal, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const wait = (): void => void setTimeout(resolve, graceMs).unref()
    if (signal.aborted) wait()
    else signal.addEventListener('abort', wait, { once: true })
  })
}
