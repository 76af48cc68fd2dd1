import { isIP, type Socket } from 'node:net'
import { Unprocessable } from '@counterclaim/model'
import { buildConnector } from 'undici'
import { isPublicAddress } from './address-guard.ts'
import { type AllowList, hostAndPort } from './allow-list.ts'
import type { Outside } from './outside.ts'

/** What connecting needs. */
export interface ConnectorOptions {
  readonly outside: Outside
  readonly allow: AllowList
  /** Time for one connection, its TLS handshake included, in ms. */
  readonly connectMs: number
  /** Certificates trusted in place of the system's, PEM. */
  readonly ca?: string
}

/**
 * Makes every connection of the client. A name is resolved once, every address of it is judged, and the addresses that
 * were judged are the ones dialled, as numbers: nothing resolves the name a second time, so a name cannot turn private
 * between check and use. One inner address among public ones refuses the host. TLS is always verified, whatever
 * NODE_TLS_REJECT_UNAUTHORIZED says.
 */
export function guardedConnector(options: ConnectorOptions): buildConnector.connector {
  const { connectMs, ca } = options
  const tls = buildConnector({
    allowH2: false,
    timeout: connectMs,
    rejectUnauthorized: true,
    ...(ca === undefined ? {} : { ca }),
  })
  return (target, callback) => {
    const isTls = target.protocol === 'https:'
    const port = target.port === '' ? (isTls ? 443 : 80) : Number(target.port)
    dialGuarded(target.hostname, port, options).then(
      (socket) => (isTls ? tls({ ...target, httpSocket: socket }, callback) : callback(null, socket)),
      (error: Error) => callback(error, null),
    )
  }
}

async function dialGuarded(host: string, port: number, options: ConnectorOptions): Promise<Socket> {
  const { outside, allow, connectMs } = options
  const addresses = isIP(host) === 0 ? await outside.resolve(host) : [host]
  if (!allow.has(hostAndPort(host, port))) refuseInner(host, port, addresses)
  const signal = AbortSignal.timeout(connectMs)
  let failure: unknown = Object.assign(new Error(`${host} has no address`), { code: 'ENOTFOUND' })
  for (const address of addresses) {
    try {
      return await outside.dial(address, port, signal)
    } catch (error) {
      // The next address may be of the other family, which this machine can reach.
      failure = error
    }
  }
  throw failure
}

function refuseInner(host: string, port: number, addresses: readonly string[]): void {
  const inner = addresses.find((address) => !isPublicAddress(address))
  if (inner === undefined) return
  const named = inner === host ? '' : ` (${inner})`
  throw new Unprocessable('fetch.blocked-address', `${host}:${port}${named} is no address of the public internet`)
}
