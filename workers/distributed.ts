import { join } from 'node:path'
import {
  type Backend,
  folderDrafts,
  localFiles,
  openHttp,
  openSqlite,
  readInputs,
  readLimits,
  readWebSettings,
  rereadInput,
} from '@counterclaim/io'
import { openElastic, readElasticSettings } from '@counterclaim/io/elastic'
import {
  connectRedis,
  type Duty,
  type Filed,
  type Lock,
  type RedisArrivals,
  redisArrivals,
  redisCandidates,
  redisClock,
  redisLock,
  redisQueue,
  redisTurns,
} from '@counterclaim/io/redis'
import type { Board } from '@counterclaim/io/redis-board'
import type { Http, SavedSearches, Search, Subscribers } from '@counterclaim/model'
import { quarantined, type RetryFilter, submitAll } from '@counterclaim/pipeline'
import { filed } from '@counterclaim/pipelines/filed'
import { isOnElastic } from './is-distributed.ts'
import { type Outgoing, openOutgoing } from './outgoing.ts'
import { PREFIX } from './prefix.ts'
import { QUEUE_NAMES } from './queue-names.ts'
import { type Watching, watching } from './watching.ts'

/** The archive of many processes with the means to fill it. */
export interface Distributed extends Backend, Watching, Outgoing {
  readonly savedSearches: SavedSearches
  readonly subscribers: Subscribers
  readonly arrivals: RedisArrivals
  readonly blobFolder: string
  /** The web, read politely by all processes together. */
  readonly http: Http
  /** Among all processes of the archive. */
  readonly lock: Lock
  /** Does duties when their time comes, each by one of all processes that serve it. Gives the means to stop. */
  clock(duties: readonly Duty[], onFailure: (duty: string, error: unknown) => void): Promise<() => Promise<void>>
  /** Shows the queues on a port of 127.0.0.1. */
  board(port: number): Promise<{ readonly port: number; readonly close: () => Promise<void> }>
  /** The pages that show them, for a desk to serve under a path. */
  boardUnder(path: string): Promise<Board>
  /** Puts files, folders and URLs into the queue, for workers to work on. Gives how many inputs they are. */
  submit(paths: Iterable<string>, signal?: AbortSignal): Promise<number>
  /** Puts what is quarantined into the queue again. Gives how many inputs they are. */
  retry(filter: RetryFilter, signal?: AbortSignal): Promise<number>
}

/** How long giving back what is on loan may take. */
const CLOSE_MS = 5_000

/**
 * Opens the archive for processes that share Redis and a folder: queue, candidates and locks are on Redis; raw bytes and
 * documents in progress in the folder, which all machines mount. With `COUNTERCLAIM_ELASTIC_URL` documents, claims and the
 * ledger are in Elasticsearch, without it in SQLite in the folder. `COUNTERCLAIM_REDIS_PREFIX` parts archives on one Redis.
 * @throws {ConfigError} when a server does not let us in, or the archive cannot be opened
 * @throws {RetryLater} when a server does not answer
 */
export async function openDistributed(
  dir: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<Distributed> {
  const limits = readLimits(env)
  const { leaseMs, maxBytes, maxPending } = limits
  const redis = await connectRedis(env)
  const shared = { redis, prefix: env.COUNTERCLAIM_REDIS_PREFIX ?? PREFIX, leaseMs }
  const turns = redisTurns({ ...shared, perMinute: limits.fetchPerMinute })
  const web = readWebSettings(env, limits)
  const http = openHttp(web, turns)
  const outgoing = openOutgoing(web, env)
  const lock = redisLock(shared)
  const archive = await openArchive(dir, env, lock).catch((error: unknown) => {
    redis.disconnect()
    throw error
  })
  const queue = redisQueue({ ...shared, drafts: folderDrafts(join(dir, 'drafts')) })
  const candidates = redisCandidates({
    ...shared,
    lock,
    archived: () => filedDocuments(archive.search),
  })
  const shown = { redis, prefix: shared.prefix, queues: QUEUE_NAMES }
  const intake = { queue, ledger: archive.ledger, maxPending }
  const inputs = { files: localFiles(maxBytes), blobs: archive.blobs, maxBytes }
  return {
    ...archive,
    ...watching({ ...archive, queue }, http),
    http,
    ...outgoing,
    queue,
    candidates,
    lock,
    arrivals: redisArrivals(redis, shared.prefix),
    clock: (duties, onFailure) => redisClock({ ...shared, onFailure }, duties),
    // Loaded only now: most processes show nothing.
    board: async (port) => (await import('@counterclaim/io/redis-board')).serveBoard(shown, port),
    boardUnder: async (path) => (await import('@counterclaim/io/redis-board')).openBoard(shown, path),
    submit: (paths, signal) => submitAll(intake, readInputs(paths, inputs), signal),
    retry: (filter, signal) => {
      const again = quarantined({ ...archive, reread: (input) => rereadInput(input, inputs) }, filter)
      return submitAll(intake, again, signal)
    },
    close: async () => {
      await Promise.all([http.close(), outgoing.close()])
      // While Redis is away nothing can be given back; the end of the lease does it then.
      await Promise.race([queue.close().catch(() => {}), new Promise((late) => setTimeout(late, CLOSE_MS).unref())])
      redis.disconnect()
      await archive.close()
    },
  }
}

type Archived = Pick<
  Distributed,
  | 'archive'
  | 'search'
  | 'ledger'
  | 'digests'
  | 'reviews'
  | 'edits'
  | 'audit'
  | 'blobs'
  | 'blobFolder'
  | 'sources'
  | 'savedSearches'
  | 'subscribers'
  | 'close'
>

async function openArchive(
  dir: string,
  env: Readonly<Record<string, string | undefined>>,
  lock: Lock,
): Promise<Archived> {
  const local = openSqlite(dir)
  if (!isOnElastic(env)) return local
  const elastic = await openElastic(readElasticSettings(env), { lock, fresh: true })
  return { ...local, ...elastic, close: () => elastic.close().then(() => local.close()) }
}

async function* filedDocuments(search: Search): AsyncIterable<Filed> {
  for await (const doc of search.allDocuments()) yield filed(doc)
}
