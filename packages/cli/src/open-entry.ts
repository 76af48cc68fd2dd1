import { resolve } from 'node:path'
import { isWithoutAccounts } from '@counterclaim/io'
import type { Accounts } from '@counterclaim/model'
import type { CommonOptions } from './command.ts'
import { usageError } from './failure.ts'
import { openAccountsOf } from './open-accounts.ts'
import type { Shell } from './shell.ts'

/** Where the desk listens, and what it is called. */
export interface Place {
  readonly port: number
  readonly host?: string
  readonly origin?: string
}

/** Who may enter it, and under which name. */
export interface Entry {
  readonly options: { readonly accounts?: Accounts; readonly hosts?: readonly string[]; readonly secure?: boolean }
}

const OWN = new Set(['127.0.0.1', '::1', 'localhost'])

/**
 * Who may enter a desk at a place: whoever is on this machine, where it answers to nobody else; who has an account,
 * where it does, be it by its address or by a name that a proxy leads to it.
 * @throws {ConfigError} `config.invalid` when it would answer to others, and its name or all accounts are missing
 */
export async function openEntry(
  shell: Shell,
  { data }: CommonOptions,
  { host = '127.0.0.1', origin }: Place,
): Promise<Entry> {
  if (origin === undefined && OWN.has(host)) return { options: {} }
  const url = originOf(host, origin)
  const accounts = await openAccountsOf(resolve(shell.cwd, data))
  if (await isWithoutAccounts(accounts)) {
    await accounts.close()
    throw usageError(
      'Others than this machine could reach the desk, and nobody could enter: `counterclaim users add NAME --role admin` first',
    )
  }
  const secure = url.protocol === 'https:'
  if (!secure) shell.err('Without https passwords can be read on the way: put a proxy with a certificate in front.\n')
  return { options: { accounts, hosts: [url.hostname], secure } }
}

function originOf(host: string, origin: string | undefined): URL {
  if (origin === undefined) {
    throw usageError(
      `At ${host} others can reach the desk: say what browsers call it, as --origin https://desk.example.org`,
    )
  }
  const url = URL.parse(origin)
  if (url === null || !/^https?:$/.test(url.protocol) || url.origin !== origin.replace(/\/$/, '')) {
    throw usageError(`${origin} is no origin: give scheme, host and port alone, as https://desk.example.org`)
  }
  return url
}
