import { timingSafeEqual } from 'node:crypto'
import type { Subscriber } from '@counterclaim/model'
import { html } from '@counterclaim/view'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { page } from './pages/layout.ts'
import type { DeskPorts } from './ports.ts'
import { Problem } from './problem.ts'

const link = z.object({ id: z.string().max(100), secret: z.string().max(100) })

/**
 * Ends the mails of who has the link that stands in each of them; nobody signs in. Looking ends nothing, for programs that
 * look at links before people do; a program of mail posts (RFC 8058), a person presses the button.
 */
export function unsubscribeRoutes(fastify: FastifyInstance, ports: Pick<DeskPorts, 'subscribers'>): void {
  const server = fastify.withTypeProvider<ZodTypeProvider>()
  const open = { open: true } as const
  server.get(
    '/unsubscribe',
    { schema: { hide: true, querystring: link }, config: open },
    async ({ query: { id, secret } }, reply) => {
      const { address } = await subscriberOf(ports, id, secret)
      const body = html`<h1>No more digests?</h1><p>${address} gets a digest by mail.</p>
<form action="/unsubscribe?id=${id}&amp;secret=${secret}" method="post"><button>Send no more</button></form>`
      return reply.type('text/html; charset=utf-8').send(page({ title: 'No more digests?', body }))
    },
  )
  server.post(
    '/unsubscribe',
    { schema: { hide: true, querystring: link }, config: open },
    async ({ query: { id, secret } }, reply) => {
      const { address } = await subscriberOf(ports, id, secret)
      await ports.subscribers.remove(id)
      const body = html`<h1>Done</h1><p>${address} gets no more digests.</p>`
      return reply.type('text/html; charset=utf-8').send(page({ title: 'Done', body }))
    },
  )
}

/** @throws {Problem} for another secret as for nobody: who guesses learns nothing */
async function subscriberOf(
  { subscribers }: Pick<DeskPorts, 'subscribers'>,
  id: string,
  secret: string,
): Promise<Subscriber> {
  const found = (await subscribers.list()).find((one) => one.id === id)
  if (found === undefined || !isSame(found.secret, secret))
    throw new Problem(404, 'This link ends no mails: they have ended, or it is incomplete')
  return found
}

function isSame(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)]
  return x.length === y.length && timingSafeEqual(x, y)
}
