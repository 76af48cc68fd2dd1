import { spawn } from 'node:child_process'
import { join } from 'node:path'

const PEAK = join(import.meta.dirname, '../bench/peak.ts')
export const MAIN: string = join(import.meta.dirname, '../../packages/cli/src/main.ts')

/** What a run of the program left behind. */
export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** How a run differs from a user's own. */
export interface RunOptions {
  readonly cwd: string
  /** Settings of the program, over the environment's. */
  readonly env?: Readonly<Record<string, string>>
  /** Another user to run as: only root may. */
  readonly uid?: number
}

/** Runs the program as a user does: a process of its own, in `cwd`, its output read to the end. */
export function runCli(cwd: string, ...args: readonly string[]): Promise<Ran> {
  return runProgram({ cwd }, [MAIN, ...args])
}

/** The same with environment variables. */
export function runCliIn(
  variables: Readonly<Record<string, string>>,
  cwd: string,
  ...args: readonly string[]
): Promise<Ran> {
  return runProgram({ cwd, env: variables }, [MAIN, ...args])
}

/** As `runCli`, with settings; gives the most memory that the process held, its threads included, in MB. */
export async function runMeasured(options: RunOptions, ...args: readonly string[]): Promise<Ran & { peakMb: number }> {
  const ran = await runProgram(options, ['--import', PEAK, MAIN, ...args])
  const peak = /\npeak (\d+) KB\n$/.exec(ran.err)
  return { ...ran, err: ran.err.slice(0, peak?.index), peakMb: Number(peak?.[1]) / 1024 }
}

function runProgram({ cwd, env: settings, uid }: RunOptions, args: readonly string[]): Promise<Ran> {
  const { FORCE_COLOR: _color, COUNTERCLAIM_DATA: _data, ...env } = process.env
  const user = uid === undefined ? {} : { uid, gid: uid }
  const child = spawn(process.execPath, args, { cwd, env: { ...env, NO_COLOR: '1', ...settings }, ...user })
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    err += text
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out, err }))
  })
}

/** The objects of JSON Lines. */
export function parseLines<T>(text: string): T[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T)
}
