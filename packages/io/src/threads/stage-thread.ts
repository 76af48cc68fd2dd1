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

/** One thread, working on one document at a time. */
export interface StageThread {
  /** False once it has died or was ended: it takes nothing more. */
  isAlive(): boolean
  /** Never rejects: a thread that dies or takes too long is a failure of the stage it was in. */
  run(doc: Document): Promise<Progress>
  close(): Promise<void>
}

/** How long a thread may take to load, even on a machine with much else to do. */
const LOAD_MS = 60_000

/** Starts a thread. It loads its module while the first document is on its way. */
export function startThread(options: ThreadOptions): StageThread {
  const worker = new Worker(options.entry, {
    workerData: options.data,
    resourceLimits: { maxOldGenerationSizeMb: options.memoryMb },
  })
  let alive = true
  let died: (error: Error) => void = () => {}
  worker.on('error', (error: Error) => {
    alive = false
    died(error)
  })
  worker.on('exit', (code) => {
    alive = false
    died(new Error(`the thread ended with code ${code}`))
  })
  // An idle thread does not keep the process alive; one at work does.
  worker.unref()
  return {
    isAlive: () => alive,
    close: async () => {
      alive = false
      await worker.terminate()
    },
    run: (doc) =>
      new Promise((resolve) => {
        let stage = options.stages[0]
        const settle = (progress: Progress): void => {
          clearTimeout(timer)
          worker.off('message', hear)
          died = () => {}
          worker.unref()
          resolve(progress)
        }
        const fail = (error: Error): void => {
          const version = stage === undefined ? '' : stageVersion(stage)
          settle({ doc, failure: { stage: stage?.name ?? 'extract', version, error } })
        }
        const expire = (): void => {
          alive = false
          void worker.terminate()
          fail(new Unprocessable('worker.timeout', `${stage?.name} took longer than ${options.stageMs} ms`))
        }
        // A new thread loads its lexicons before it begins: that is not the document's time.
        let timer = setTimeout(expire, Math.max(options.stageMs, LOAD_MS))
        const hear = (message: FromThread): void => {
          if ('progress' in message) {
            settle(unpack(message.progress))
            return
          }
          stage = options.stages.find((known) => known.name === message.stage)
          clearTimeout(timer)
          timer = setTimeout(expire, options.stageMs)
        }
        died = (cause) => fail(deathOf(stage?.name ?? 'extract', cause, options.memoryMb))
        worker.on('message', hear)
        worker.ref()
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
