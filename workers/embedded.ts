import {
  type Arrivals,
  arrivalsBy,
  type Backend,
  localFiles,
  openHttp,
  openSqlite,
  readInputs,
  readLimits,
  readWebSettings,
  rereadInput,
} from '@counterclaim/io'
import type { SavedSearches, Subscribers } from '@counterclaim/model'
import { addAll, type Finished, quarantined, type RetryFilter, work } from '@counterclaim/pipeline'
import { news } from '@counterclaim/pipelines/news'
import { type Outgoing, openOutgoing } from './outgoing.ts'
import { stageRunner } from './stage-runner.ts'
import { type Watching, watching } from './watching.ts'

/** How far a caller wants to follow, and when to stop. */
export interface Progressing {
  readonly onOutcome?: (finished: Finished) => void
  readonly signal?: AbortSignal
}

/** The embedded archive with the means to fill it. */
export interface Embedded extends Backend, Watching, Outgoing {
  readonly savedSearches: SavedSearches
  readonly subscribers: Subscribers
  readonly arrivals: Arrivals
  /** Adds files, folders and URLs and works until nothing is left to do. Gives how many inputs were submitted. */
  add(paths: Iterable<string>, progressing?: Progressing): Promise<number>
  /** Tries again what is quarantined, and works until nothing is left to do. Gives how many inputs were submitted. */
  retry(filter: RetryFilter, progressing?: Progressing): Promise<number>
  /** Works on what is left from before. */
  drain(progressing?: Progressing): Promise<void>
}

/** Opens the archive in a folder (`:memory:` for none); all in this process, language on threads of its own. */
export function openEmbedded(dir: string, env: Readonly<Record<string, string | undefined>> = process.env): Embedded {
  const limits = readLimits(env)
  const web = readWebSettings(env, limits)
  const backend = openSqlite(dir)
  const http = openHttp(web)
  const outgoing = openOutgoing(web, env)
  const files = localFiles(limits.maxBytes)
  const runner = stageRunner({ from: 'extract', until: 'index', blobFolder: backend.blobFolder }, limits)
  const now = (): string => new Date().toISOString()
  const { queue, ledger } = backend
  const options = { queue, ledger, ports: { ...backend, files, http, now }, runner }
  const inputs = { files, blobs: backend.blobs, maxBytes: limits.maxBytes }
  return {
    ...backend,
    ...outgoing,
    arrivals: arrivalsBy(backend.mark),
    add: (paths, progressing) => addAll(news, readInputs(paths, inputs), { ...options, ...progressing }),
    retry: (filter, progressing) => {
      const again = quarantined({ ...backend, reread: (input) => rereadInput(input, inputs) }, filter)
      return addAll(news, again, { ...options, ...progressing })
    },
    drain: (progressing) => work(news, { ...options, ...progressing }),
    ...watching(backend, http),
    close: async () => {
      await Promise.all([runner.close(), http.close(), outgoing.close()])
      await backend.close()
    },
  }
}
