import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { type AddressInfo, connect, type Socket, type Server as TcpServer } from 'node:net'
import type { Outside } from '../outside.ts'
import type { WebSettings } from '../settings.ts'
import { type HttpClient, webClient } from '../web-client.ts'
import { openWebhooks, type WebhookClient } from '../webhooks.ts'
import { CERTIFICATE, PRIVATE_KEY } from './certificate.ts'

/** Stands for an address of the public internet; the test's dialler leads it to the test's own server. */
export const PUBLIC = '93.184.215.14'

/** A web of one loopback server. All that the client would dial is recorded, and nothing but that server is dialled. */
export interface TestWeb {
  readonly http: HttpClient
  readonly webhooks: WebhookClient
  /** Every address that came through the guard, in order, as `address:port`. */
  readonly dialled: readonly string[]
  /** Every path that was asked of the server, in order, as `host/path`. */
  readonly asked: readonly string[]
  /** Milliseconds the client chose to wait, in order. No time passes for it. */
  readonly waits: readonly number[]
  /** Sets the clock forward. */
  readonly pass: (ms: number) => void
  close(): Promise<void>
}

/** What a test says of its web; everything else is harmless. */
export interface WebOptions {
  /** Addresses by host name; a function is asked at each look-up. By default every name has PUBLIC. */
  readonly names?: Readonly<Record<string, readonly string[] | (() => readonly string[])>>
  readonly settings?: Partial<WebSettings>
  /** The answer to robots.txt; by default there is none. */
  readonly robots?: RequestListener
  readonly tls?: boolean
  /** Certificates the client trusts. */
  readonly ca?: string
}

const DEFAULTS: WebSettings = {
  allow: new Set(),
  userAgent: 'Counterclaim/0 (+desk@example.org)',
  maxBytes: 1_000_000,
  deadlineMs: 20_000,
  gapMs: 1_000,
}

/** Starts a server with these answers and a client before it. */
export async function openWeb(answer: RequestListener, options: WebOptions = {}): Promise<TestWeb> {
  const asked: string[] = []
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    asked.push(`${request.headers.host}${request.url}`)
    if (request.url !== '/robots.txt') answer(request, response)
    else if (options.robots !== undefined) options.robots(request, response)
    else response.writeHead(404).end()
  }
  const server: Server =
    options.tls === true
      ? createTlsServer({ cert: CERTIFICATE, key: PRIVATE_KEY }, listener)
      : createServer({ keepAlive: true }, listener)
  const web = await openClient(server, options)
  return {
    ...web,
    asked,
    close: async () => {
      await Promise.all([web.http.close(), web.webhooks.close()])
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Starts a server that writes raw bytes instead of HTTP, and a client before it. `robots.txt` comes from `raw` as well. */
export async function openRawWeb(
  server: TcpServer,
  options: WebOptions = {},
): Promise<Omit<TestWeb, 'asked' | 'close'> & { close(): Promise<void> }> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => sockets.add(socket.on('error', () => {})))
  const web = await openClient(server, options)
  return {
    ...web,
    close: async () => {
      await Promise.all([web.http.close(), web.webhooks.close()])
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function openClient(server: TcpServer, options: WebOptions): Promise<Omit<TestWeb, 'asked' | 'close'>> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const dialled: string[] = []
  const waits: number[] = []
  let time = Date.UTC(2031, 4, 1)
  const outside: Outside = {
    resolve: async (host) => {
      const addresses = options.names === undefined ? [PUBLIC] : options.names[host]
      if (addresses === undefined) throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })
      return typeof addresses === 'function' ? addresses() : addresses
    },
    dial: async (address, at) => {
      dialled.push(`${address}:${at}`)
      if (address !== PUBLIC) throw Object.assign(new Error('the test dials nothing else'), { code: 'ECONNREFUSED' })
      return dialServer(port)
    },
    now: () => time,
    sleep: async (ms) => {
      waits.push(ms)
      time += ms
    },
    random: () => 0,
  }
  const http = webClient(
    { ...DEFAULTS, ...options.settings },
    {
      outside,
      ...(options.ca === undefined ? {} : { ca: options.ca }),
    },
  )
  const pass = (ms: number): void => {
    time += ms
  }
  const webhooks = openWebhooks({ ...DEFAULTS, ...options.settings }, outside)
  return { http, webhooks, dialled, waits, pass }
}

function dialServer(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('error', reject).once('connect', () => {
      socket.off('error', reject)
      resolve(socket)
    })
  })
}
