import { resolve } from 'node:path'
import type { Distributed } from '@counterclaim/workers/distributed'
import { EXIT } from './failure.ts'
import { startProgress } from './progress.ts'
import { outJson, type Shell } from './shell.ts'
import { count } from './text/wrap.ts'

/** How long the queue is left alone between two looks at it. */
const LOOK_MS = 200

interface SubmitOptions {
  readonly data: string
  readonly json?: boolean
  /** Wait until nothing is left to do in the whole queue. */
  readonly wait?: boolean
}

/** Puts inputs into the queue of an archive on Redis, for its workers; gives the exit code. */
export async function submitAndReport(
  shell: Shell,
  options: SubmitOptions,
  start: (archive: Distributed, signal: AbortSignal) => Promise<number>,
): Promise<number> {
  // Loaded only now: embedded runs need no client of Redis.
  const { openDistributed } = await import('@counterclaim/workers/distributed')
  const archive = await openDistributed(resolve(shell.cwd, options.data))
  const progress = startProgress(shell, 'Waiting for')
  const interrupt = new AbortController()
  const stop = (): void => interrupt.abort()
  process.once('SIGINT', stop)
  try {
    const before = await archive.search.counts()
    const inputs = await start(archive, interrupt.signal)
    let pending = await archive.queue.pending()
    while (options.wait === true && pending > 0 && !interrupt.signal.aborted) {
      progress.update(pending)
      await new Promise((after) => setTimeout(after, LOOK_MS))
      pending = await archive.queue.pending()
    }
    progress.end()
    const { byState } = await archive.search.counts()
    if (options.json === true) await outJson(shell, { inputs, pending, archive: byState })
    else {
      const states = Object.entries(byState).map(([state, n]) => `${n} ${state}`)
      const left = pending === 0 ? 'Nothing is left to do.' : `${count(pending, 'input')} still to work on.`
      await shell.out(
        `${shell.style.bold(`${count(inputs, 'input')} submitted`)}\n${left}\nIn the archive: ${states.join(', ')}\n`,
      )
    }
    return (byState.quarantined ?? 0) > (before.byState.quarantined ?? 0) ? EXIT.quarantined : EXIT.done
  } finally {
    progress.end()
    process.off('SIGINT', stop)
    await archive.close()
  }
}
