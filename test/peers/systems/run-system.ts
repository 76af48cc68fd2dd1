import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Job, NOT_INSTALLED, type Result } from './job.ts'

/** A system by name: one of peer.py's, or one of peer.ts's. */
export interface SystemName {
  readonly language: 'python' | 'javascript'
  readonly name: string
}

/** Runs a system on a job, alone in a process. Gives why not, where it is not on this machine. @throws {Error} when it fails */
export function runSystem({ language, name }: SystemName, job: Job): Result | { readonly missing: string } {
  const python = pythonOfPeers()
  const [command, script] = language === 'python' ? [python, 'peer.py'] : [process.execPath, 'peer.ts']
  const run = spawnSync(command, [join(import.meta.dirname, script), name], {
    input: JSON.stringify(job),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  const last =
    run.stderr
      ?.trim()
      .split('\n')
      .find((line) => line !== '') ?? ''
  if (run.error !== undefined) return { missing: run.error.message }
  if (run.status === NOT_INSTALLED) return { missing: last }
  if (run.status !== 0) throw new Error(`${name}: ${run.stderr}`)
  return JSON.parse(run.stdout) as Result
}

/** The folder of peers is an environment of Python that has a node_modules too. Without one, Python is the machine's own. */
function pythonOfPeers(): string {
  const own = join(process.env.COUNTERCLAIM_PEERS ?? '/', 'bin/python')
  return existsSync(own) ? own : 'python3'
}
