import { createBullBoard } from '@bull-board/api'
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter'
import { FastifyAdapter } from '@bull-board/fastify'
import { Queue } from 'bullmq'
import fastify from 'fastify'
import type { Redis } from 'ioredis'

/** Which queues are shown. */
export interface BoardOptions {
  readonly redis: Redis
  readonly prefix: string
  /** The queues by name. */
  readonly queues: readonly string[]
}

/** The pages of a board, for a server of fastify to serve under a path. */
export interface Board {
  readonly plugin: ReturnType<FastifyAdapter['registerPlugin']>
  readonly close: () => Promise<void>
}

/** Names by which this machine may be asked; any other is a page elsewhere that wants to read what is here. */
const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/

/**
 * Makes the pages that show the queues (Bull Board), to look at and not to change: what a person retries or removes there
 * would not be in the ledger.
 * @param path under which they are served; empty for the root
 */
export function openBoard({ redis, prefix, queues }: BoardOptions, path: string): Board {
  const opened = queues.map((name) => new Queue(name, { connection: redis, prefix }))
  for (const queue of opened) queue.on('error', () => {})
  const adapter = new FastifyAdapter()
  createBullBoard({
    queues: opened.map((queue) => new BullMQAdapter(queue, { readOnlyMode: true })),
    serverAdapter: adapter,
  })
  return {
    plugin: adapter.setBasePath(path).registerPlugin(),
    close: async () => {
      await Promise.all(opened.map((queue) => queue.close()))
    },
  }
}

/**
 * Serves them at http://127.0.0.1:PORT. Gives the port and the means to end it.
 * @throws {Error} when the port is taken
 */
export async function serveBoard(
  options: BoardOptions,
  port: number,
): Promise<{ readonly port: number; readonly close: () => Promise<void> }> {
  const board = openBoard(options, '')
  const server = fastify()
  server.addHook('onRequest', async (request, reply) => {
    if (!LOOPBACK.test(request.headers.host ?? '')) await reply.code(403).send('ask for 127.0.0.1')
  })
  await server.register(board.plugin)
  const address = await server.listen({ host: '127.0.0.1', port })
  return {
    port: Number(new URL(address).port),
    close: async () => {
      await server.close()
      await board.close()
    },
  }
}
