import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

const GROUPS = ['fetch', 'extract', 'annotate', 'index', 'compare'] as const

/** A process for each group of stages. */
export interface Workers {
  /** Kills one without warning and starts another in its place. */
  kill(index: number): Promise<void>
  /** Tells all to stop; gives their exit codes. */
  stop(): Promise<(number | null)[]>
  readonly size: number
}

/** Starts the worker processes as a person would, one for each group. None outlives the running test. */
export function startWorkers(env: Readonly<Record<string, string>>): Workers {
  const start = (group: string): ChildProcess => {
    const path = join(import.meta.dirname, '../../workers', `${group}.ts`)
    return spawn(process.execPath, [path], { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit'] })
  }
  const running: ChildProcess[] = GROUPS.map(start)
  onTestFinished(() => {
    for (const child of running) child.kill('SIGKILL')
  })
  return {
    size: GROUPS.length,
    kill: async (index) => {
      const child = running[index]
      if (child === undefined) throw new RangeError(`no worker ${index}`)
      child.kill('SIGKILL')
      await once(child, 'exit')
      running[index] = start(GROUPS[index] ?? '')
    },
    stop: () =>
      Promise.all(
        running.map(async (child) => {
          const ended = child.exitCode === null ? once(child, 'exit') : Promise.resolve([child.exitCode])
          child.kill('SIGTERM')
          return ((await ended) as [number | null])[0]
        }),
      ),
  }
}

/** Starts the program as a person would. */
export function startCli(env: Readonly<Record<string, string>>, ...args: readonly string[]): ChildProcess {
  const main = join(import.meta.dirname, '../../packages/cli/src/main.ts')
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...process.env, ...env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

/** Runs the program to its end; gives its exit code and what it printed. */
export async function runCli(
  env: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<{ readonly code: number | null; readonly out: string }> {
  const child = startCli(env, ...args)
  let out = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, out }
}
