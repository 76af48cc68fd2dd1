import { createHash } from 'node:crypto'
import { type Mail, type Mailer, RetryLater, Unprocessable } from '@counterclaim/model'
import type { Transporter } from 'nodemailer'
import type { MailSettings } from './settings.ts'

/** The port with its end. */
export interface MailClient extends Mailer {
  close(): Promise<void>
}

/** A server that says nothing for so long is asked again later. */
const DEADLINE_MS = 30_000
const OWN = new Set(['127.0.0.1', '::1', 'localhost'])

/** Sends through an SMTP server; without settings every message waits, and says why. */
export function smtpMailer(settings: MailSettings | null): MailClient {
  let opened: Promise<Transporter> | null = null
  return {
    send: async (mail) => {
      if (settings === null)
        throw new RetryLater('mail.not-set-up', 'COUNTERCLAIM_SMTP_URL names no server of outgoing mail', 0)
      opened ??= open(settings)
      try {
        await (await opened).sendMail(messageOf(mail, settings.from))
      } catch (error) {
        throw failureOf(error, settings.host)
      }
    },
    close: async () => {
      ;(await opened)?.close()
    },
  }
}

/** Loaded at the first message. The certificate is always verified; a password is never sent in the clear to another machine. */
async function open({ host, port, secure, auth, ca }: MailSettings): Promise<Transporter> {
  const { createTransport } = await import('nodemailer')
  return createTransport({
    host,
    port,
    secure,
    requireTLS: !secure && !OWN.has(host),
    tls: { rejectUnauthorized: true, ...(ca === null ? {} : { ca }) },
    ...(auth === null ? {} : { auth }),
    connectionTimeout: DEADLINE_MS,
    greetingTimeout: DEADLINE_MS,
    socketTimeout: DEADLINE_MS,
    // What a text says is no path and no URL to be read.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

function messageOf({ to, subject, text, html, id, unsubscribe, pictures }: Mail, from: string): object {
  const domain = /@([^\s@>]+)>?$/.exec(from)?.[1] ?? 'localhost'
  const receiver = createHash('sha256').update(to).digest('hex').slice(0, 16)
  return {
    from,
    to: { name: '', address: to },
    subject,
    text,
    html,
    messageId: `<${id}.${receiver}@${domain}>`,
    headers: {
      // No mailbox answers it, and no vacation does.
      'auto-submitted': 'auto-generated',
      ...(unsubscribe === null
        ? {}
        : { 'list-unsubscribe': `<${unsubscribe}>`, 'list-unsubscribe-post': 'List-Unsubscribe=One-Click' }),
    },
    attachments: pictures.map(({ name, png }) => ({
      filename: `${name}.png`,
      content: Buffer.from(png),
      contentType: 'image/png',
      cid: name,
    })),
  }
}

/** What a failure means. Of what the server said only its number is told: it may repeat the password. */
function failureOf(error: unknown, host: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error
  const status = 'responseCode' in error ? Number(error.responseCode) : Number.NaN
  const options = { cause: error }
  if (error.code === 'EENVELOPE' && !(status < 500))
    return new Unprocessable('mail.refused', `${host} refuses the address (${status || 'it is none'})`, options)
  if (error.code === 'EMESSAGE' && status >= 500)
    return new Unprocessable('mail.refused', `${host} refuses the message (${status})`, options)
  return new RetryLater('mail.busy', `${host} did not take it (${status || String(error.code)})`, 0, options)
}
