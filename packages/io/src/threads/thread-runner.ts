import type { Document } from '@counterclaim/model'
import type { Progress, Runner } from '@counterclaim/pipeline'
import { type StageThread, startThread, type ThreadOptions } from './stage-thread.ts'

/**
 * Runs stages on up to `size` worker threads, each one document at a time. Threads are started when there is work for
 * them and kept; one that died or was ended for taking too long is replaced.
 */
export function threadRunner(options: ThreadOptions & { readonly until: string; readonly size: number }): Runner {
  const idle: StageThread[] = []
  const waiting: ((thread: StageThread) => void)[] = []
  const all = new Set<StageThread>()
  const obtain = (): Promise<StageThread> | StageThread => {
    const free = idle.pop()
    if (free !== undefined) return free
    if (all.size >= options.size) return new Promise((resolve) => waiting.push(resolve))
    const made = startThread(options)
    all.add(made)
    return made
  }
  const release = (thread: StageThread): void => {
    if (!thread.isAlive()) all.delete(thread)
    const next = waiting.shift()
    if (next === undefined) {
      if (thread.isAlive()) idle.push(thread)
    } else if (thread.isAlive()) next(thread)
    else void Promise.resolve(obtain()).then(next)
  }
  const run = async (doc: Document): Promise<Progress> => {
    const thread = await obtain()
    const progress = await thread.run(doc)
    release(thread)
    return progress
  }
  return {
    from: options.stages[0]?.name ?? options.until,
    until: options.until,
    size: options.size,
    // The stages are those of the pipeline that the caller works, so what comes back is what it sent, with their layers.
    run: run as Runner['run'],
    close: async () => {
      await Promise.all([...all].map((thread) => thread.close()))
    },
  }
}
