import { ConfigError, ERROR_CODES } from '@counterclaim/model'
import type { ServiceName } from '@counterclaim/pipelines/groups'
import { serve } from './serve.ts'

/**
 * The whole life of a worker process: serves one thing on the archive that COUNTERCLAIM_DATA names, until
 * SIGTERM or SIGINT. Exits 0 when told to stop, 2 for a setting that must be mended, 1 for a defect.
 */
export async function runWorker(service: ServiceName): Promise<void> {
  const stop = new AbortController()
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => stop.abort())
  const dir = process.env.COUNTERCLAIM_DATA ?? '.counterclaim'
  process.exit(await serve({ dir, services: [service], env: process.env, signal: stop.signal }).then(() => 0, report))
}

function report(error: unknown): number {
  if (error instanceof ConfigError) {
    process.stderr.write(`counterclaim: ${error.message}\n  ${ERROR_CODES[error.code]}\n`)
    return 2
  }
  process.stderr.write(`counterclaim: a defect\n${error instanceof Error ? error.stack : String(error)}\n`)
  return 1
}
