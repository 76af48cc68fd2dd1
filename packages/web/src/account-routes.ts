import { randomUUID } from 'node:crypto'
import { type Accounts, newestActs } from '@counterclaim/model'
import type { CookieSerializeOptions } from '@fastify/cookie'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { SESSION } from './enter.ts'
import { isSaidToBeOwn } from './guard.ts'
import { accountPage, auditPage, loginPage } from './pages/account-page.ts'
import type { DeskOptions, DeskPorts } from './ports.ts'
import { Problem } from './problem.ts'

/** Tries to sign in from one address in five minutes; a name has a bound of its own, wherever its tries come from. */
const MOST_TRIES = 20
const TRIES_MS = 300_000
/** Lines of the audit log that a page shows. */
const MOST_ACTS = 500

const loginBody = z.object({
  name: z.string().max(100),
  password: z.string().max(1_000),
  next: z.string().max(2_000).default('/'),
})
const nextParams = z.object({ next: z.string().max(2_000).default('/') })

/** Signing in and out, one's own account, and the audit log. */
export function accountRoutes(
  fastify: FastifyInstance,
  ports: Pick<DeskPorts, 'audit' | 'now'>,
  options: DeskOptions,
): void {
  const { accounts, secure } = options
  const server = fastify.withTypeProvider<ZodTypeProvider>()
  server.get('/account', { schema: { hide: true } }, async ({ member }, reply) =>
    sendPage(reply, accountPage(member, options)),
  )
  if (accounts !== undefined) {
    const cookie = { path: '/', httpOnly: true, sameSite: 'strict', secure: secure === true } as const
    signRoutes(fastify, ports, accounts, cookie)
  }
  const admin = { role: 'admin' } as const
  server.get('/audit', { schema: { hide: true }, config: admin }, async (_request, reply) =>
    sendPage(reply, auditPage(await newestActs(ports.audit, MOST_ACTS))),
  )
  server.get(
    '/api/audit',
    {
      schema: { summary: 'What was changed or tried, by whom, newest first', response: { 200: z.unknown() } },
      config: admin,
    },
    async () => ({ items: await newestActs(ports.audit, MOST_ACTS) }),
  )
}

function signRoutes(
  fastify: FastifyInstance,
  { audit, now }: Pick<DeskPorts, 'audit' | 'now'>,
  accounts: Accounts,
  cookie: CookieSerializeOptions,
): void {
  const server = fastify.withTypeProvider<ZodTypeProvider>()
  server.get(
    '/login',
    { schema: { hide: true, querystring: nextParams }, config: { open: true } },
    async ({ query }, reply) => sendPage(reply, loginPage(query.next, false)),
  )
  server.post(
    '/login',
    {
      schema: { hide: true, body: loginBody },
      config: { open: true, rateLimit: { max: MOST_TRIES, timeWindow: TRIES_MS } },
    },
    async ({ body: { name, password, next }, headers }, reply) => {
      if (!isSaidToBeOwn(headers)) throw new Problem(403, 'Nothing says that a page of this desk asked for this')
      const secret = await accounts.signIn(name, password)
      // The name as it is kept: what was typed may be a password in the wrong field.
      const known = (await accounts.users()).find((one) => one.name.toLowerCase() === name.toLowerCase())
      const by = known?.name ?? 'unknown'
      const [id, done] = [`a_${randomUUID()}`, secret !== null]
      await audit.record({ id, at: now(), by, account: by, way: 'desk', did: 'POST /login', on: '', done })
      if (secret === null) return sendPage(reply.code(401), loginPage(next, true))
      return reply.setCookie(SESSION, secret, cookie).redirect(ownPath(next), 303)
    },
  )
  server.post('/logout', { schema: { hide: true }, config: { role: 'reader' } }, async (request, reply) => {
    await accounts.signOut(request.cookies[SESSION] ?? '')
    return reply.clearCookie(SESSION, cookie).header('clear-site-data', '"cache"').redirect('/login', 303)
  })
}

/** The path to go on to; one that would lead elsewhere leads to the first page. */
function ownPath(next: string): string {
  const base = 'http://desk.invalid'
  const url = next.startsWith('/') ? URL.parse(next, base) : null
  return url !== null && url.origin === base && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}` : '/'
}

function sendPage(reply: FastifyReply, text: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(text)
}
