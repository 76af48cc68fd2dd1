import { aptInstall } from './apt-install.ts'
import type { Server } from './guard.ts'
import { hasCommand } from './run-command.ts'

/** Where Debian puts it. */
const PATH = '/usr/bin/chromium'

/** Debian's Chromium; installs it when it is missing. Nothing of it runs before a test starts it, and ends with that. */
export async function findChromium(): Promise<Server> {
  if (!(await hasCommand('chromium'))) await aptInstall('chromium')
  return {
    url: PATH,
    stop: async () => {},
    halt: () => Promise.reject(new Error('nothing of it runs')),
  }
}
