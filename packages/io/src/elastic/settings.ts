import { readFileSync } from 'node:fs'
import { ConfigError } from '@counterclaim/model'

/** Where Elasticsearch is and how it is entered. Holds secrets: never to be printed. */
export interface ElasticSettings {
  /** Without user and password. */
  readonly url: string
  readonly auth: { readonly username: string; readonly password: string } | { readonly apiKey: string } | null
  /** Certificates of the authority that signed the server's, PEM; null for those the system trusts. */
  readonly ca: string | null
  /** What the names of all indices begin with: several archives may share a cluster. */
  readonly prefix: string
}

const PREFIX = /^[a-z][a-z0-9-]{0,99}$/

/**
 * Reads `COUNTERCLAIM_ELASTIC_URL` (with user and password in it, if there are any), `…_API_KEY` in place of those,
 * `…_CA` and `…_PREFIX` (default `counterclaim`).
 * @throws {ConfigError} `config.invalid` naming the variable; its value is not repeated where it may hold a secret
 */
export function readElasticSettings(env: Readonly<Record<string, string | undefined>>): ElasticSettings {
  const url = parseUrl(env.COUNTERCLAIM_ELASTIC_URL ?? '')
  const prefix = env.COUNTERCLAIM_ELASTIC_PREFIX ?? 'counterclaim'
  if (!PREFIX.test(prefix)) {
    throw new ConfigError('config.invalid', 'COUNTERCLAIM_ELASTIC_PREFIX takes small letters, digits and hyphens')
  }
  const caFile = env.COUNTERCLAIM_ELASTIC_CA
  return {
    url: `${url.protocol}//${url.host}${url.pathname}`,
    auth: readAuth(url, env.COUNTERCLAIM_ELASTIC_API_KEY),
    ca: caFile === undefined ? null : readCa(caFile),
    prefix,
  }
}

function parseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url !== null && (url.protocol === 'http:' || url.protocol === 'https:')) return url
  throw new ConfigError('config.invalid', 'COUNTERCLAIM_ELASTIC_URL is no http or https URL')
}

function readAuth(url: URL, apiKey: string | undefined): ElasticSettings['auth'] {
  if (apiKey !== undefined && apiKey !== '') {
    if (url.username === '') return { apiKey }
    throw new ConfigError('config.invalid', 'COUNTERCLAIM_ELASTIC_URL names a user and there is an API key: give one')
  }
  if (url.username === '') return null
  return { username: decodeURIComponent(url.username), password: decodeURIComponent(url.password) }
}

function readCa(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new ConfigError('config.invalid', `COUNTERCLAIM_ELASTIC_CA: ${path} cannot be read`, { cause })
  }
}
