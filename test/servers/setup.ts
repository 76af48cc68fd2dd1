import type { TestProject } from 'vitest/node'
import { findChromium } from './find-chromium.ts'
import type { Server } from './guard.ts'
import type { Availability, ServerName } from './servers.ts'
import { startElastic } from './start-elastic.ts'
import { startRedis } from './start-redis.ts'

interface Known {
  readonly title: string
  readonly variable: string
  readonly start: () => Promise<Server>
}

const SERVERS: Readonly<Record<ServerName, Known>> = {
  redis: { title: 'Redis', variable: 'COUNTERCLAIM_REDIS_URL', start: startRedis },
  elastic: { title: 'Elasticsearch', variable: 'COUNTERCLAIM_ELASTIC_URL', start: () => startElastic() },
  browser: { title: 'Chromium', variable: 'COUNTERCLAIM_CHROMIUM', start: findChromium },
}

/**
 * Before all tests: takes the servers that the environment names, or with CI=true installs and starts them, all at once;
 * stops those it started afterwards. What it found is told to tests by `withServers` alone: the variables are taken
 * out of the environment, so that no test of the embedded archive runs distributed by accident.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const started: Server[] = []
  const [redis, elastic, browser] = (await Promise.all(
    [SERVERS.redis, SERVERS.elastic, SERVERS.browser].map((known) => obtain(known, started)),
  )) as [Availability, Availability, Availability]
  project.provide('servers', { redis, elastic, browser })
  return async () => {
    await Promise.all(started.map((server) => server.stop()))
  }
}

async function obtain({ title, variable, start }: Known, started: Server[]): Promise<Availability> {
  const given = process.env[variable]
  delete process.env[variable]
  if (given !== undefined && given !== '') return { kind: 'there', url: given }
  if (process.env.CI !== 'true') {
    const reason = `needs ${title}: give ${variable}, or CI=true to install and start one`
    return { kind: 'absent', reason, fails: false }
  }
  try {
    const server = await start()
    started.push(server)
    return { kind: 'there', url: server.url }
  } catch (error) {
    return { kind: 'absent', reason: `${title} could not be started: ${String(error)}`, fails: true }
  }
}
