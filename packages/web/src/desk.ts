import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import etag from '@fastify/etag'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import fastify, { type FastifyInstance } from 'fastify'
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { accountRoutes } from './account-routes.ts'
import { editApi } from './api/edit-api.ts'
import { apiRoutes } from './api/routes.ts'
import { watchRoutes } from './api/watch-routes.ts'
import { enter } from './enter.ts'
import { digestFeed } from './feed.ts'
import { guard } from './guard.ts'
import { apiPage } from './pages/api-page.ts'
import { pageRoutes } from './pages/routes.ts'
import type { DeskOptions, DeskPorts } from './ports.ts'
import { answerError, Problem } from './problem.ts'
import { queueRoutes } from './queue-routes.ts'
import { savedRoutes } from './saved-routes.ts'
import { unsubscribeRoutes } from './unsubscribe-routes.ts'

/** A body larger than this is no decision. */
const MAX_BODY = 64_000
/** Requests a minute of one address: a person reads some pages, a program some thousand claims. */
const MAX_REQUESTS = 1_200

const ASSETS = { '/desk.css': 'text/css; charset=utf-8', '/desk.js': 'text/javascript; charset=utf-8' } as const

/** The desk over an archive: pages, API, feed. It listens nowhere yet. */
export async function openDesk(ports: DeskPorts, options: DeskOptions): Promise<FastifyInstance> {
  const server = fastify({
    bodyLimit: MAX_BODY,
    routerOptions: { maxParamLength: 500 },
    // A proxy on this machine says for whom it asks; nobody else is believed.
    trustProxy: 'loopback',
  })
  server.setValidatorCompiler(validatorCompiler)
  server.setSerializerCompiler(serializerCompiler)
  server.setErrorHandler(answerError)
  server.setNotFoundHandler((request, reply) =>
    answerError(new Problem(404, `There is no page ${request.url.slice(0, 200)}`), request, reply),
  )
  guard(server, options.hosts ?? [])
  await server.register(cookie)
  enter(server, ports, options)
  // A field of a form that was left empty asks for nothing.
  server.addHook('preValidation', async (request) => {
    if (request.method === 'GET' && isRecord(request.query)) {
      request.query = Object.fromEntries(Object.entries(request.query).filter(([, value]) => value !== ''))
    }
  })
  await server.register(rateLimit, { max: MAX_REQUESTS, timeWindow: 60_000 })
  await server.register(compress)
  await server.register(etag)
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Counterclaim', version: '1' },
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    },
    transform: jsonSchemaTransform,
  })
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  )
  if (options.queues !== undefined) await queueRoutes(server, options.queues)
  await server.register(async (scope) => {
    apiRoutes(scope, ports, options)
    editApi(scope, ports, options)
    watchRoutes(scope, ports)
    pageRoutes(scope, ports, options)
    savedRoutes(scope, ports, options)
    unsubscribeRoutes(scope, ports)
    accountRoutes(scope, ports, options)
    scope.get('/digest.atom', { schema: { hide: true } }, async (request, reply) =>
      reply
        .type('application/atom+xml; charset=utf-8')
        .send(await digestFeed(ports, `${request.protocol}://${request.host}`)),
    )
    scope.get('/favicon.ico', { schema: { hide: true }, config: { open: true } }, async (_request, reply) =>
      reply.code(204).send(),
    )
    scope.get('/api/openapi.json', { schema: { hide: true } }, async () => server.swagger())
    scope.get('/api', { schema: { hide: true } }, async (_request, reply) =>
      reply.type('text/html; charset=utf-8').send(apiPage(server.swagger())),
    )
    for (const [path, type] of Object.entries(ASSETS)) {
      const text = readFileSync(join(import.meta.dirname, 'assets', path), 'utf8')
      scope.get(path, { schema: { hide: true }, config: { open: true } }, async (_request, reply) =>
        reply.type(type).header('cache-control', 'max-age=300').send(text),
      )
    }
  })
  return server
}

function isRecord(given: unknown): given is Record<string, unknown> {
  return typeof given === 'object' && given !== null
}
