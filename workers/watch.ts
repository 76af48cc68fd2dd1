import { type Limits, serveHealth, tracesUrl } from '@counterclaim/io'
import type { Queue } from '@counterclaim/model'
import { type Observe, observeAll } from '@counterclaim/pipeline'
import type { Distributed } from './distributed.ts'

/** What others see of a worker process. */
export interface Watch {
  readonly observe: Observe
  readonly countDuty: (duty: string, result: 'done' | 'failed') => void
  readonly close: () => Promise<void>
}

/** Opens what the settings ask for: health and numbers on a port, the queues on another, traces to a collector. */
export async function openWatch(
  backend: Pick<Distributed, 'board'> & { readonly queue: Pick<Queue, 'pending' | 'depths'> },
  limits: Limits,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Watch> {
  const observers: Observe[] = []
  const closing: (() => Promise<void>)[] = []
  let countDuty: Watch['countDuty'] = () => {}
  if (limits.healthPort !== null) {
    const { openMetrics } = await import('@counterclaim/io/metrics')
    const metrics = openMetrics(backend.queue)
    const ready = (): Promise<unknown> => backend.queue.pending()
    const health = await serveHealth(limits.healthPort, '127.0.0.1', { ready, metrics: metrics.read })
    observers.push(metrics.observe)
    countDuty = metrics.countDuty
    closing.push(async () => health.close())
  }
  if (limits.boardPort !== null) {
    const board = await backend.board(limits.boardPort)
    closing.push(board.close)
  }
  const url = tracesUrl(env)
  if (url !== null) {
    const { openTracing } = await import('@counterclaim/io/tracing')
    const tracing = openTracing(url)
    observers.push(tracing.observe)
    closing.push(() => tracing.close())
  }
  const close = async (): Promise<void> => void (await Promise.all(closing.map((each) => each())))
  return { observe: observeAll(observers), countDuty, close }
}
