import type { Document } from '@counterclaim/model'
import { type Progress, type Runner, ThreadDied } from '@counterclaim/pipeline'
import { type StageThread, startThread, type ThreadOptions } from './stage-thread.ts'

const CLOSED = { stage: 'extract', version: '', error: new ThreadDied('worker.crashed', 'The threads are closed') }
/** Documents at a thread: one in work and the next at hand, so that it need not wait for this thread, which may be busy. */
const DEPTH = 2

/**
 * Runs stages on up to `size` worker threads, each one document at a time. Threads are started when there is work for
 * them and kept; one that died or was ended for taking too long is replaced, and what waited for it goes to another.
 */
export function threadRunner(options: ThreadOptions & { readonly until: string; readonly size: number }): Runner {
  const threads: StageThread[] = []
  const waiting: (() => void)[] = []
  let closed = false
  const free = (): StageThread | undefined => {
    const [least] = threads.toSorted((a, b) => a.load() - b.load())
    if (least?.load() === 0) return least
    if (threads.length === options.size) return least !== undefined && least.load() < DEPTH ? least : undefined
    const made = startThread(options)
    threads.push(made)
    return made
  }
  const release = (thread: StageThread): void => {
    if (!thread.isAlive() && threads.includes(thread)) threads.splice(threads.indexOf(thread), 1)
    waiting.shift()?.()
  }
  const run = async (doc: Document): Promise<Progress> => {
    for (;;) {
      if (closed) return { doc, failure: CLOSED, times: [] }
      const thread = free()
      if (thread === undefined) {
        await new Promise<void>((resolve) => waiting.push(resolve))
        continue
      }
      const progress = await thread.run(doc)
      release(thread)
      if (progress !== null) return progress
    }
  }
  return {
    from: options.stages[0]?.name ?? options.until,
    until: options.until,
    size: options.size,
    // The stages are those of the pipeline that the caller works, so what comes back is what it sent, with their layers.
    run: run as Runner['run'],
    close: async () => {
      closed = true
      await Promise.all(threads.map((thread) => thread.close()))
    },
  }
}
