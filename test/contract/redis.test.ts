import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { folderDrafts, openSqlite } from '@counterclaim/io'
import { connectRedis, redisQueue } from '@counterclaim/io/redis'
import { type OpenBackend, queueContract, workContract } from '@counterclaim/pipeline/contract'
import { describe } from 'vitest'

const url = process.env.COUNTERCLAIM_REDIS_URL
/** Short, so that a process that died is found out soon. */
const LEASE_MS = 300

let last = { folder: '', prefix: '' }
const open: OpenBackend = async (again) => {
  if (again === undefined) {
    last = { folder: mkdtempSync(join(tmpdir(), 'counterclaim-contract-')), prefix: `{test-${randomUUID()}}` }
  }
  const { folder, prefix } = last
  const rest = openSqlite(folder)
  const redis = await connectRedis({ COUNTERCLAIM_REDIS_URL: url })
  const queue = redisQueue({ redis, drafts: folderDrafts(join(folder, 'drafts')), prefix, leaseMs: LEASE_MS })
  return {
    ...rest,
    queue,
    close: async () => {
      await queue.close()
      await redis.quit()
      await rest.close()
    },
    die: async () => redis.disconnect(),
  }
}

describe.skipIf(url === undefined)('on Redis (needs COUNTERCLAIM_REDIS_URL)', () => {
  queueContract(open)
  workContract(open)
})
