import { ConfigError } from '@counterclaim/model'

/** Hosts that may lead to an inner network, as `host:port`. */
export type AllowList = ReadonlySet<string>

/**
 * Reads `COUNTERCLAIM_ALLOW_HOSTS`: `host:port`, several parted by commas; an IPv6 address in brackets. The port is
 * never left out, so that no entry opens more than one service.
 * @throws {ConfigError} `config.invalid` naming the entry that is none
 */
export function readAllowList(text: string | undefined): AllowList {
  const entries = (text ?? '').split(',').map((entry) => entry.trim())
  return new Set(entries.filter((entry) => entry !== '').map(readEntry))
}

function readEntry(entry: string): string {
  const port = /^[^/@?#\s]+:(\d{1,5})$/.exec(entry)?.[1]
  if (port !== undefined && URL.canParse(`http://${entry}`)) {
    return hostAndPort(new URL(`http://${entry}`).hostname, Number(port))
  }
  throw new ConfigError(
    'config.invalid',
    `COUNTERCLAIM_ALLOW_HOSTS has "${entry}": give host:port, as in 127.0.0.1:8080`,
  )
}

/** The name of a service in the list. `host` as URLs spell it, with or without the brackets of IPv6. */
export function hostAndPort(host: string, port: number): string {
  return `${host.replace(/^\[|\]$/g, '').toLowerCase()}:${port}`
}
