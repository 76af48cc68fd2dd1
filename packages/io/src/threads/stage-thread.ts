import { Worker } from 'node:worker_threads'
import { type Document, stageVersion, Unprocessable } from '@counterclaim/model'
import { type AnyStage, type Progress, ThreadDied } from '@counterclaim/pipeline'
import { type FromThread, unpack } from './messages.ts'

/** How threads are made. */
export interface ThreadOptions {
  /** The module that calls `serveStages`. */
  readonly entry: URL
  /** Given to the module as `workerData`. */
  readonly data: unknown
  /** The stages it runs, in order. */
  readonly stages: readonly AnyStage[]
  readonly stageMs: number
  readonly memoryMb: number
}

/** One thread. It works on one document at a time, in the order in which they are sent. */
export interface StageThread {
  /** False once it has died or was ended: it takes nothing more. */
  isAlive(): boolean
  /** Documents sent and not yet back. */
  load(): number
  /**
   * Never rejects: a thread that dies or takes too long is a failure of the document and the stage it was in. Null when it
   * was gone before it began with this one.
   */
  run(doc: Document): Promise<Progress | null>
  close(): Promise<void>
}

/** A document that was sent. */
interface Job {
  readonly doc: Document
  readonly settle: (progress: Progress | null) => void
}

/** How long a thread may take to load, even on a machine with much else to do. */
const LOAD_MS = 60_000

/**
 * What of a thread's memory is for what lives briefly, besides the rest: V8's own bound is 100 MB, however little the thread
 * may take. An eighth takes some 25 MB more at the peak for 3 % less time (400 documents of 3 KB, four pairs).
 */
const YOUNG_SHARE = 1 / 32

/** Starts a thread. It loads its module while the first document is on its way. */
export function startThread({ entry, data, stages, stageMs, memoryMb }: ThreadOptions): StageThread {
  const resourceLimits = { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: memoryMb * YOUNG_SHARE }
  const worker = new Worker(entry, { workerData: data, resourceLimits })
  const jobs: Job[] = []
  let alive = true
  let stage = stages[0]
  let timer: NodeJS.Timeout | undefined
  const end = (progress: Progress): void => {
    clearTimeout(timer)
    jobs.shift()?.settle(progress)
    if (!alive) for (const job of jobs.splice(0)) job.settle(null)
    else if (jobs.length > 0) begin()
    else worker.unref()
  }
  const die = (error: Error): void => {
    alive = false
    const version = stage === undefined ? '' : stageVersion(stage)
    const [job] = jobs
    if (job !== undefined)
      end({ doc: job.doc, failure: { stage: stage?.name ?? 'extract', version, error }, times: [] })
  }
  const expire = (): void => {
    void worker.terminate()
    die(new Unprocessable('worker.timeout', `${stage?.name} took longer than ${stageMs} ms`))
  }
  // A new thread loads its lexicons before it begins: that is not the document's time.
  const begin = (): void => {
    stage = stages[0]
    timer = setTimeout(expire, Math.max(stageMs, LOAD_MS))
  }
  const lose = (cause: Error): void => die(deathOf(stage?.name ?? 'extract', cause, memoryMb))
  worker.on('error', lose)
  worker.on('exit', (code) => lose(new Error(`the thread ended with code ${code}`)))
  worker.on('message', (message: FromThread) => {
    if ('progress' in message) {
      end(unpack(message.progress))
      return
    }
    stage = stages.find((known) => known.name === message.stage)
    clearTimeout(timer)
    timer = setTimeout(expire, stageMs)
  })
  // An idle thread does not keep the process alive; one at work does.
  worker.unref()
  return {
    isAlive: () => alive,
    load: () => jobs.length,
    close: async () => {
      alive = false
      await worker.terminate()
    },
    run: (doc) =>
      new Promise((settle) => {
        jobs.push({ doc, settle })
        if (jobs.length === 1) {
          worker.ref()
          begin()
        }
        worker.postMessage(doc)
      }),
  }
}

function deathOf(stage: string, cause: Error, memoryMb: number): ThreadDied {
  if ('code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return new ThreadDied('worker.memory', `${stage} needed more than ${memoryMb} MB`, { cause })
  }
  return new ThreadDied('worker.crashed', `A thread died in ${stage}: ${cause.message}`, { cause })
}
