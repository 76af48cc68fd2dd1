import { ConfigError, type ErrorCode, RetryLater, Unprocessable } from '@counterclaim/model'

/** Codes of node and undici → what they mean here. The same call may succeed later. */
const LATER: readonly (readonly [pattern: RegExp, code: ErrorCode, words: string])[] = [
  [/^(?:UND_ERR_(?:CONNECT|HEADERS|BODY)_TIMEOUT|ETIMEDOUT)$/, 'fetch.timeout', 'did not answer in time'],
  [/^(?:ENOTFOUND|EAI_\w+|ENODATA|ESERVFAIL)$/, 'fetch.dns', 'has no address'],
]

/** These will not change by asking again. */
const NEVER: readonly (readonly [pattern: RegExp, code: ErrorCode, words: string])[] = [
  [/^(?:UND_ERR_HEADERS_OVERFLOW|HPE_HEADER_OVERFLOW)$/, 'fetch.headers', 'sends headers without end'],
  [/^HPE_/, 'fetch.protocol', 'does not speak HTTP'],
  [
    /^(?:CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA|ERR_TLS_CERT_|ERR_SSL_)/,
    'fetch.tls',
    'has no certificate that can be trusted',
  ],
]

/**
 * What a failed exchange means: RetryLater for what may be over later (no answer in time, no address, a connection that
 * broke), Unprocessable for what stays. `afterMs` is 0: how long to wait is for the caller to say. An error without a
 * code is a defect and comes back as it is.
 */
export function failureOf(error: unknown, url: URL): unknown {
  if (error instanceof RetryLater || error instanceof Unprocessable || error instanceof ConfigError) return error
  if (!(error instanceof Error)) return error
  const options = { cause: error }
  if (error.name === 'TimeoutError') return new RetryLater('fetch.timeout', `${url.host} took too long`, 0, options)
  const name = codeOf(error)
  if (name === null) return error
  const never = NEVER.find(([pattern]) => pattern.test(name))
  if (never !== undefined) return new Unprocessable(never[1], `${url.host} ${never[2]} (${name})`, options)
  const later = LATER.find(([pattern]) => pattern.test(name))
  if (later !== undefined) return new RetryLater(later[1], `${url.host} ${later[2]} (${name})`, 0, options)
  return new RetryLater('fetch.network', `The connection to ${url.host} failed (${name})`, 0, options)
}

function codeOf(error: Error): string | null {
  // undici's parser leaves the code out when it has only words for what is wrong.
  if (error.name === 'HTTPParserError')
    return 'code' in error && typeof error.code === 'string' ? error.code : 'HPE_OTHER'
  return 'code' in error && typeof error.code === 'string' ? error.code : null
}
