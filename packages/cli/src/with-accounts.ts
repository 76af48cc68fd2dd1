import { resolve } from 'node:path'
import { type Accounts, actOf, ROLES, type Role } from '@counterclaim/model'
import { Option } from 'commander'
import { actingOf } from './acting.ts'
import { useArchive } from './archive.ts'
import { openAccountsOf } from './open-accounts.ts'
import type { Shell } from './shell.ts'

/** Opens the accounts of the archive, gives them to `use`, and closes them whatever happens. */
export async function withAccounts(
  shell: Shell,
  dir: string,
  use: (accounts: Accounts) => Promise<number>,
): Promise<number> {
  const accounts = await openAccountsOf(resolve(shell.cwd, dir))
  try {
    return await use(accounts)
  } finally {
    await accounts.close()
  }
}

/** Writes into the audit log what a command did. */
export async function recordCommand(shell: Shell, dir: string, did: string, on: string): Promise<void> {
  await useArchive(resolve(shell.cwd, dir), ({ audit }) => audit.record(actOf(did, on, actingOf({}))))
}

/** An option that takes a role. */
export function roleOption(): Option {
  return new Option('--role <role>', 'what they may do').choices(ROLES).default('reader' satisfies Role)
}
