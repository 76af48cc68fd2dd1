import { spawn } from 'node:child_process'
import { chownSync, closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A server of the tests' own. */
export interface Server {
  readonly url: string
  stop(): Promise<void>
  /** Ends the server and keeps what it has written; gives the means to start it again on that, at the same address. */
  halt(): Promise<() => Promise<Server>>
}

/** How a server is started in a folder of its own. */
export interface Launch {
  readonly name: string
  readonly command: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly user?: User | null
  /** Resolves once the server answers; asked again and again until then. */
  readonly isReady: () => Promise<boolean>
  readonly url: string
  /** The folder from `serverFolder`: it holds all that the server writes, and goes with it. */
  readonly folder: string
}

/** Whom a server runs as. */
export interface User {
  readonly uid: number
  readonly gid: number
}

/**
 * Runs the server until it ends or its standard input does, which also happens when the test process is killed: so no
 * server outlives its tests, nor does its folder. One that ended by itself leaves the folder, for its log.
 */
const GUARD = `
exec 3<&0
"$@" 3<&- &
server=$!
echo "$server" > "$FOLDER/server.pid"
stop() {
  cat <&3
  kill "$server" || return
  while kill -0 "$server"; do sleep 0.1; done
  rm -rf "$FOLDER"
}
stop >/dev/null 2>&1 &
wait "$server"
`
/** A cold Java virtual machine on a busy machine of two cores took 33 s. */
const READY_MS = 180_000
const LOOK_MS = 100
const LOG_TAIL = 3_000

/** An empty folder for a server's data and logs. */
export function serverFolder(name: string, user: User | null = null): string {
  const folder = mkdtempSync(join(tmpdir(), `counterclaim-${name}-`))
  if (user !== null) chownSync(folder, user.uid, user.gid)
  return folder
}

/**
 * Starts a server and waits until it is ready.
 * @throws {Error} with the end of its log when it ends before, or takes longer than three minutes
 */
export async function launch(given: Launch): Promise<Server> {
  const { name, command, env, user, isReady, url, folder } = given
  const log = join(folder, 'output.log')
  const output = openSync(log, 'a')
  const child = spawn('sh', ['-c', GUARD, 'guard', ...command], {
    cwd: folder,
    env: { ...process.env, ...env, FOLDER: folder },
    stdio: ['pipe', output, output],
    ...user,
  })
  closeSync(output)
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve())
    child.once('exit', () => resolve())
  })
  const stop = async (): Promise<void> => {
    child.stdin?.end()
    await ended
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  const halt = async (): Promise<() => Promise<Server>> => {
    // The guard ends with the server, and leaves the folder to it.
    process.kill(Number(readFileSync(join(folder, 'server.pid'), 'utf8')), 'SIGTERM')
    await ended
    return () => launch(given)
  }
  const deadline = Date.now() + READY_MS
  while (!(await isReady())) {
    if (child.exitCode !== null || child.pid === undefined || Date.now() > deadline) {
      const tail = readFileSync(log, 'utf8').slice(-LOG_TAIL)
      await stop()
      throw new Error(`${name} did not start:\n${tail}`)
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  }
  return { url, stop, halt }
}
