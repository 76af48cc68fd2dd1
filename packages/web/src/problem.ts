import { ConfigError, RetryLater } from '@counterclaim/model'
import { html } from '@counterclaim/view'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { page } from './pages/layout.ts'

/** A request that cannot be answered, with what to do about it. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/** Nothing of this name is in the archive. */
export function notFound(what: string, name: string): Problem {
  return new Problem(404, `There is no ${what} ${name} in this archive`)
}

/** It is understood and cannot be done. */
export function unusable(why: string): Problem {
  return new Problem(422, why)
}

/** Answers with what went wrong: a problem document (RFC 9457) for programs, a page for people. Defects tell nothing of themselves. */
export function answerError(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): void {
  const status = statusOf(error)
  const detail =
    status >= 500 && !(error instanceof RetryLater) ? 'Something went wrong here; the log says what.' : error.message
  if (status >= 500) request.log.error(error)
  void reply.code(status)
  if (request.url.startsWith('/api/')) {
    void reply.type('application/problem+json').send({ type: 'about:blank', title: titleOf(status), status, detail })
  } else {
    const body = html`<h1>${titleOf(status)}</h1><p>${detail}</p><p><a href="/">Search claims</a></p>`
    void reply.type('text/html; charset=utf-8').send(page({ title: titleOf(status), body }))
  }
}

function statusOf(error: FastifyError | Error): number {
  if (error instanceof Problem) return error.status
  // A cursor that nobody gave, an expression that cannot be read.
  if (error instanceof ConfigError) return 400
  if (error instanceof RetryLater) return 503
  const { statusCode } = error as FastifyError
  return statusCode !== undefined && statusCode >= 400 && statusCode < 500 ? statusCode : 500
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'That cannot be asked like this',
  401: 'Sign in first',
  403: 'Not from there',
  404: 'Not here',
  413: 'Too large',
  422: 'That cannot be done',
  429: 'Too many requests',
  503: 'Not now',
}

function titleOf(status: number): string {
  return TITLES[status] ?? (status < 500 ? 'That cannot be asked like this' : 'An error')
}
