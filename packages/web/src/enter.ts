import { randomUUID } from 'node:crypto'
import { type Accounts, type Act, type Acting, isEnough, type Member, type Role } from '@counterclaim/model'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isSaidToBeOwn } from './guard.ts'
import { href } from './links.ts'
import type { DeskOptions, DeskPorts } from './ports.ts'
import { Problem } from './problem.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; null where nobody signs in. */
    member: Member | null
  }
  interface FastifyContextConfig {
    /** The role that it takes: `reader` for what reads, `editor` for what changes anything, unless said here. */
    readonly role?: Role
    /** Whether it answers to anybody. */
    readonly open?: boolean
    /** Whether what is done here writes its own line into the audit log. */
    readonly tells?: boolean
  }
}

/** The cookie that holds a session's secret. */
export const SESSION = 'counterclaim'

/**
 * Lets in who signed in or has a token, as far as their role goes; everybody, without accounts. What was changed or tried
 * goes into the audit log.
 */
export function enter(server: FastifyInstance, ports: Pick<DeskPorts, 'audit' | 'now'>, options: DeskOptions): void {
  const { accounts } = options
  server.decorateRequest('member', null)
  server.addHook('onSend', async (request, reply) => {
    const done = reply.statusCode < 400
    const { tells, open } = request.routeOptions.config
    if (reads(request) || open === true || (done && tells === true)) return
    if (accounts === undefined ? !done : request.member === null) return
    await ports.audit.record(actOfRequest(request, done, ports.now(), options.user))
  })
  if (accounts === undefined) return
  server.addHook('onRequest', async (request, reply) => {
    // What one person may see stays out of shared caches.
    void reply.header('cache-control', 'private, no-cache')
    request.member = await memberOf(request, accounts)
    const { open, role = reads(request) ? 'reader' : 'editor' } = request.routeOptions.config
    if (open === true) return
    if (request.member === null) return turnAway(request, reply)
    if (!isEnough(request.member.role, role)) {
      throw new Problem(403, `This takes the role ${role}; ${request.member.name} is ${request.member.role}`)
    }
  })
}

/** A request as a line of the audit log. */
function actOfRequest(request: FastifyRequest, done: boolean, at: string, user: string): Act {
  const { id: on = '' } = Object(request.params) as { readonly id?: string }
  const did = `${request.method} ${request.routeOptions.url ?? ''}`
  const by = request.member?.name ?? user
  return { id: `a_${randomUUID()}`, at, by, account: by, way: wayOf(request), did, on, done }
}

/** Who acts by a request, and why: under the name that was given only where nobody signs in. */
export function actingOf(
  request: FastifyRequest,
  { now }: Pick<DeskPorts, 'now'>,
  options: DeskOptions,
  { note, by }: { readonly note?: string | undefined; readonly by?: string | undefined },
): Acting {
  const text = note?.trim() ?? ''
  return {
    note: text === '' ? null : text,
    by: whoDecides(request, options, by),
    at: now(),
    way: wayOf(request),
    account: request.member?.name ?? options.user,
  }
}

function wayOf({ url, headers }: FastifyRequest): Acting['way'] {
  return url.startsWith('/api/') || headers.authorization !== undefined ? 'api' : 'desk'
}

/** By whose name something is decided: who signed in, whatever name is given; else the name given, or who opened the desk. */
export function whoDecides(request: FastifyRequest, { user }: DeskOptions, given: string | undefined): string {
  return request.member?.name ?? (given?.trim() || user)
}

function reads({ method }: FastifyRequest): boolean {
  return method === 'GET' || method === 'HEAD'
}

/**
 * A token goes before a session. A session that changes anything must come with word of our own page: the cookie, unlike
 * a token, is sent by browsers unasked.
 */
async function memberOf(request: FastifyRequest, accounts: Accounts): Promise<Member | null> {
  const [, token] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '') ?? []
  if (token !== undefined) return accounts.ofToken(token)
  const secret = request.cookies[SESSION]
  const member = secret === undefined ? null : await accounts.ofSession(secret)
  if (member !== null && !reads(request) && !isSaidToBeOwn(request.headers)) {
    throw new Problem(403, 'Nothing says that a page of this desk asked for this; programs use a token')
  }
  return member
}

function turnAway(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (reads(request) && !request.url.startsWith('/api/'))
    return reply.redirect(href('/login', { next: request.url }), 303)
  void reply.header('www-authenticate', 'Bearer')
  throw new Problem(
    401,
    'Sign in at /login, or send a token that `counterclaim tokens add` made: Authorization: Bearer TOKEN',
  )
}
