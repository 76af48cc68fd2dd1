import { createHmac } from 'node:crypto'
import type { IncomingHttpHeaders, RequestListener } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { openWeb, PUBLIC, type TestWeb, type WebOptions } from './testing/web.ts'

const KEY = Buffer.from('sample key of a sample receiver')
const SECRET = `whsec_${KEY.toString('base64')}`

let web: TestWeb

afterEach(() => web.close())

interface Got {
  readonly method: string | undefined
  readonly path: string | undefined
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** A receiver that answers with a status, and what it got. */
async function receiver(
  status: number,
  headers: Record<string, string> = {},
  options: WebOptions = {},
): Promise<Got[]> {
  const got: Got[] = []
  const answer: RequestListener = (request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (part: string) => {
      body += part
    })
    request.on('end', () => {
      got.push({ method: request.method, path: request.url, headers: request.headers, body })
      response.writeHead(status, headers).end('thank you')
    })
  }
  web = await openWeb(answer, options)
  return got
}

const post = (url: string): Promise<void> => web.webhooks.post({ url, secret: SECRET }, 'n_1', '{"items":["Größe"]}')

describe('a webhook', () => {
  test('gets JSON with what standardwebhooks.com signs, and asks for nothing else', async () => {
    const got = await receiver(204)
    await post('http://quay.example.org/hook?desk=1')
    expect(web.asked).toEqual(['quay.example.org/hook?desk=1'])
    const [{ method, headers, body } = {} as Got] = got
    expect([method, headers['content-type'], headers['webhook-id']]).toEqual(['POST', 'application/json', 'n_1'])
    const at = headers['webhook-timestamp'] as string
    expect(Number(at) * 1000).toBe(Date.UTC(2031, 4, 1))
    const signed = createHmac('sha256', KEY).update(`n_1.${at}.${body}`).digest('base64')
    expect(headers['webhook-signature']).toBe(`v1,${signed}`)
    expect(JSON.parse(body)).toEqual({ items: ['Größe'] })
  })

  test.each([['http://127.0.0.1:9/'], ['http://[::ffff:10.0.0.1]/'], ['http://169.254.169.254/latest/meta-data/']])(
    'at an inner address is refused, and nothing dialled: %s',
    async (url) => {
      await receiver(200, {}, { names: {} })
      await expect(post(url)).rejects.toMatchObject({ name: 'Unprocessable', code: 'fetch.blocked-address' })
      expect(web.dialled).toEqual([])
    },
  )

  test('whose name leads to an inner address is refused', async () => {
    await receiver(200, {}, { names: { 'quay.example.org': [PUBLIC, '192.168.0.7'] } })
    await expect(post('http://quay.example.org/')).rejects.toMatchObject({ code: 'fetch.blocked-address' })
    expect(web.dialled).toEqual([])
  })

  test('that redirects is not followed', async () => {
    const got = await receiver(307, { location: 'http://127.0.0.1:1/' })
    await expect(post('http://quay.example.org/')).rejects.toMatchObject({ code: 'fetch.redirects' })
    expect(got).toHaveLength(1)
    expect(web.dialled).toEqual([`${PUBLIC}:80`])
  })

  test.each([
    [500, 'RetryLater', 'fetch.server-error', 0],
    [429, 'RetryLater', 'fetch.busy', 7_000],
    [410, 'Unprocessable', 'fetch.not-found', undefined],
    [400, 'Unprocessable', 'fetch.rejected', undefined],
  ])('that answers %i fails as %s', async (status, name, code, afterMs) => {
    await receiver(status, status === 429 ? { 'retry-after': '7' } : {})
    await expect(post('http://quay.example.org/')).rejects.toMatchObject({
      name,
      code,
      ...(afterMs === undefined ? {} : { afterMs }),
    })
  })

  test('is never called by another scheme', async () => {
    await receiver(200)
    await expect(post('file:///etc/passwd')).rejects.toMatchObject({ code: 'fetch.bad-url' })
  })
})
