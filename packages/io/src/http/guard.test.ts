import { afterEach, describe, expect, test } from 'vitest'
import { CERTIFICATE } from './testing/certificate.ts'
import { openWeb, PUBLIC, type TestWeb, type WebOptions } from './testing/web.ts'

let web: TestWeb

afterEach(() => web.close())

const page = (text: string): string => `<!doctype html><title>${text}</title><p>${text}</p>`

async function open(answer: Parameters<typeof openWeb>[0], options: WebOptions = {}): Promise<TestWeb> {
  web = await openWeb(answer, options)
  return web
}

const redirectTo =
  (location: string): Parameters<typeof openWeb>[0] =>
  (_request, response) =>
    // As bytes of UTF-8, which is how servers send what is no ASCII.
    void response.writeHead(302, { location: Buffer.from(location).toString('latin1') }).end()

/** Inner addresses as URLs may spell them. */
const INNER = [
  ['127.0.0.1', 'http://127.0.0.1/'],
  ['the metadata service', 'http://169.254.169.254/latest/meta-data/'],
  ['mapped', 'http://[::ffff:127.0.0.1]/'],
  ['decimal', 'http://2130706433/'],
  ['hexadecimal', 'http://0x7f000001/'],
  ['octal', 'http://0177.0.0.1/'],
  ['hexadecimal in parts', 'http://0x7f.0.0.0x1/'],
  ['short', 'http://127.1/'],
  ['full-width digits', 'http://１２７.0.0.1/'],
  ['zero', 'http://0/'],
  ['private', 'http://192.168.0.1/'],
  ['IPv6 loopback', 'http://[::1]/'],
  ['with a port', 'http://127.0.0.1:6379/'],
] as const

describe('an address of an inner network', () => {
  test.each(INNER)('is not dialled when it is given: %s', async (_what, url) => {
    const { http, dialled } = await open(() => {})
    await expect(http.get(url)).rejects.toMatchObject({ code: 'fetch.blocked-address', name: 'Unprocessable' })
    expect(dialled).toEqual([])
  })

  test.each(INNER)('is not dialled when a page redirects to it: %s', async (_what, url) => {
    const { http, dialled } = await open(redirectTo(url))
    await expect(http.get('http://outlet.example.org/')).rejects.toMatchObject({ code: 'fetch.blocked-address' })
    expect(new Set(dialled)).toEqual(new Set([`${PUBLIC}:80`]))
  })

  test.each(INNER)('is not dialled when robots.txt redirects to it: %s', async (_what, url) => {
    const { http, dialled, asked } = await open(() => {}, { robots: redirectTo(url) })
    await expect(http.get('http://outlet.example.org/')).rejects.toMatchObject({ code: 'fetch.blocked-address' })
    expect(new Set(dialled)).toEqual(new Set([`${PUBLIC}:80`]))
    expect(asked).toEqual(['outlet.example.org/robots.txt'])
  })

  test.each([
    ['loopback', ['127.0.0.1']],
    ['one private among public ones', [PUBLIC, '10.1.2.3']],
    ['no address at all, but a word', ['localhost']],
    ['NAT64 of the metadata service', ['64:ff9b::a9fe:a9fe']],
  ])('is not dialled when a name leads to it: %s', async (_what, addresses) => {
    const { http, dialled } = await open(() => {}, { names: { 'inner.example.org': addresses } })
    await expect(http.get('http://inner.example.org/')).rejects.toMatchObject({ code: 'fetch.blocked-address' })
    expect(dialled).toEqual([])
  })

  test('is not dialled when a name turns private after it was judged', async () => {
    const answers = [[PUBLIC], ['127.0.0.1'], ['169.254.169.254']]
    let n = 0
    const names = { 'turncoat.example.org': () => answers[Math.min(n++, 2)] ?? [] }
    // The server closes the connection after robots.txt: the page needs a new one, and the name is looked up again.
    const { http, dialled, asked } = await open((_request, response) => void response.end(page('inside')), {
      names,
      robots: (_request, response) => void response.writeHead(404, { connection: 'close' }).end(),
    })
    await expect(http.get('http://turncoat.example.org/')).rejects.toMatchObject({ code: 'fetch.blocked-address' })
    expect(dialled).toEqual([`${PUBLIC}:80`])
    expect(asked).toEqual(['turncoat.example.org/robots.txt'])
    expect(n).toBe(2)
  })

  test('is dialled when its host and port are allowed, and at no other port', async () => {
    const { http, dialled } = await open(() => {}, { settings: { allow: new Set(['10.0.0.5:8080']) } })
    await expect(http.get('http://10.0.0.5:8080/')).rejects.toMatchObject({ code: 'fetch.robots-unknown' })
    await expect(http.get('http://10.0.0.5/')).rejects.toMatchObject({ code: 'fetch.blocked-address' })
    expect(dialled).toEqual(['10.0.0.5:8080'])
  })
})

describe('what is no address of a page', () => {
  test.each([
    ['ftp://outlet.example.org/'],
    ['file:///etc/passwd'],
    ['gopher://outlet.example.org/'],
    ['data:text/html,x'],
    ['https://name:word@outlet.example.org/'],
    ['http://'],
    [`http://outlet.example.org/${'a'.repeat(9_000)}`],
  ])('is refused when given, and when a page redirects to it: %s', async (url) => {
    const { http, asked } = await open(redirectTo(url))
    await expect(http.get(url)).rejects.toMatchObject({ code: 'fetch.bad-url' })
    expect(asked).toEqual([])
    await expect(http.get('http://outlet.example.org/')).rejects.toMatchObject({ code: 'fetch.bad-url' })
  })
})

describe('TLS', () => {
  const answer = (_request: unknown, response: { end(text: string): unknown }): void => void response.end(page('safe'))

  test('reads over a certificate that is trusted', async () => {
    const { http, dialled } = await open(answer, { tls: true, ca: CERTIFICATE })
    expect(await http.get('https://outlet.example.org/')).toMatchObject({ kind: 'content' })
    expect(dialled[0]).toBe(`${PUBLIC}:443`)
  })

  test('refuses a certificate that nobody vouches for', async () => {
    const { http, asked } = await open(answer, { tls: true })
    await expect(http.get('https://outlet.example.org/')).rejects.toMatchObject({
      code: 'fetch.tls',
      name: 'Unprocessable',
    })
    expect(asked).toEqual([])
  })

  test('refuses the certificate of another host', async () => {
    const { http, asked } = await open(answer, { tls: true, ca: CERTIFICATE })
    await expect(http.get('https://other.example.org/')).rejects.toMatchObject({ code: 'fetch.tls' })
    expect(asked).toEqual([])
  })
})
