import { Unprocessable } from '@counterclaim/model'
import { Agent, type Dispatcher } from 'undici'
import { type ConnectorOptions, guardedConnector } from './connector.ts'
import { failureOf } from './failures.ts'
import { ACCEPT_ENCODING, readBody } from './read-body.ts'
import { statusError } from './statuses.ts'

/** One answer of a server, its body read. */
export interface Answer {
  readonly status: number
  /** A header's value, null when it was not sent; several values of one name are joined by a comma. */
  header(name: string): string | null
  /** Empty but for 2xx. */
  readonly body: Uint8Array
}

/** What one request asks for. */
export interface Request {
  readonly url: URL
  readonly headers?: Readonly<Record<string, string>>
  /** Bytes at most, by Content-Type without parameters (empty when there is none). May throw to refuse the type. */
  readonly maxBytes: (mediaType: string) => number
  /** Gives the beginning of a body that is larger. */
  readonly cut?: boolean
  /** JSON to post; without it the URL is read. */
  readonly json?: string
}

/** Limits and identity of the client. */
export interface ExchangeOptions extends ConnectorOptions {
  readonly userAgent: string
  /** Time for one exchange, from connecting to the last byte, in ms. */
  readonly deadlineMs: number
}

/** Sends requests, one exchange each: no redirect is followed, no failure repeated. */
export interface Exchanger {
  /**
   * Gives answers of 2xx, 3xx.
   * @throws {RetryLater | Unprocessable} for every other status and every failure
   */
  send(request: Request): Promise<Answer>
  close(): Promise<void>
}

/** Bytes of all headers of one answer: twice what browsers' servers commonly allow. */
const MAX_HEADER_BYTES = 32_768
/** What is let pass of a body that nobody reads (of a redirect), to keep the connection: so many bytes, for so long. */
const MAX_IDLE_BYTES = 16_384
const MAX_IDLE_MS = 1_000

/** The client: undici over the guarded connector, HTTP/1.1, one connection per origin. */
export function openExchanger(options: ExchangeOptions): Exchanger {
  const agent = new Agent({
    connect: guardedConnector(options),
    connections: 1,
    pipelining: 1,
    maxHeaderSize: MAX_HEADER_BYTES,
    headersTimeout: options.deadlineMs,
    bodyTimeout: options.deadlineMs,
  })
  return {
    send: async (request) => {
      try {
        return await sendOnce(agent, request, options)
      } catch (error) {
        throw failureOf(error, request.url)
      }
    },
    close: () => agent.destroy(),
  }
}

async function sendOnce(agent: Agent, request: Request, options: ExchangeOptions): Promise<Answer> {
  const { url } = request
  const signal = AbortSignal.timeout(options.deadlineMs)
  const {
    statusCode: status,
    headers,
    body,
  } = await agent.request({
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    method: request.json === undefined ? 'GET' : 'POST',
    headers: {
      'user-agent': options.userAgent,
      'accept-encoding': ACCEPT_ENCODING,
      ...(request.json === undefined ? {} : { 'content-type': 'application/json' }),
      ...request.headers,
    },
    ...(request.json === undefined ? {} : { body: request.json }),
    signal,
  })
  const header = headerReader(headers)
  if (status >= 200 && status < 300) {
    const maxBytes = limitOf(request, header, body)
    const encoding = header('content-encoding')
    return { status, header, body: await readBody(body, { encoding, maxBytes, cut: request.cut === true }) }
  }
  await body.dump({ limit: MAX_IDLE_BYTES, signal: AbortSignal.timeout(MAX_IDLE_MS) }).catch(() => {})
  if (status < 300 || status >= 400) throw statusError(status, header('retry-after'), url, options.outside.now())
  return { status, header, body: new Uint8Array() }
}

/** Judged by the headers, before any of the body is read. */
function limitOf(request: Request, header: Answer['header'], body: Dispatcher.ResponseData['body']): number {
  try {
    const maxBytes = request.maxBytes(mediaTypeOf(header('content-type')))
    if (Number(header('content-length') ?? 0) > maxBytes && request.cut !== true) {
      throw new Unprocessable('fetch.too-large', `${request.url.host} announces more than ${maxBytes} bytes`)
    }
    return maxBytes
  } catch (error) {
    body.on('error', () => {}).destroy()
    throw error
  }
}

/** A Content-Type without its parameters, in lower case. */
export function mediaTypeOf(contentType: string | null): string {
  return contentType?.split(';', 1)[0]?.trim().toLowerCase() ?? ''
}

function headerReader(headers: Dispatcher.ResponseData['headers']): Answer['header'] {
  return (name) => {
    const value = headers[name]
    return value === undefined ? null : Array.isArray(value) ? value.join(', ') : value
  }
}
