import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const AHEAD = join(import.meta.dirname, 'hour-ahead.ts')
/** Of each a process. */
export const GROUPS = ['fetch', 'extract', 'annotate', 'index', 'compare'] as const

/** A process for each group of stages. */
export interface Workers {
  /** Kills one without warning and starts another in its place. */
  kill(index: number): Promise<void>
  /** Tells all to stop; gives their exit codes. */
  stop(): Promise<(number | null)[]>
  /** Kills all. */
  end(): void
  /** Starts again whatever has ended by itself, as a supervisor does; gives how many had. */
  revive(): number
  readonly size: number
}

/**
 * Starts the worker processes as a person would, one for each group. Whoever starts them ends them.
 * @param skewed groups whose process has a clock that is an hour ahead
 */
export function startProcesses(env: Readonly<Record<string, string>>, skewed: readonly string[] = []): Workers {
  const start = (group: string): ChildProcess => {
    const path = join(import.meta.dirname, '../../workers', `${group}.ts`)
    const clock = skewed.includes(group) ? ['--import', AHEAD] : []
    return spawn(process.execPath, [...clock, path], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  }
  const running: ChildProcess[] = GROUPS.map(start)
  return {
    size: GROUPS.length,
    revive: () => {
      const ended = running.flatMap((child, i) => (child.exitCode === null ? [] : [i]))
      for (const i of ended) running[i] = start(GROUPS[i] ?? '')
      return ended.length
    },
    end: () => {
      for (const child of running) child.kill('SIGKILL')
    },
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
