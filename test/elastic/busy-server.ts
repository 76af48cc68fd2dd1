import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server in front of another. */
export interface BusyServer {
  readonly url: string
  /** How many writes it has refused. */
  readonly refused: () => number
  close(): Promise<void>
}

/**
 * Passes everything on to Elasticsearch at `target`, but refuses every item of the first `times` bulk requests with 429, as a
 * node does whose write queue is full: whether a real one is full depends on how fast the machine is.
 */
export async function startBusyServer(target: string, times: number): Promise<BusyServer> {
  let refused = 0
  const server = createServer((incoming, outgoing) => {
    if (incoming.url?.includes('_bulk') && refused < times) {
      refused++
      incoming.resume().on('end', () => {
        const error = { type: 'es_rejected_execution_exception', reason: 'the queue is full' }
        const headers = { 'content-type': 'application/json', 'x-elastic-product': 'Elasticsearch' }
        outgoing.writeHead(200, headers)
        outgoing.end(JSON.stringify({ errors: true, took: 1, items: [{ index: { _id: 'late', status: 429, error } }] }))
      })
      return
    }
    const { method, url, headers } = incoming
    const onward = request(new URL(url ?? '/', target), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    onward.on('error', () => outgoing.destroy())
    incoming.pipe(onward)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    refused: () => refused,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
