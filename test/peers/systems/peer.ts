import { text } from 'node:stream/consumers'
import { type Job, NOT_INSTALLED, type Result } from './job.ts'
import { SYSTEMS } from './systems.ts'

/**
 * Runs one system alone in this process, as peer.py does: `node peer.ts SYSTEM < job.json > result.json`.
 */
const job = JSON.parse(await text(process.stdin)) as Job
const make = SYSTEMS[process.argv[2] ?? '']
if (make === undefined) throw new TypeError(`no system ${process.argv[2]}`)
const system = await make().catch((error: unknown) => {
  if (!isMissing(error)) throw error
  console.error(error.message)
  process.exit(NOT_INSTALLED)
})
for (const one of job.warm) await system.run(one.text)
const before = process.cpuUsage()
if (system.runAll === undefined) for (const one of job.timed) await system.run(one.text)
else await system.runAll(job.timed)
const { user, system: kernel } = process.cpuUsage(before)
const megabytes = process.resourceUsage().maxRSS / 1000
const found: Record<string, unknown> = {}
for (const one of job.judged) found[one.id] = await system.run(one.text)
const result: Result = { version: system.version, seconds: (user + kernel) / 1e6, megabytes, found }
process.stdout.write(JSON.stringify(result))

function isMissing(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND'
}
