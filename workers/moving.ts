import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { copyFolder, openSqlite } from '@counterclaim/io'
import { openElastic, processLock, readElasticSettings } from '@counterclaim/io/elastic'
import { connectRedis, forgetCandidates, redisRounds } from '@counterclaim/io/redis'
import { ConfigError } from '@counterclaim/model'
import { type TransferFrom, type Transferred, type TransferTo, transfer } from '@counterclaim/pipelines/transfer'
import { isDistributed } from './is-distributed.ts'
import { PREFIX } from './prefix.ts'

/** One end of a move: the folder of an embedded archive, or the URL of an Elasticsearch. */
type End = TransferFrom &
  TransferTo & {
    readonly blobFolder: string
    /** Inputs that somebody works on, or is to work on. */
    readonly pending: () => Promise<number>
    /** Everything has been moved here. */
    readonly settle: () => Promise<void>
    readonly close: () => Promise<void>
  }

/** What is to be moved. */
export interface Move {
  readonly from: string
  readonly to: string
  /** The folder that processes of the archive on Elasticsearch share. */
  readonly shared: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly onProgress?: (done: Transferred) => void
}

/**
 * Moves an archive between a folder and Elasticsearch, in either direction, or from one to another of its kind. What is
 * moved stays where it was. No worker may run meanwhile.
 * @throws {ConfigError} `config.invalid` when work is left to do; whatever opening an archive throws
 */
export async function moveArchive({ from, to, shared, env, onProgress }: Move): Promise<Transferred> {
  const source = await openEnd(from, shared, env)
  try {
    const left = await source.pending()
    if (left > 0)
      throw new ConfigError('config.invalid', `${left} inputs are still to be worked on: let that end first`)
    const target = await openEnd(to, shared, env)
    try {
      if (target.blobFolder !== source.blobFolder) await copyFolder(source.blobFolder, target.blobFolder)
      const done = await transfer(source, target, onProgress)
      await target.settle()
      return done
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}

function openEnd(place: string, shared: string, env: Move['env']): Promise<End> {
  return /^https?:\/\//.test(place) ? elasticEnd(place, shared, env) : folderEnd(place)
}

async function folderEnd(folder: string): Promise<End> {
  const backend = openSqlite(folder)
  return { ...backend, pending: () => backend.queue.pending(), settle: async () => {}, close: () => backend.close() }
}

/**
 * Candidates are filed in a folder that is thrown away: the workers of the archive make their own on Redis from what
 * Elasticsearch holds.
 */
async function elasticEnd(url: string, shared: string, env: Move['env']): Promise<End> {
  const settings = readElasticSettings({ ...env, COUNTERCLAIM_ELASTIC_URL: url })
  const elastic = await openElastic(settings, { lock: processLock(), fresh: true })
  const local = openSqlite(shared)
  const folder = mkdtempSync(join(tmpdir(), 'counterclaim-move-'))
  const scratch = openSqlite(folder)
  const redis = isDistributed(env) ? await connectRedis(env) : null
  const prefix = env.COUNTERCLAIM_REDIS_PREFIX ?? PREFIX
  return {
    ...local,
    ...elastic,
    candidates: scratch.candidates,
    pending: async () => (redis === null ? 0 : redisRounds(redis, prefix).pending()),
    settle: async () => {
      if (redis !== null) await forgetCandidates(redis, prefix)
    },
    close: async () => {
      redis?.disconnect()
      await Promise.all([elastic.close(), local.close(), scratch.close()])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
