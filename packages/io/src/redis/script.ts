import { createHash } from 'node:crypto'
import type { Redis } from 'ioredis'

/** A script on the server: all of it happens at once, or nothing. Sent whole only to a server that does not know it yet. */
export type Script = (keys: readonly string[], ...args: readonly (string | number)[]) => Promise<unknown>

/** Makes a script of Lua. */
export function redisScript(redis: Redis, lua: string): Script {
  const hash = createHash('sha1').update(lua).digest('hex')
  return async (keys, ...args) => {
    try {
      return await redis.evalsha(hash, keys.length, ...keys, ...args)
    } catch (error) {
      if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error
      return redis.eval(lua, keys.length, ...keys, ...args)
    }
  }
}
