import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { startProcesses, type Workers } from './worker-processes.ts'

/** Starts the worker processes as a person would, one for each group. None outlives the running test. */
export function startWorkers(env: Readonly<Record<string, string>>, skewed: readonly string[] = []): Workers {
  const workers = startProcesses(env, skewed)
  onTestFinished(() => workers.end())
  return workers
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
