import { resolve } from 'node:path'
import { type Accounts, ROLES, type Role } from '@counterclaim/model'
import { Option } from 'commander'
import { recordCommand } from './acting.ts'
import { useArchive } from './archive.ts'
import { openAccountsOf } from './open-accounts.ts'
import type { Shell } from './shell.ts'

/**
 * Opens the accounts of the archive, gives them to `use` with the means to write into its audit log what was done, and closes
 * them whatever happens.
 */
export async function withAccounts(
  shell: Shell,
  dir: string,
  use: (accounts: Accounts, record: (did: string, on: string) => Promise<void>) => Promise<number>,
): Promise<number> {
  const folder = resolve(shell.cwd, dir)
  const accounts = await openAccountsOf(folder)
  try {
    return await use(accounts, (did, on) => useArchive(folder, ({ audit }) => recordCommand(audit, did, on)))
  } finally {
    await accounts.close()
  }
}

/** An option that takes a role. */
export function roleOption(): Option {
  return new Option('--role <role>', 'what they may do').choices(ROLES).default('reader' satisfies Role)
}
