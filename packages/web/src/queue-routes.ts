import type { FastifyInstance, FastifyPluginCallback } from 'fastify'
import { POLICY } from './guard.ts'
import { QUEUES_PATH } from './ports.ts'
import { answerError } from './problem.ts'

/** Its pages name their place in `base`, to which their own addresses are relative, and make styles by script. Scripts stay as strict. */
const BOARD_POLICY = POLICY.replace("base-uri 'none'", "base-uri 'self'").replace(
  "style-src 'self'",
  "style-src 'self' 'unsafe-inline'",
)
/** A typeface, which the page would have from elsewhere. */
const FROM_ELSEWHERE = /<link href="https:[^>]*>/g

/** Shows the queues to admins. Its pages were made elsewhere: they are held to our policy, and tell nobody else. */
export async function queueRoutes(server: FastifyInstance, queues: FastifyPluginCallback): Promise<void> {
  await server.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.config = { ...route.config, role: 'admin' }
      // Not its own, which knows no refusal.
      route.errorHandler = answerError
    })
    scope.addHook('onSend', async (_request, reply, payload) => {
      void reply.header('content-security-policy', BOARD_POLICY)
      const isPage = typeof payload === 'string' && String(reply.getHeader('content-type')).startsWith('text/html')
      return isPage ? payload.replace(FROM_ELSEWHERE, '') : payload
    })
    await scope.register(queues, { prefix: QUEUES_PATH })
  })
}
