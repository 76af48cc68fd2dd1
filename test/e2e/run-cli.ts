import { spawn } from 'node:child_process'
import { join } from 'node:path'

const MAIN = join(import.meta.dirname, '../../packages/cli/src/main.ts')

/** What a run of the program left behind. */
export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs the program as a user does: a process of its own, in `cwd`, its output read to the end. */
export function runCli(cwd: string, ...args: readonly string[]): Promise<Ran> {
  return runCliIn({}, cwd, ...args)
}

/** The same with environment variables. */
export function runCliIn(
  variables: Readonly<Record<string, string>>,
  cwd: string,
  ...args: readonly string[]
): Promise<Ran> {
  const { FORCE_COLOR: _color, COUNTERCLAIM_DATA: _data, ...env } = process.env
  const child = spawn(process.execPath, [MAIN, ...args], { cwd, env: { ...env, NO_COLOR: '1', ...variables } })
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
