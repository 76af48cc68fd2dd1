import { createBullBoard } from '@bull-board/api'
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter'
import { FastifyAdapter } from '@bull-board/fastify'
import { Queue } from 'bullmq'
import fastify from 'fastify'
import type { Redis } from 'ioredis'

/** Where the queues are shown. */
export interface BoardOptions {
  readonly redis: Redis
  readonly prefix: string
  readonly port: number
  /** The queues by name. */
  readonly queues: readonly string[]
}

/** Names by which this machine may be asked; any other is a page elsewhere that wants to read what is here. */
const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/

/**
 * Shows the queues (Bull Board) at http://127.0.0.1:PORT, to look at and not to change: what a person retries or removes there
 * would not be in the ledger. Gives the port and the means to end it.
 * @throws {Error} when the port is taken
 */
export async function serveBoard({ redis, prefix, port, queues }: BoardOptions): Promise<{
  readonly port: number
  readonly close: () => Promise<void>
}> {
  const opened = queues.map((name) => new Queue(name, { connection: redis, prefix }))
  for (const queue of opened) queue.on('error', () => {})
  const adapter = new FastifyAdapter()
  createBullBoard({
    queues: opened.map((queue) => new BullMQAdapter(queue, { readOnlyMode: true })),
    serverAdapter: adapter,
  })
  const server = fastify()
  server.addHook('onRequest', async (request, reply) => {
    if (!LOOPBACK.test(request.headers.host ?? '')) await reply.code(403).send('ask for 127.0.0.1')
  })
  await server.register(adapter.registerPlugin())
  const address = await server.listen({ host: '127.0.0.1', port })
  return {
    port: Number(new URL(address).port),
    close: async () => {
      await server.close()
      await Promise.all(opened.map((queue) => queue.close()))
    },
  }
}
