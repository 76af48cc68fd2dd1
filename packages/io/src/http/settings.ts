import { ConfigError } from '@counterclaim/model'
import manifest from '../../package.json' with { type: 'json' }
import type { Limits } from '../limits.ts'
import { type AllowList, readAllowList } from './allow-list.ts'
import { PRODUCT } from './product.ts'

/** How this program behaves on the web. */
export interface WebSettings {
  readonly allow: AllowList
  readonly userAgent: string
  /** Bytes of one document. */
  readonly maxBytes: number
  /** Time for one exchange, in ms. */
  readonly deadlineMs: number
  /** Least time between two requests to one host, in ms. */
  readonly gapMs: number
}

/**
 * Reads the settings from environment variables: `COUNTERCLAIM_ALLOW_HOSTS`, `COUNTERCLAIM_CONTACT` (an address of mail
 * or web that publishers can turn to, part of the User-Agent) and those among the limits.
 * @throws {ConfigError} `config.invalid`
 */
export function readWebSettings(env: Readonly<Record<string, string | undefined>>, limits: Limits): WebSettings {
  const contact = env.COUNTERCLAIM_CONTACT?.trim() ?? ''
  // A line break here would be a header of its own.
  if (!/^[\w@.:/?=&+%~-]*$/.test(contact)) {
    throw new ConfigError('config.invalid', 'COUNTERCLAIM_CONTACT is no address: give one of mail or web')
  }
  const product = `${PRODUCT}/${manifest.version}`
  return {
    allow: readAllowList(env.COUNTERCLAIM_ALLOW_HOSTS),
    userAgent: contact === '' ? product : `${product} (+${contact})`,
    maxBytes: limits.maxBytes,
    deadlineMs: limits.fetchMs,
    gapMs: limits.hostGapMs,
  }
}
