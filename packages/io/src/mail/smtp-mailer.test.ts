import type { AddressInfo } from 'node:net'
import type { Mail } from '@counterclaim/model'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { expect, onTestFinished, test } from 'vitest'
import { LOCAL_CERTIFICATE, LOCAL_KEY } from '../http/testing/certificate.ts'
import { type MailSettings, readMailSettings } from './settings.ts'
import { smtpMailer } from './smtp-mailer.ts'

const MAIL: Mail = {
  to: 'desk@quay.example.org',
  subject: 'Größere Fähren\r\nBcc: all@quay.example.org',
  text: 'Nothing new.',
  html: '<p>Nothing new. <img src="cid:bars" alt="none"></p>',
  id: 'digest-2031-04-01',
  unsubscribe: 'https://desk.example.org/unsubscribe?token=t',
  pictures: [{ name: 'bars', png: new Uint8Array([0x89, 0x50, 0x4e, 0x47]) }],
}

/** A real server of mail; gives what it took, and a mailer before it. */
async function open(options: SMTPServerOptions = {}, settings: Partial<MailSettings> = {}) {
  const taken: { readonly to: readonly string[]; readonly message: string }[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      let message = ''
      stream.setEncoding('utf8').on('data', (part: string) => {
        message += part
      })
      stream.on('end', () => {
        taken.push({ to: session.envelope.rcptTo.map(({ address }) => address), message })
        done()
      })
    },
    ...options,
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  const from = 'Counterclaim <counterclaim@desk.example.org>'
  const mailer = smtpMailer({ host: '127.0.0.1', port, secure: false, auth: null, from, ca: null, ...settings })
  onTestFinished(async () => {
    await mailer.close()
    await new Promise<void>((resolve) => server.close(() => resolve()))
  })
  return { taken, mailer }
}

test('a message comes as text, HTML and picture, ends by one click, and is the same when sent again', async () => {
  const { taken, mailer } = await open()
  await mailer.send(MAIL)
  await mailer.send(MAIL)
  const [{ to, message } = { to: [], message: '' }, again] = taken
  expect(to).toEqual(['desk@quay.example.org'])
  for (const line of [
    /^From: Counterclaim <counterclaim@desk\.example\.org>$/m,
    /^List-Unsubscribe: <https:\/\/desk\.example\.org\/unsubscribe\?token=t>$/m,
    /^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m,
    /^Content-Type: text\/plain/m,
    /^Content-Type: text\/html/m,
    /^Content-ID: <bars>$/im,
  ])
    expect(message.replaceAll('\r', '')).toMatch(line)
  // A line break in a headline is no header of its own.
  expect(message).not.toMatch(/^Bcc:/m)
  const idOf = (text: string): string | undefined => /^Message-ID: (.*)$/im.exec(text)?.[1]?.trim()
  expect(idOf(message)).toBe(idOf(again?.message ?? ''))
  expect(idOf(message)).toMatch(/^<digest-2031-04-01\.[0-9a-f]{16}@desk\.example\.org>$/)
})

const refusing =
  (responseCode: number): NonNullable<SMTPServerOptions['onRcptTo']> =>
  (_address, _session, done) =>
    done(Object.assign(new Error('secret of the server'), { responseCode }))

test.each([
  [550, 'Unprocessable', 'mail.refused'],
  [451, 'RetryLater', 'mail.busy'],
])('a receiver refused with %i is %s', async (responseCode, name, code) => {
  const { mailer } = await open({ onRcptTo: refusing(responseCode) })
  const failure: unknown = await mailer.send(MAIL).catch((error: unknown) => error)
  expect(failure).toMatchObject({ name, code })
  expect((failure as Error).message).not.toContain('secret')
})

test('a wrong password and a server that is not there may be right later', async () => {
  const onAuth: NonNullable<SMTPServerOptions['onAuth']> = (_auth, _session, done) => done(new Error('no such user'))
  const { mailer } = await open({ onAuth, authMethods: ['PLAIN'] }, { auth: { user: 'desk', pass: 'hidden-word' } })
  const failure: unknown = await mailer.send(MAIL).catch((error: unknown) => error)
  expect(failure).toMatchObject({ name: 'RetryLater', code: 'mail.busy' })
  expect((failure as Error).message).not.toContain('hidden-word')
  const gone = await open({}, { port: 1 })
  await expect(gone.mailer.send(MAIL)).rejects.toMatchObject({ code: 'mail.busy' })
})

test('a certificate that nobody vouches for is not trusted; one of an authority of one’s own is', async () => {
  const tls = { secure: true, cert: LOCAL_CERTIFICATE, key: LOCAL_KEY }
  const { taken, mailer } = await open(tls, { secure: true })
  await expect(mailer.send(MAIL)).rejects.toMatchObject({ code: 'mail.busy' })
  const trusted = await open(tls, { secure: true, ca: LOCAL_CERTIFICATE })
  await trusted.mailer.send(MAIL)
  expect([taken.length, trusted.taken.length]).toEqual([0, 1])
})

test('without a server a message waits, and says why', async () => {
  expect(readMailSettings({})).toBeNull()
  await expect(smtpMailer(null).send(MAIL)).rejects.toMatchObject({ name: 'RetryLater', code: 'mail.not-set-up' })
})

test('settings are read from a URL, and told without the password when they are wrong', () => {
  const env = { COUNTERCLAIM_SMTP_URL: 'smtps://desk:a%40b@mail.example.org', COUNTERCLAIM_MAIL_FROM: 'a@example.org' }
  expect(readMailSettings(env)).toEqual({
    host: 'mail.example.org',
    port: 465,
    secure: true,
    auth: { user: 'desk', pass: 'a@b' },
    from: 'a@example.org',
    ca: null,
  })
  for (const wrong of ['http://desk:hidden-word@mail.example.org', 'mail.example.org', 'smtp://']) {
    const read = (): unknown => readMailSettings({ ...env, COUNTERCLAIM_SMTP_URL: wrong })
    expect(read).toThrow(/^COUNTERCLAIM_SMTP_URL is no smtp: or smtps: URL$/)
  }
  expect(() => readMailSettings({ ...env, COUNTERCLAIM_MAIL_FROM: 'nobody' })).toThrow('COUNTERCLAIM_MAIL_FROM')
})
