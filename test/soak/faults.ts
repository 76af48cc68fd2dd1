import type { Workers } from '../distributed/worker-processes.ts'
import type { Server } from '../servers/guard.ts'

/** The servers of a soak; each is replaced by itself when it is started again. */
export interface Servers {
  redis: Server
  elastic: Server
}

/** What goes wrong in a round. */
export interface Faults {
  /** How often what went wrong. */
  readonly done: Readonly<Record<string, number>>
  /** Lets something go wrong, or not. @param progress share of the work that is done, 0 to 1 */
  tick(progress: number): Promise<void>
}

interface FaultOptions {
  readonly servers: Servers
  readonly workers: Workers
  readonly random: () => number
  readonly awayMs: number
}

/** A task that three processes died over is quarantined, and rightly so: of each group so many are killed at most. */
const MOST_KILLS = 2
const KILL_CHANCE = 0.15

/** Kills all along; Redis goes away and Elasticsearch ends once each, at a share of the work that chance decides. */
export function faultsOf({ servers, workers, random, awayMs }: FaultOptions): Faults {
  const victims = Array.from({ length: MOST_KILLS * workers.size }, (_, i) => i % workers.size).sort(
    () => random() - 0.5,
  )
  const done = { kill: 0, 'Redis away': 0, 'Elasticsearch restarted': 0 }
  const [redisAt, elasticAt] = [0.1 + 0.3 * random(), 0.5 + 0.3 * random()]
  return {
    done,
    tick: async (progress) => {
      if (progress >= redisAt && done['Redis away'] === 0) {
        const start = await servers.redis.halt()
        await new Promise((resolve) => setTimeout(resolve, awayMs))
        servers.redis = await start()
        done['Redis away']++
      } else if (progress >= elasticAt && done['Elasticsearch restarted'] === 0) {
        const start = await servers.elastic.halt()
        servers.elastic = await start()
        done['Elasticsearch restarted']++
      } else if (random() < KILL_CHANCE) {
        const victim = victims.pop()
        if (victim === undefined) return
        await workers.kill(victim)
        done.kill++
      }
    },
  }
}
