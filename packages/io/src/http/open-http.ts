import type { HostTurns } from './host-turns.ts'
import type { WebSettings } from './settings.ts'
import type { HttpClient } from './web-client.ts'

/**
 * Opens the web. undici takes a third of a second to load, so it is loaded at the first request: work on files alone
 * does without it. `shared`: turns among several processes.
 */
export function openHttp(settings: WebSettings, shared?: HostTurns): HttpClient {
  let client: Promise<HttpClient> | null = null
  const load = async (): Promise<HttpClient> =>
    (await import('./web-client.ts')).webClient(settings, shared === undefined ? {} : { shared })
  return {
    get: async (url, known) => {
      client ??= load()
      return (await client).get(url, known)
    },
    close: async () => {
      await (await client)?.close()
    },
  }
}
