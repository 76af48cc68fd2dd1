import { lookup } from 'node:dns/promises'
import { connect, type Socket } from 'node:net'

/** What lies below the guard: names to addresses, addresses to connections, and time. Tests put their own in place. */
export interface Outside {
  /** Addresses of a host name, best first. */
  resolve(host: string): Promise<readonly string[]>
  /** A connection to just this address, or a failure. */
  dial(address: string, port: number, signal: AbortSignal): Promise<Socket>
  /** Milliseconds since 1970. */
  now(): number
  sleep(ms: number): Promise<void>
  /** In [0, 1). */
  random(): number
}

/** The network and clock of this machine. */
export const realOutside: Outside = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  dial: (address, port, signal) =>
    new Promise((resolve, reject) => {
      const socket = connect({ host: address, port, noDelay: true })
      const abort = (): void => void socket.destroy(signal.reason as Error)
      signal.addEventListener('abort', abort, { once: true })
      socket.once('error', reject).once('connect', () => {
        signal.removeEventListener('abort', abort)
        socket.off('error', reject)
        resolve(socket)
      })
    }),
  now: () => Date.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  random: () => Math.random(),
}
