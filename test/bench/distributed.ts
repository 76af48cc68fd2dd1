import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../servers/free-port.ts'
import { generateDocument } from './generate.ts'

/** Servers of the benchmark, and what parts its runs. */
export interface BenchServers {
  readonly redis: string
  readonly elastic: string
  readonly prefix: string
  readonly folder: string
}

const MAIN = join(import.meta.dirname, '../../packages/cli/src/main.ts')

/** Settings of a process for the archive of one run. */
function envOf({ redis, elastic, prefix, folder }: BenchServers): NodeJS.ProcessEnv {
  const data = join(folder, prefix)
  mkdirSync(data, { recursive: true })
  return {
    ...process.env,
    COUNTERCLAIM_REDIS_URL: redis,
    COUNTERCLAIM_REDIS_PREFIX: `{${prefix}}`,
    COUNTERCLAIM_ELASTIC_URL: elastic,
    COUNTERCLAIM_ELASTIC_PREFIX: prefix,
    COUNTERCLAIM_DATA: data,
    COUNTERCLAIM_THREADS: '1',
  }
}

/** Adds `n` documents to a new archive that `workers` processes serve, all stages each, once they are ready. */
export async function timeDistributed(
  servers: BenchServers,
  n: number,
  workers: number,
): Promise<{ readonly documentsPerSecond: number; readonly cpu: string }> {
  const env = envOf(servers)
  const input = join(servers.folder, `${servers.prefix}.jsonl`)
  const documents = Array.from({ length: n }, (_, i) => generateDocument(2, i))
  writeFileSync(input, documents.map((doc) => `${JSON.stringify(doc)}\n`).join(''))
  run(env, 'setup')
  const ports = await Promise.all(Array.from({ length: workers }, freePort))
  const running = ports.map((port) => start({ ...env, COUNTERCLAIM_HEALTH_PORT: `${port}` }, 'work'))
  try {
    await Promise.all(ports.map(ready))
    const before = cpuOf(running)
    const begin = performance.now()
    run(env, 'add', '--wait', input)
    const seconds = (performance.now() - begin) / 1000
    const after = cpuOf(running)
    const used = after.reduce((sum, ms, i) => sum + ms - (before[i] ?? 0), 0) / 1000
    return {
      documentsPerSecond: n / seconds,
      cpu: `workers ${(used / seconds).toFixed(2)} cores of the machine's`,
    }
  } finally {
    await Promise.all(
      running.map(async (child) => {
        child.kill('SIGTERM')
        await once(child, 'exit')
      }),
    )
    // What one run wrote must not weigh on the next.
    await dropIndices(servers)
  }
}

/** By name: a node refuses to delete by pattern. */
async function dropIndices({ elastic, prefix }: BenchServers): Promise<void> {
  const listed = await fetch(`${elastic}/_cat/indices/${prefix}-v*,${prefix}-*-v*?format=json&h=index`)
  const names = ((await listed.json()) as { readonly index: string }[]).map(({ index }) => index)
  const dropped = await fetch(`${elastic}/${names.join(',')}`, { method: 'DELETE' })
  if (!dropped.ok) throw new Error(`${names.join(',')}: ${await dropped.text()}`)
}

function start(env: NodeJS.ProcessEnv, ...args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [MAIN, ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] })
}

function run(env: NodeJS.ProcessEnv, ...args: readonly string[]): void {
  const ran = spawnSync(process.execPath, [MAIN, ...args], { env, encoding: 'utf8' })
  if (ran.status !== 0) throw new Error(`${args.join(' ')}: ${ran.stdout}${ran.stderr}`)
}

async function ready(port: number): Promise<void> {
  const asked = (): Promise<boolean> =>
    fetch(`http://127.0.0.1:${port}/ready`).then(
      (response) => response.ok,
      () => false,
    )
  while (!(await asked())) await new Promise((resolve) => setTimeout(resolve, 50))
}

/** Milliseconds of processor time of each process, by Linux; 0 elsewhere. */
function cpuOf(children: readonly ChildProcess[]): number[] {
  return children.map(({ pid }) => {
    try {
      const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
      const fields = rest.split(' ')
      return (Number(fields[11]) + Number(fields[12])) * 10
    } catch {
      return 0
    }
  })
}
