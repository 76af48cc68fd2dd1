import { userInfo } from 'node:os'
import { resolve } from 'node:path'
import { openAccounts } from '@counterclaim/io'
import { type Accounts, type Act, ROLES, type Role } from '@counterclaim/model'
import { Option } from 'commander'
import type { Shell } from './shell.ts'

/** Opens the accounts that lie in the archive's folder, gives them to `use`, and closes them whatever happens. */
export async function withAccounts(
  shell: Shell,
  dir: string,
  use: (accounts: Accounts) => Promise<number>,
): Promise<number> {
  const accounts = openAccounts(resolve(shell.cwd, dir))
  try {
    return await use(accounts)
  } finally {
    await accounts.close()
  }
}

/** What a command did, for the audit log: by the user of this machine who ran it. */
export function actOfCommand(did: string, on: string): Omit<Act, 'at'> {
  return { by: `${userInfo().username} (command line)`, did, on, done: true }
}

/** An option that takes a role. */
export function roleOption(): Option {
  return new Option('--role <role>', 'what they may do').choices(ROLES).default('reader' satisfies Role)
}
