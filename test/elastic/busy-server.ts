import { request } from 'node:http'
import { type LocalServer, startServer } from '../e2e/local-server.ts'

/** A server in front of another. */
export interface BusyServer extends LocalServer {
  /** How many writes it has refused. */
  readonly refused: () => number
}

/**
 * Passes everything on to Elasticsearch at `target`, but refuses every item of the first `times` bulk requests with 429, as a
 * node does whose write queue is full: whether a real one is full depends on how fast the machine is.
 */
export async function startBusyServer(target: string, times: number): Promise<BusyServer> {
  let refused = 0
  const server = await startServer((incoming, outgoing) => {
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
  return { ...server, refused: () => refused }
}
