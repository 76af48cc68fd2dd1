import { readFileSync } from 'node:fs'
import { ConfigError } from '@counterclaim/model'

/** The server of outgoing mail. */
export interface MailSettings {
  readonly host: string
  readonly port: number
  /** TLS from the first byte (`smtps:`); else it is asked for before anything is said (STARTTLS), but on this machine. */
  readonly secure: boolean
  readonly auth: { readonly user: string; readonly pass: string } | null
  readonly from: string
  /** Certificates trusted in place of the system's, PEM. */
  readonly ca: string | null
}

const PORTS: Readonly<Record<string, number>> = { 'smtp:': 587, 'smtps:': 465 }

/**
 * Reads `COUNTERCLAIM_SMTP_URL` (`smtps://USER:PASSWORD@HOST:PORT`), `COUNTERCLAIM_MAIL_FROM` and, for an authority of one's
 * own, `COUNTERCLAIM_SMTP_CA` (a file). Null when no server is named.
 * @throws {ConfigError} `config.invalid`; it never names the password
 */
export function readMailSettings(env: Readonly<Record<string, string | undefined>>): MailSettings | null {
  const text = env.COUNTERCLAIM_SMTP_URL ?? ''
  if (text === '') return null
  const url = URL.parse(text)
  const port = url === null ? undefined : PORTS[url.protocol]
  if (url === null || port === undefined || url.hostname === '')
    throw new ConfigError('config.invalid', 'COUNTERCLAIM_SMTP_URL is no smtp: or smtps: URL')
  const from = env.COUNTERCLAIM_MAIL_FROM ?? ''
  if (!/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/.test(from))
    throw new ConfigError('config.invalid', 'COUNTERCLAIM_MAIL_FROM is no address: give who the mail is from')
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? port : Number(url.port),
    secure: url.protocol === 'smtps:',
    auth:
      url.username === '' ? null : { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    from,
    ca: readCa(env.COUNTERCLAIM_SMTP_CA),
  }
}

function readCa(path: string | undefined): string | null {
  if (path === undefined || path === '') return null
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new ConfigError('config.invalid', `COUNTERCLAIM_SMTP_CA: ${path} cannot be read`, { cause })
  }
}

/**
 * Where mails lead to: `COUNTERCLAIM_DESK_URL`, as `https://desk.example.org`. Null when it is not set.
 * @throws {ConfigError} `config.invalid`
 */
export function readDeskUrl(env: Readonly<Record<string, string | undefined>>): string | null {
  const text = env.COUNTERCLAIM_DESK_URL ?? ''
  if (text === '') return null
  const url = URL.parse(text)
  if (url !== null && /^https?:$/.test(url.protocol) && url.origin === text.replace(/\/$/, '')) return url.origin
  throw new ConfigError('config.invalid', `COUNTERCLAIM_DESK_URL is "${text}": give scheme and host alone`)
}
