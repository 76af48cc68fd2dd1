import { once } from 'node:events'
import { createServer } from 'node:http'

/** What a process tells of itself to who looks after it. */
export interface Health {
  /** Resolves while the process can do its work; rejects with the reason when it cannot. */
  readonly ready: () => Promise<unknown>
  /** Numbers for Prometheus. */
  readonly metrics?: () => Promise<{ readonly type: string; readonly text: string }>
}

/** A probe that waits longer than this is answered with no: who asks waits seconds at most. */
const PROBE_MS = 2_000

/**
 * Answers `GET /health` (200 while the process runs) and `GET /ready` (200 while it can work, 503 with the reason in words
 * otherwise) and `GET /metrics` on loopback, or on the address that is given. Nothing else is told. Gives the means to end it.
 * @throws {Error} when the port is taken
 */
export async function serveHealth(
  port: number,
  host: string,
  { ready, metrics }: Health,
): Promise<{ port: number; close: () => void }> {
  const server = createServer((request, response) => {
    const answer = (status: number, text: string): void => {
      response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`)
    }
    if (request.url === '/health') answer(200, 'alive')
    else if (request.url === '/metrics' && metrics !== undefined) {
      metrics().then(
        ({ type, text }) => response.writeHead(200, { 'content-type': type }).end(text),
        (error: unknown) => answer(503, error instanceof Error ? error.message : String(error)),
      )
    } else if (request.url !== '/ready') answer(404, 'ask for /health, /ready or /metrics')
    else {
      Promise.race([ready(), late()]).then(
        () => answer(200, 'ready'),
        (error: unknown) => answer(503, error instanceof Error ? error.message : String(error)),
      )
    }
  })
  server.listen(port, host)
  await once(server, 'listening')
  server.unref()
  const address = server.address()
  return { port: typeof address === 'object' && address !== null ? address.port : port, close: () => server.close() }
}

function late(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`no answer within ${PROBE_MS / 1000} s`)), PROBE_MS).unref()
  })
}
