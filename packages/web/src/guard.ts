import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { Problem } from './problem.ts'

/** Names of this machine. */
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** No inline script or style, nothing from elsewhere, no frames: text of documents can do nothing even if it got through. */
export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  // Nothing is told to others; with `no-referrer` browsers would not say either that a form is our own.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

/**
 * Answers only who asks by a name of this machine (a page elsewhere can make its own name lead here), and changes nothing
 * for a request that another site's page has sent.
 */
export function guard(server: FastifyInstance, hosts: readonly string[]): void {
  server.addHook('onRequest', async (request, reply) => {
    void reply.headers(HEADERS)
    const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase()
    if (!LOOPBACK.has(host) && !hosts.includes(host))
      throw new Problem(403, `This desk is not called ${host.slice(0, 100)}`)
    if (request.method !== 'GET' && request.method !== 'HEAD' && !isOwn(request.headers))
      throw new Problem(403, 'Another site’s page asked for this')
  })
}

/** Browsers say where a request comes from; a program says nothing, and has no session to be abused. */
function isOwn(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  return headers.origin === undefined || URL.parse(headers.origin)?.host === headers.host
}

/** Whether a browser says that a request comes from our own page: asked of whatever a session's cookie could vouch for. */
export function isSaidToBeOwn(headers: IncomingHttpHeaders): boolean {
  return (headers.origin !== undefined || headers['sec-fetch-site'] === 'same-origin') && isOwn(headers)
}
