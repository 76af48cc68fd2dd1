import { createHmac } from 'node:crypto'
import { Unprocessable, type Webhook, type Webhooks } from '@counterclaim/model'
import type { Exchanger } from './exchange.ts'
import { type Outside, realOutside } from './outside.ts'
import type { WebSettings } from './settings.ts'
import { webUrl } from './web-url.ts'

/** The port with its end. */
export interface WebhookClient extends Webhooks {
  close(): Promise<void>
}

/** Receivers answer at once; what they say is not read. */
const LIMITS = { deadlineMs: 15_000, connectMs: 10_000 }
const MAX_ANSWER_BYTES = 4_096
/** What secrets begin with; the rest is base64. Source: standardwebhooks.com, specification 1.0.0. */
const PREFIX = 'whsec_'

/**
 * Posts under the guard that reading the web is under: addresses of an inner network are refused unless they are allowed. No
 * redirect is followed: whoever gave the URL can give another. Signed as standardwebhooks.com says, so that receivers can
 * check it with the libraries there.
 */
export function openWebhooks(
  settings: Pick<WebSettings, 'allow' | 'userAgent'>,
  outside: Outside = realOutside,
): WebhookClient {
  let opened: Promise<Exchanger> | null = null
  // Loaded at the first alert, as the web is at the first page.
  const open = async (): Promise<Exchanger> =>
    (await import('./exchange.ts')).openExchanger({ ...settings, ...LIMITS, outside })
  return {
    post: async ({ url, secret }, id, json) => {
      opened ??= open()
      const at = Math.floor(outside.now() / 1000)
      const headers = {
        'webhook-id': id,
        'webhook-timestamp': `${at}`,
        'webhook-signature': `v1,${signatureOf(secret, `${id}.${at}.${json}`)}`,
      }
      const request = { url: webUrl(url), headers, json, maxBytes: () => MAX_ANSWER_BYTES, cut: true }
      const { status } = await (await opened).send(request)
      if (status >= 300) throw new Unprocessable('fetch.redirects', `${new URL(url).host} answered ${status}`)
    },
    close: async () => {
      await (await opened)?.close()
    },
  }
}

function signatureOf(secret: Webhook['secret'], text: string): string {
  const key = Buffer.from(secret.replace(PREFIX, ''), 'base64')
  return createHmac('sha256', key).update(text).digest('base64')
}
