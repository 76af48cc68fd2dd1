import { type ErrorCode, RetryLater, Unprocessable } from '@counterclaim/model'

/** Longer than a day nobody waits for a page: a server that asks for more is asked again tomorrow. */
const MAX_RETRY_AFTER_MS = 86_400_000

const LATER: Readonly<Record<number, ErrorCode>> = { 408: 'fetch.timeout', 425: 'fetch.busy', 429: 'fetch.busy' }

const NEVER: Readonly<Record<number, ErrorCode>> = {
  401: 'fetch.forbidden',
  402: 'fetch.forbidden',
  403: 'fetch.forbidden',
  404: 'fetch.not-found',
  407: 'fetch.forbidden',
  410: 'fetch.not-found',
  451: 'fetch.forbidden',
}

/** The error that an answer stands for which is neither 2xx nor a redirect. `afterMs` is what Retry-After asks for, else 0. */
export function statusError(
  status: number,
  retryAfter: string | null,
  url: URL,
  now: number,
): RetryLater | Unprocessable {
  const message = `${url.host} answered ${status}`
  const afterMs = readRetryAfter(retryAfter, now)
  const later = LATER[status] ?? (status === 503 && afterMs > 0 ? 'fetch.busy' : undefined)
  if (later !== undefined) return new RetryLater(later, message, afterMs)
  if (status >= 500) return new RetryLater('fetch.server-error', message, afterMs)
  return new Unprocessable(NEVER[status] ?? 'fetch.rejected', message)
}

/** Milliseconds that a Retry-After header asks for, in seconds or as a date; 0 when it asks for nothing. Source: RFC 9110, 10.2.3. */
function readRetryAfter(text: string | null, now: number): number {
  const value = text?.trim() ?? ''
  const ms = /^\d{1,10}$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - now
  return Number.isNaN(ms) ? 0 : Math.min(Math.max(ms, 0), MAX_RETRY_AFTER_MS)
}
