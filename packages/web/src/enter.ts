import { type Accounts, isEnough, type Member, type Role } from '@counterclaim/model'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isSaidToBeOwn } from './guard.ts'
import { href } from './links.ts'
import type { DeskOptions } from './ports.ts'
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
  }
}

/** The cookie that holds a session's secret. */
export const SESSION = 'counterclaim'

/** Lets in who signed in or has a token, as far as their role goes, and keeps what they changed or tried to. Does nothing without accounts. */
export function enter(server: FastifyInstance, { accounts }: DeskOptions): void {
  server.decorateRequest('member', null)
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
  server.addHook('onSend', async (request, reply) => {
    if (request.member === null || reads(request)) return
    const { id } = Object(request.params) as { readonly id?: string }
    const did = `${request.method} ${request.routeOptions.url ?? ''}`
    await accounts.record({ by: request.member.name, did, on: id ?? '', done: reply.statusCode < 400 })
  })
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
