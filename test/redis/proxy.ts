import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** A network between a client and Redis that can fail. */
export interface Proxy {
  /** The Redis behind it, as clients are to call it. */
  readonly url: string
  /** Ends every connection in the middle of whatever it carries. */
  cut(): void
  /** While true, nobody gets through. */
  away: boolean
}

/** A TCP proxy on a port of its own, for the running test. */
export async function startProxy(url: string): Promise<Proxy> {
  const { hostname, port } = new URL(url)
  const open = new Set<Socket>()
  const proxy = { url: '', away: false, cut: () => open.forEach((socket) => void socket.destroy()) }
  const server = createServer((client) => {
    if (proxy.away) {
      client.destroy()
      return
    }
    const redis = connect(Number(port), hostname)
    for (const [from, to] of [
      [client, redis],
      [redis, client],
    ] as const) {
      open.add(from)
      from
        .on('error', () => {})
        .on('close', () => {
          open.delete(from)
          to.destroy()
        })
      from.pipe(to)
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    proxy.cut()
    server.close()
  })
  proxy.url = `redis://127.0.0.1:${(server.address() as AddressInfo).port}`
  return proxy
}
