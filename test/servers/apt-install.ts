import { runCommand } from './run-command.ts'

/** Only one apt-get can run at a time; the second caller waits for the first. */
let last: Promise<unknown> = Promise.resolve()

/**
 * Installs a Debian package, the first of those named that can be installed.
 * @throws {Error} when this is not Debian, not root, or none can be installed
 */
export function aptInstall(...packages: readonly string[]): Promise<void> {
  const turn = last.then(() => installFirst(packages))
  last = turn.catch(() => {})
  return turn
}

let updated = false

async function installFirst(packages: readonly string[]): Promise<void> {
  if (process.getuid?.() !== 0) throw new Error(`Install ${packages.join(' or ')}: only root can do it from here`)
  if (!updated) await apt('update')
  updated = true
  const reasons: string[] = []
  for (const name of packages) {
    try {
      await apt('install', '--yes', '--no-install-recommends', name)
      return
    } catch (error) {
      reasons.push(String(error))
    }
  }
  throw new Error(`None of ${packages.join(', ')} could be installed.\n${reasons.join('\n')}`)
}

async function apt(...args: readonly string[]): Promise<void> {
  // RUNLEVEL=1: a service that comes with the package is not started.
  const env = ['DEBIAN_FRONTEND=noninteractive', 'RUNLEVEL=1']
  await runCommand('env', [...env, 'apt-get', '-qq', '-o', 'DPkg::Lock::Timeout=300', ...args])
}
