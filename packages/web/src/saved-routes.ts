import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { claimParams } from './api/query.ts'
import { named, problem } from './api/schemas.ts'
import { whoDecides } from './enter.ts'
import { savedFeed } from './feed.ts'
import { savedPage, secretPage } from './pages/saved-page.ts'
import type { DeskOptions, DeskPorts } from './ports.ts'
import { allSaved, forget, save, savedOf, shownOf, type ToSave } from './saved.ts'

const reviewer = { role: 'reviewer' } as const

const saveBody: z.ZodType<ToSave> = z.intersection(
  claimParams,
  z.object({
    name: z.string().min(1).max(200),
    webhook: z.string().max(2_000).optional().describe('Where alerts are posted, signed'),
    mail: z.string().max(2_000).optional().describe('Addresses of mail, parted by commas'),
  }),
)

/** Saved searches and their alerts: pages, feeds, API. */
export function savedRoutes(fastify: FastifyInstance, ports: DeskPorts, options: DeskOptions): void {
  const server = fastify.withTypeProvider<ZodTypeProvider>()
  server.get('/searches', { schema: { hide: true } }, async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(savedPage(await allSaved(ports))),
  )
  server.post('/searches', { schema: { hide: true, body: saveBody }, config: reviewer }, async (request, reply) => {
    const saved = await save(ports, request.body, whoDecides(request, options, undefined))
    if (saved.webhook === null) return reply.redirect(`/searches#${saved.id}`, 303)
    return reply
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(secretPage(saved.name, saved.webhook.secret))
  })
  server.post(
    '/searches/:id/remove',
    { schema: { hide: true, params: named }, config: reviewer },
    async (request, reply) => {
      await forget(ports, request.params.id)
      return reply.redirect('/searches', 303)
    },
  )
  server.get('/searches/:id/alerts.atom', { schema: { hide: true, params: named } }, async (request, reply) => {
    const base = `${request.protocol}://${request.host}`
    const feed = savedFeed(await savedOf(ports, request.params.id), base)
    return reply.type('application/atom+xml; charset=utf-8').send(feed)
  })
  apiRoutes(fastify, ports, options)
}

function apiRoutes(fastify: FastifyInstance, ports: DeskPorts, options: DeskOptions): void {
  const server = fastify.withTypeProvider<ZodTypeProvider>()
  const failures = { 400: problem, 404: problem }
  server.get(
    '/api/searches',
    { schema: { summary: 'Saved searches, each with its alerts', response: { 200: z.unknown(), ...failures } } },
    async () => allSaved(ports),
  )
  server.get(
    '/api/searches/:id',
    {
      schema: {
        summary: 'One saved search with its alerts',
        params: named,
        response: { 200: z.unknown(), ...failures },
      },
    },
    async ({ params: { id } }) => savedOf(ports, id),
  )
  server.post(
    '/api/searches',
    {
      config: reviewer,
      schema: {
        summary: 'Save a search; the secret of its webhook is told in this answer alone',
        body: saveBody,
        response: { 201: z.unknown(), ...failures, 422: problem },
      },
    },
    async (request, reply) => {
      const saved = await save(ports, request.body, whoDecides(request, options, undefined))
      const log = { checkedAt: null, failure: null, known: [], alerts: [] }
      return reply.code(201).send({ ...shownOf(saved, log), secret: saved.webhook?.secret ?? null })
    },
  )
  server.delete(
    '/api/searches/:id',
    {
      config: reviewer,
      schema: { summary: 'Forget a saved search', params: named, response: { 204: z.null(), ...failures } },
    },
    async (request, reply) => {
      await forget(ports, request.params.id)
      return reply.code(204).send(null)
    },
  )
}
