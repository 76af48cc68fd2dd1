import { ConfigError, RetryLater, Unprocessable } from '@counterclaim/model'
import { errors } from '@elastic/elasticsearch'

/** When to try again after the server did not answer, or took no more. */
const UNREACHABLE_MS = 5_000
const BUSY_MS = 15_000

/** What the server says of an error. */
export interface Reason {
  readonly type?: string | undefined
  readonly reason?: string | null | undefined
  readonly caused_by?: Reason | undefined
  readonly root_cause?: readonly Reason[] | undefined
}

/** An error of the client as what happens next; anything unknown is a defect and stays as it is. */
export function failureOf(error: unknown): unknown {
  if (error instanceof errors.ResponseError) return failureOfResponse(error)
  const out =
    error instanceof errors.ConnectionError ||
    error instanceof errors.TimeoutError ||
    error instanceof errors.NoLivingConnectionsError
  if (!out) return error
  return new RetryLater('archive.unreachable', `Elasticsearch: ${error.message}`, UNREACHABLE_MS, { cause: error })
}

/** True when a search names a point in time that the server no longer keeps. */
export function isExpired(error: unknown): boolean {
  if (!(error instanceof errors.ResponseError) || error.statusCode !== 404) return false
  const reason = (error.body as { readonly error?: Reason } | undefined)?.error
  return reason?.root_cause?.some((cause) => cause.type === 'search_context_missing_exception') === true
}

/** The reason with what caused it. */
export function describe({ type, reason, caused_by: cause }: Reason): string {
  return `${type ?? 'error'}: ${reason ?? 'no reason given'}${cause === undefined ? '' : ` (${describe(cause)})`}`
}

/** Why one of several documents could not be read: a server that has just started answers before it has opened all of its shards. */
export function failureOfItem(reason: Reason): RetryLater | ConfigError {
  const message = `Elasticsearch: ${describe(reason)}`
  return reason.type === 'index_not_found_exception'
    ? new ConfigError('archive.missing', message)
    : new RetryLater('archive.busy', message, BUSY_MS)
}

function failureOfResponse(error: errors.ResponseError): unknown {
  const reason = (error.body as { readonly error?: Reason } | undefined)?.error
  const message = `Elasticsearch: ${reason === undefined ? error.message : describe(reason)}`
  switch (error.statusCode) {
    case 401:
    case 403:
      // A block is lifted again (a full disk, a migration under way); a missing right is not.
      if (reason?.type === 'cluster_block_exception') break
      return new ConfigError('config.invalid', message, { cause: error })
    case 404:
      if (reason?.type !== 'index_not_found_exception') return error
      return new ConfigError('archive.missing', message, { cause: error })
    case 413:
      return new Unprocessable('archive.refused', message, { cause: error })
    case 408:
    case 429:
    case 502:
    case 503:
    case 504:
      break
    default:
      return error
  }
  return new RetryLater('archive.busy', message, BUSY_MS, { cause: error })
}
