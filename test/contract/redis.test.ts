import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { folderDrafts, openSqlite } from '@counterclaim/io'
import { connectRedis, redisCandidates, redisLock, redisQueue } from '@counterclaim/io/redis'
import { candidatesContract, type OpenBackend, queueContract, workContract } from '@counterclaim/pipeline/contract'
import { withServers } from '../servers/servers.ts'

/** Short, so that a process that died is found out soon; longer than a busy machine holds a test up. */
const LEASE_MS = 800

withServers(['redis'], ({ redis: url }) => {
  let last = { folder: '', prefix: '' }
  /** Queue and candidates on Redis; the archive beside them is in SQLite. */
  const open: OpenBackend = async (again) => {
    if (again === undefined) {
      last = { folder: mkdtempSync(join(tmpdir(), 'counterclaim-contract-')), prefix: `{test-${randomUUID()}}` }
    }
    const { folder, prefix } = last
    const archive = openSqlite(folder)
    const redis = await connectRedis({ COUNTERCLAIM_REDIS_URL: url })
    const shared = { redis, prefix, leaseMs: LEASE_MS }
    const queue = redisQueue({ ...shared, drafts: folderDrafts(join(folder, 'drafts')) })
    const nothing = async function* (): AsyncIterable<never> {}
    return {
      ...archive,
      queue,
      candidates: redisCandidates({ ...shared, lock: redisLock(shared), archived: nothing }),
      close: async () => {
        await queue.close()
        await redis.quit()
        await archive.close()
      },
      die: async () => redis.disconnect(),
    }
  }

  queueContract(open)
  candidatesContract(open)
  workContract(open)
})
