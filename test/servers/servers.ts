import { describe, inject, it } from 'vitest'

/** The servers that some suites need; a browser's URL is the path of its program. */
export type ServerName = 'redis' | 'elastic' | 'browser'

/** Where a server is, or why there is none and whether that is a failure. */
export type Availability =
  | { readonly kind: 'there'; readonly url: string }
  | { readonly kind: 'absent'; readonly reason: string; readonly fails: boolean }

declare module 'vitest' {
  interface ProvidedContext {
    readonly servers: Readonly<Record<ServerName, Availability>>
  }
}

/**
 * Registers tests that need servers; `body` gets their URLs. Without one of them the tests are skipped under a title that
 * says why, or, with CI=true, fail. `body` must only register: when skipped, the URLs are empty.
 */
export function withServers(
  names: readonly ServerName[],
  body: (urls: Readonly<Record<ServerName, string>>) => void,
): void {
  const servers = inject('servers')
  const absent = names.map((name) => servers[name]).find((server) => server.kind === 'absent')
  const urlOf = (server: Availability): string => (server.kind === 'there' ? server.url : '')
  const run = (): void =>
    body({ redis: urlOf(servers.redis), elastic: urlOf(servers.elastic), browser: urlOf(servers.browser) })
  if (absent === undefined) run()
  else if (!absent.fails) describe.skip(absent.reason, run)
  else {
    it('has its servers', () => {
      throw new Error(absent.reason)
    })
  }
}
