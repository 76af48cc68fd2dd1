import type { Queue } from '@counterclaim/model'
import type { Observe } from '@counterclaim/pipeline'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** Numbers of one process for Prometheus. */
export interface Metrics {
  readonly observe: Observe
  /** Counts a duty of the clock; `result` is `done` or `failed`. */
  readonly countDuty: (duty: string, result: 'done' | 'failed') => void
  /** All numbers, in the format of Prometheus. */
  readonly read: () => Promise<{ readonly type: string; readonly text: string }>
}

/** Bounds of the histogram, in seconds: most tasks take milliseconds, a page on a slow host a minute. */
const BUCKETS = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 60]

/** Opens the numbers of this process; the length of the queues is asked for when somebody reads them. */
export function openMetrics(queue: Pick<Queue, 'depths'>): Metrics {
  const register = new Registry()
  const registers = [register]
  collectDefaultMetrics({ register })
  const tasks = new Counter({
    name: 'counterclaim_tasks_total',
    help: 'Tasks that this process has worked on, by topic, how that ended, and why',
    labelNames: ['topic', 'result', 'code'],
    registers,
  })
  const seconds = new Histogram({
    name: 'counterclaim_task_seconds',
    help: 'Time a task took in this process, from taking it to passing it on',
    labelNames: ['topic'],
    buckets: BUCKETS,
    registers,
  })
  const stages = new Histogram({
    name: 'counterclaim_stage_seconds',
    help: 'Time a stage took for a document in this process',
    labelNames: ['stage'],
    buckets: BUCKETS,
    registers,
  })
  const duties = new Counter({
    name: 'counterclaim_duties_total',
    help: 'What was done on the clock, by duty and result',
    labelNames: ['duty', 'result'],
    registers,
  })
  const depth = new Gauge({
    name: 'counterclaim_queue_tasks',
    help: 'Tasks that are not finished, in all processes, by topic',
    labelNames: ['topic'],
    registers,
    collect: async () => {
      const depths = await queue.depths()
      depth.reset()
      for (const [topic, n] of Object.entries(depths)) depth.set({ topic }, n)
    },
  })
  return {
    observe: ({ topic }) => {
      const stop = seconds.startTimer({ topic })
      return ({ result, code, times }) => {
        stop()
        for (const { stage, ms } of times) stages.observe({ stage }, ms / 1000)
        tasks.inc({ topic, result, code: code ?? '' })
      }
    },
    countDuty: (duty, result) => duties.inc({ duty, result }),
    read: async () => ({ type: register.contentType, text: await register.metrics() }),
  }
}
