import type { RequestListener } from 'node:http'
import { createServer, type Server, type Socket } from 'node:net'
import { brotliCompressSync, constants, gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openRawWeb, openWeb, PUBLIC, type TestWeb, type WebOptions } from './testing/web.ts'

const URL_OF_PAGE = 'http://outlet.example.org/story.html'
/** Long enough for a loaded machine to connect, short enough to wait for: what is tested ends by this limit alone. */
const SOON_MS = 500

async function open(answer: RequestListener, options: WebOptions = {}): Promise<TestWeb> {
  const web = await openWeb(answer, options)
  onTestFinished(() => web.close())
  return web
}

/** A server that answers robots.txt with 404 and everything else by `raw`, byte by byte as it likes. */
async function openRaw(raw: (socket: Socket) => void, options: WebOptions = {}): Promise<Pick<TestWeb, 'http'>> {
  const server: Server = createServer((socket) => {
    socket.on('data', (data) => {
      if (data.includes('/robots.txt')) socket.write('HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n')
      else raw(socket)
    })
  })
  const web = await openRawWeb(server, options)
  onTestFinished(() => web.close())
  return web
}

/** Writes again and again until the client hangs up, at the pace at which it reads. */
function writeForever(socket: Socket, chunk: string | Buffer): void {
  const write = (): void => {
    if (!socket.destroyed) socket.write(chunk, () => setImmediate(write))
  }
  write()
}

/** Writes one chunk each few milliseconds until the client hangs up. */
function drip(socket: Socket, chunk: string): void {
  const timer = setInterval(() => socket.write(chunk), 10)
  socket.on('close', () => clearInterval(timer))
}

describe('bodies that are too large', () => {
  test('a page of 30 MB, its size announced', async () => {
    const { http } = await open(
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html', 'content-length': 30_000_000 })
        response.end(Buffer.alloc(30_000_000, 'a'))
      },
      { settings: { maxBytes: 32_000_000 } },
    )
    await expect(http.get(URL_OF_PAGE)).rejects.toMatchObject({ code: 'fetch.too-large', name: 'Unprocessable' })
  })

  test('a page of 30 MB, its size kept back', async () => {
    const { http } = await open(
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html' })
        for (let i = 0; i < 30; i++) response.write(Buffer.alloc(1_000_000, 'a'))
        response.end()
      },
      { settings: { maxBytes: 32_000_000 } },
    )
    await expect(http.get(URL_OF_PAGE)).rejects.toMatchObject({ code: 'fetch.too-large' })
  })

  test('a report of 20 MB is read, for reports may be larger than pages', async () => {
    const { http } = await open(
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/pdf' })
        response.end(Buffer.alloc(20_000_000, 'a'))
      },
      { settings: { maxBytes: 32_000_000 } },
    )
    expect(await http.get(URL_OF_PAGE)).toMatchObject({ kind: 'content', bytes: { length: 20_000_000 } })
  })

  test('a body without end', async () => {
    const { http } = await openRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n')
      writeForever(socket, Buffer.alloc(65_536, 'a'))
    })
    await expect(http.get(URL_OF_PAGE)).rejects.toMatchObject({ code: 'fetch.too-large' })
  })
})

describe('packed bodies', () => {
  /** Gigabytes of zeros, packed a part at a time as the client takes it. Stops when the client hangs up. */
  const ZEROS = Buffer.alloc(16_000_000)
  const fastZstd = zstdCompressSync(ZEROS)

  test.each([
    ['gzip', gzipSync(ZEROS)],
    ['br', brotliCompressSync(ZEROS, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })],
    ['zstd', fastZstd],
  ])('that inflate: %s', async (encoding, packed) => {
    const { http } = await open((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': encoding }).end(packed)
    })
    expect(packed.length).toBeLessThan(100_000)
    await expect(http.get(URL_OF_PAGE)).rejects.toMatchObject({ code: 'fetch.inflates', name: 'Unprocessable' })
  })

  test('that inflate without end: gzip member after member', async () => {
    const member = gzipSync(ZEROS)
    const { http } = await openRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-encoding: gzip\r\n\r\n')
      writeForever(socket, member)
    })
    await expect(http.get(URL_OF_PAGE)).rejects.toMatchObject({ code: 'fetch.inflates' })
  })

  test.each([
    ['gzip', gzipSync('<p>A page that is cut off somewhere in the middle of it').subarray(0, 30)],
    ['gzip', Buffer.from('no gzip at all')],
    ['br', Buffer.from('no brotli at all')],
    ['zstd', Buffer.from('no zstd at all')],
    ['gzip, gzip', gzipSync(gzipSync('<p>A page packed twice'))],
    ['compress', Buffer.from('x')],
  ])('that are damaged, or packed in a way nobody asked for: %s', async (encoding, body) => {
    const { http } = await open((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': encoding }).end(body)
    })
    await expect(http.get(URL_OF_PAGE)).rejects.toMatchObject({ code: 'fetch.encoding', name: 'Unprocessable' })
  })

  test('that are files packed themselves are unpacked, with the same limit', async () => {
    const { http } = await open((request, response) => {
      const bomb = request.url === '/bomb.xml.gz'
      response.writeHead(200, { 'content-type': 'application/x-gzip' }).end(gzipSync(bomb ? ZEROS : '<urlset/>'))
    })
    const found = await http.get('http://outlet.example.org/sitemap.xml.gz')
    expect(found.kind === 'content' && new TextDecoder().decode(found.bytes)).toBe('<urlset/>')
    expect(found).toMatchObject({ contentType: null })
    await expect(http.get('http://outlet.example.org/bomb.xml.gz')).rejects.toMatchObject({ code: 'fetch.inflates' })
  })

  test.each([
    ['gzip', gzipSync('<p>Grüße')],
    ['br', brotliCompressSync('<p>Grüße')],
    ['zstd', zstdCompressSync('<p>Grüße')],
    ['identity', Buffer.from('<p>Grüße')],
  ])('are unpacked: %s', async (encoding, body) => {
    const { http } = await open((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': encoding }).end(body)
    })
    const found = await http.get(URL_OF_PAGE)
    expect(found.kind === 'content' && new TextDecoder().decode(found.bytes)).toBe('<p>Grüße')
  })
})

describe('servers that never end', () => {
  test('headers without end', async () => {
    const { http } = await openRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n')
      writeForever(socket, `x-header: ${'a'.repeat(1_000)}\r\n`)
    })
    await expect(http.get(URL_OF_PAGE)).rejects.toMatchObject({ code: 'fetch.headers', name: 'Unprocessable' })
  })

  test('one header without end', async () => {
    const { http } = await openRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nx-header: ')
      writeForever(socket, 'a'.repeat(10_000))
    })
    await expect(http.get(URL_OF_PAGE)).rejects.toMatchObject({ code: 'fetch.headers' })
  })

  test.each([
    ['headers that drip', 'HTTP/1.1 200 OK\r\n', 'x: y\r\n'],
    ['a body that drips', 'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n', 'a'],
    ['interim answers that drip', '', 'HTTP/1.1 103 Early Hints\r\nx: y\r\n\r\n'],
  ])('%s', async (_what, head, chunk) => {
    const { http } = await openRaw(
      (socket) => {
        socket.write(head)
        drip(socket, chunk)
      },
      { settings: { deadlineMs: SOON_MS } },
    )
    await expect(http.get(URL_OF_PAGE)).rejects.toMatchObject({ code: 'fetch.timeout', name: 'RetryLater' })
  })

  test('a redirect whose body drips is followed all the same', async () => {
    const { http } = await openRaw((socket) => {
      socket.write('HTTP/1.1 301 Moved\r\nlocation: /story.html\r\n\r\n')
      drip(socket, 'a')
    })
    await expect(http.get(URL_OF_PAGE)).rejects.toMatchObject({ code: 'fetch.redirects' })
  })

  test('silence', async () => {
    const { http } = await openRaw(() => {}, { settings: { deadlineMs: SOON_MS } })
    await expect(http.get(URL_OF_PAGE)).rejects.toMatchObject({ code: 'fetch.timeout', name: 'RetryLater' })
  })

  test.each([
    ['in a circle of one', (path: string) => path],
    ['in a circle of two', (path: string) => (path === '/a' ? '/b' : '/a')],
    ['ever on', (path: string) => `${path}a`],
  ])('redirects %s', async (_what, next) => {
    const { http } = await open((request, response) => {
      response.writeHead(302, { location: next(request.url ?? '') }).end()
    })
    await expect(http.get('http://outlet.example.org/a')).rejects.toMatchObject({ code: 'fetch.redirects' })
  })
})

describe('servers that do not speak HTTP as they should', () => {
  test('another protocol', async () => {
    const { http } = await openRaw((socket) => void socket.end('SSH-2.0-OpenSSH_9.2\r\n'))
    await expect(http.get(URL_OF_PAGE)).rejects.toMatchObject({ code: 'fetch.protocol', name: 'Unprocessable' })
  })

  test.each([
    ['hang up before they answer', ''],
    [
      'break off within the body',
      'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 100\r\n\r\n<p>Half a page',
    ],
  ])('%s', async (_what, bytes) => {
    const { http } = await openRaw((socket) => void socket.end(bytes))
    await expect(http.get(URL_OF_PAGE)).rejects.toMatchObject({ code: 'fetch.network', name: 'RetryLater' })
  })

  test.each([
    ['hangs up', (socket: Socket) => void socket.destroy(), 'fetch.robots-unknown'],
    ['breaks off hard', (socket: Socket) => void socket.resetAndDestroy(), 'fetch.robots-unknown'],
    ['says nothing', () => {}, 'fetch.robots-unknown'],
    ['does not speak TLS', (socket: Socket) => void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'), 'fetch.tls'],
  ])('a server that %s in the handshake of TLS', async (_what, behave, code) => {
    const server = createServer((socket) => void socket.once('data', () => behave(socket)))
    const web = await openRawWeb(server, { settings: { deadlineMs: SOON_MS } })
    onTestFinished(() => web.close())
    await expect(web.http.get('https://outlet.example.org/')).rejects.toMatchObject({ code })
  })

  test('a picture is refused before its bytes are read', async () => {
    const { http } = await openRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-type: image/jpeg\r\n\r\n')
      writeForever(socket, Buffer.alloc(65_536, 'a'))
    })
    await expect(http.get(URL_OF_PAGE)).rejects.toMatchObject({ code: 'fetch.media-type', name: 'Unprocessable' })
  })

  test('bytes that are no UTF-8 come as they were sent', async () => {
    const sent = Buffer.from([0x3c, 0x70, 0x3e, 0xff, 0xfe, 0xc3, 0x28, 0x00])
    const { http } = await open((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(sent)
    })
    expect(await http.get(URL_OF_PAGE)).toMatchObject({ kind: 'content', bytes: sent })
  })

  test('a name without address, and an address where nobody listens', async () => {
    const names = { 'outlet.example.org': [PUBLIC], 'closed.example.org': ['93.184.215.15'] }
    const { http } = await open(() => {}, { names })
    await expect(http.get('http://nowhere.example.org/')).rejects.toMatchObject({
      code: 'fetch.dns',
      name: 'RetryLater',
    })
    await expect(http.get('http://closed.example.org/')).rejects.toMatchObject({
      code: 'fetch.robots-unknown',
      name: 'RetryLater',
    })
  })
})
