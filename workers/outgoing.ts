import { openWebhooks, readDeskUrl, readMailSettings, smtpMailer, type WebSettings } from '@counterclaim/io'
import type { Mailer, Webhooks } from '@counterclaim/model'

/** The ways in which people and programs are told of what is new. */
export interface Outgoing {
  readonly webhooks: Webhooks
  readonly mailer: Mailer
  /** Where readers open the desk; null when it has no address but on this machine. */
  readonly desk: string | null
}

/** Opens them as the settings say; nothing is connected before something is sent. */
export function openOutgoing(
  web: WebSettings,
  env: Readonly<Record<string, string | undefined>>,
): Outgoing & { close(): Promise<void> } {
  const webhooks = openWebhooks(web)
  const mailer = smtpMailer(readMailSettings(env))
  return {
    webhooks,
    mailer,
    desk: readDeskUrl(env),
    close: async () => {
      await Promise.all([webhooks.close(), mailer.close()])
    },
  }
}
