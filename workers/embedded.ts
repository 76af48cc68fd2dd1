import { type Backend, localFiles, openSqlite, readInputs, readLimits, threadRunner } from '@counterclaim/io'
import { addAll, type Finished, work } from '@counterclaim/pipeline'
import { news } from '@counterclaim/pipelines/news'

/** How far a caller wants to follow, and when to stop. */
export interface Progressing {
  readonly onOutcome?: (finished: Finished) => void
  readonly signal?: AbortSignal
}

/** The embedded archive with the means to fill it. */
export interface Embedded extends Backend {
  /** Adds files and folders and works until nothing is left to do. Gives how many inputs were submitted. */
  add(paths: Iterable<string>, progressing?: Progressing): Promise<number>
  /** Works on what is left from before. */
  drain(progressing?: Progressing): Promise<void>
}

/** Opens the archive in a folder (`:memory:` for none); all in this process, language on threads of its own. */
export function openEmbedded(dir: string, env: Readonly<Record<string, string | undefined>> = process.env): Embedded {
  const limits = readLimits(env)
  const backend = openSqlite(dir)
  const files = localFiles(limits.maxBytes)
  const entry = new URL('./stages-thread.ts', import.meta.url)
  const stages = news.between('extract', 'index')
  const { stageMs, threadMb: memoryMb, threads: size, maxBytes } = limits
  const data = { blobFolder: backend.blobFolder }
  const runner = threadRunner({ entry, data, stages, until: 'index', size, stageMs, memoryMb })
  const options = {
    queue: backend.queue,
    ledger: backend.ledger,
    ports: { ...backend, files, now: () => new Date().toISOString() },
    runner,
  }
  return {
    ...backend,
    add: (paths, progressing) =>
      addAll(news, readInputs(paths, { files, blobs: backend.blobs, maxBytes }), { ...options, ...progressing }),
    drain: (progressing) => work(news, { ...options, ...progressing }),
    close: () => runner.close().then(() => backend.close()),
  }
}
