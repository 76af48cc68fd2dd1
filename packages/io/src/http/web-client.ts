import { canonicalUrl, type Http, type HttpResult, Unprocessable, type Validators } from '@counterclaim/model'
import { type Answer, type Exchanger, openExchanger } from './exchange.ts'
import { type Followed, follow } from './follow.ts'
import { type HostTurns, hostTurns, within } from './host-turns.ts'
import { type Outside, realOutside } from './outside.ts'
import { unpackFile } from './read-body.ts'
import { MAX_ROBOTS_BYTES, type Rules, robotsCache, robotsFailure } from './robots.ts'
import type { WebSettings } from './settings.ts'
import { statusError } from './statuses.ts'
import { webUrl } from './web-url.ts'

/** The port with its end. */
export interface HttpClient extends Http {
  /** Breaks off what is running and closes all connections. */
  close(): Promise<void>
}

/** What a client may be made of beside its settings. */
export interface WebParts {
  /** What lies below the guard; tests put their own there. */
  readonly outside?: Outside
  /** Certificates trusted in place of the system's, PEM. */
  readonly ca?: string
  /** Turns among several processes, which are polite together. */
  readonly shared?: HostTurns
}

/** A page is seldom larger than 1 MB, and crawlers read no more than this of one. Source: Googlebot's documented limit. */
const MAX_PAGE_BYTES = 15_000_000
/** Connecting takes much less where anything answers at all. */
const MAX_CONNECT_MS = 10_000
const ACCEPT = 'text/html, application/xhtml+xml, application/pdf, text/plain, text/markdown;q=0.9, */*;q=0.1'

/**
 * The client: guarded addresses, robots.txt, one request at a time per host, limits on size, time and redirects.
 */
export function webClient(settings: WebSettings, { outside = realOutside, ca, shared }: WebParts = {}): HttpClient {
  const { allow, userAgent, deadlineMs } = settings
  const connectMs = Math.min(deadlineMs, MAX_CONNECT_MS)
  const exchanger = openExchanger({
    outside,
    allow,
    userAgent,
    deadlineMs,
    connectMs,
    ...(ca === undefined ? {} : { ca }),
  })
  const own = hostTurns(outside)
  const turns = shared === undefined ? own : within(own, shared)
  const robots = robotsCache((url) => readRobots(url, exchanger, turns), outside)
  const visit = async (url: URL, known: Validators): Promise<Answer> => {
    const rules = await robots.rulesOf(url)
    refuseDisallowed(rules, url)
    const headers = { accept: ACCEPT, ...conditions(known) }
    const maxBytes = (mediaType: string): number => bytesOf(mediaType, settings.maxBytes)
    return turns.take(url.hostname, Math.max(settings.gapMs, rules.delayMs), () =>
      exchanger.send({ url, headers, maxBytes }),
    )
  }
  return {
    get: async (address, known = {}) => {
      const followed = await follow(webUrl(address), (at) => visit(at, known))
      return resultOf(followed, settings.maxBytes, outside.now())
    },
    close: () => exchanger.close(),
  }
}

async function readRobots(start: URL, exchanger: Exchanger, turns: HostTurns): Promise<string | null> {
  const send = (url: URL): Promise<Answer> =>
    turns.take(url.hostname, null, () => exchanger.send({ url, maxBytes: () => MAX_ROBOTS_BYTES, cut: true }))
  try {
    const { answer } = await follow(start, send)
    return isSuccess(answer) ? new TextDecoder().decode(answer.body) : null
  } catch (error) {
    const failure = robotsFailure(error, start)
    if (failure === null) return null
    throw failure
  }
}

function refuseDisallowed(rules: Rules, url: URL): void {
  if (rules.allows(url)) return
  throw new Unprocessable(
    'fetch.robots',
    `${url.origin}/robots.txt allows nobody, or not this program, to read ${url.pathname}`,
  )
}

function conditions({ etag, lastModified }: Validators): Readonly<Record<string, string>> {
  return {
    ...(etag === undefined ? {} : { 'if-none-match': etag }),
    ...(lastModified === undefined ? {} : { 'if-modified-since': lastModified }),
  }
}

/** Pictures, sound and film are refused before their bytes come; reports may be larger than pages. */
function bytesOf(mediaType: string, maxBytes: number): number {
  if (/^(?:image|audio|video|font)\//.test(mediaType)) {
    throw new Unprocessable('fetch.media-type', `It is ${mediaType.slice(0, 60)}: no page, text or PDF`)
  }
  const isReport = mediaType === 'application/pdf' || mediaType === 'application/octet-stream'
  return isReport ? maxBytes : Math.min(maxBytes, MAX_PAGE_BYTES)
}

async function resultOf({ answer, url, permanent }: Followed, maxBytes: number, now: number): Promise<HttpResult> {
  if (answer.status === 304) return { kind: 'not-modified', url: url.href }
  if (!isSuccess(answer)) throw statusError(answer.status, null, url, now)
  const etag = answer.header('etag')
  const lastModified = answer.header('last-modified')
  const bytes = await unpackFile(answer.body, Math.min(maxBytes, MAX_PAGE_BYTES))
  return {
    kind: 'content',
    url: url.href,
    canonicalUrl: canonicalUrl(permanent.href) ?? permanent.href,
    // Of a packed file the header tells the packing, not what is in it.
    contentType: bytes === answer.body ? answer.header('content-type') : null,
    bytes,
    validators: { ...(etag === null ? {} : { etag }), ...(lastModified === null ? {} : { lastModified }) },
  }
}

function isSuccess({ status }: Answer): boolean {
  return status >= 200 && status < 300
}
