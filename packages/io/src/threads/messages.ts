import { ConfigError, type Document, type ErrorCode, RetryLater, Unprocessable } from '@counterclaim/model'
import type { Progress, StageTime } from '@counterclaim/pipeline'

/** What a thread tells: which stage it begins, or how far a document came. */
export type FromThread = { readonly stage: string } | { readonly progress: SentProgress }

/** Errors lose their class and code on the way between threads, so they travel as plain data. */
interface SentError {
  readonly name: string
  readonly message: string
  readonly stack: string | undefined
  readonly code: ErrorCode | undefined
  readonly afterMs: number | undefined
}

interface SentProgress {
  /** As JSON: a document has thousands of small parts, which take longer to clone than to write and read. */
  readonly doc: string
  readonly failure: { readonly stage: string; readonly version: string; readonly error: SentError } | null
  readonly times: readonly StageTime[]
}

/** Progress as it is sent. */
export function pack({ doc, failure, times }: Progress): SentProgress {
  return {
    doc: JSON.stringify(doc),
    failure: failure === null ? null : { ...failure, error: packError(failure.error) },
    times,
  }
}

/** Progress as it was before it was sent. */
export function unpack({ doc, failure, times }: SentProgress): Progress {
  return {
    doc: JSON.parse(doc) as Document,
    failure: failure === null ? null : { ...failure, error: unpackError(failure.error) },
    times,
  }
}

function packError(error: unknown): SentError {
  if (!(error instanceof Error)) {
    return { name: 'Error', message: String(error), stack: undefined, code: undefined, afterMs: undefined }
  }
  const known = error instanceof RetryLater || error instanceof Unprocessable || error instanceof ConfigError
  return {
    name: error.name,
    message: error.message,
    stack: error.stack,
    code: known ? error.code : undefined,
    afterMs: error instanceof RetryLater ? error.afterMs : undefined,
  }
}

function unpackError({ name, message, stack, code, afterMs }: SentError): Error {
  const error = make(name, message, code, afterMs)
  if (stack !== undefined) error.stack = stack
  return error
}

function make(name: string, message: string, code: ErrorCode | undefined, afterMs: number | undefined): Error {
  if (code === undefined) return Object.assign(new Error(message), { name })
  if (afterMs !== undefined) return new RetryLater(code, message, afterMs)
  return name === 'ConfigError' ? new ConfigError(code, message) : new Unprocessable(code, message)
}
