import { isUtf8 } from 'node:buffer'
import { Unprocessable } from '@counterclaim/model'
import type { Answer } from './exchange.ts'
import { webUrl } from './web-url.ts'

/** Where redirects led. */
export interface Followed {
  readonly answer: Answer
  /** The address that answered. */
  readonly url: URL
  /** The address up to the first redirect that is not permanent: what the page is to be known by (RFC 9110, 15.4). */
  readonly permanent: URL
}

/** Ten are far more than any site needs, and fewer than the 20 that browsers follow; RFC 9309 asks for 5 at least. */
const MAX_REDIRECTS = 10
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])
const PERMANENT: ReadonlySet<number> = new Set([301, 308])

/**
 * Follows redirects from one address to the answer that is none. Each address goes through `visit`, so that whatever is
 * checked there is checked for each.
 * @throws {Unprocessable} `fetch.redirects` for a circle or more than ten, `fetch.bad-url` for an address that is none
 */
export async function follow(start: URL, visit: (url: URL) => Promise<Answer>): Promise<Followed> {
  const seen = new Set<string>()
  let url = start
  let permanent = start
  let isPermanent = true
  for (;;) {
    seen.add(url.href)
    const answer = await visit(url)
    const location = locationOf(answer)
    if (!REDIRECTS.has(answer.status) || location === null) return { answer, url, permanent }
    url = webUrl(location, url)
    isPermanent &&= PERMANENT.has(answer.status)
    if (isPermanent) permanent = url
    if (seen.has(url.href)) throw new Unprocessable('fetch.redirects', `${start.href} is redirected in a circle`)
    if (seen.size > MAX_REDIRECTS) {
      throw new Unprocessable('fetch.redirects', `${start.href} is redirected more than ${MAX_REDIRECTS} times`)
    }
  }
}

/** Headers come as Latin-1; servers that put other letters into an address mean UTF-8, as browsers read it. */
function locationOf(answer: Answer): string | null {
  const location = answer.header('location')
  if (location === null) return null
  const bytes = Buffer.from(location, 'latin1')
  return isUtf8(bytes) ? bytes.toString('utf8') : location
}
