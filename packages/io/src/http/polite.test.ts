import type { RequestListener } from 'node:http'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openWeb, type TestWeb, type WebOptions } from './testing/web.ts'

async function open(answer: RequestListener, options: WebOptions = {}): Promise<TestWeb> {
  const web = await openWeb(answer, options)
  onTestFinished(() => web.close())
  return web
}

const page: RequestListener = (_request, response) =>
  void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Story')

const robots =
  (text: string): RequestListener =>
  (_request, response) =>
    void response.writeHead(200, { 'content-type': 'text/plain' }).end(text)

describe('robots.txt', () => {
  test.each([
    ['nothing is said', '', true],
    ['everything is closed to all', 'User-agent: *\nDisallow: /', false],
    ['everything is closed to this program', 'User-agent: counterclaim\nDisallow: /', false],
    ['everything is closed to another', 'User-agent: otherbot\nDisallow: /', true],
    ['this program may what others may not', 'User-agent: *\nDisallow: /\n\nUser-agent: Counterclaim\nAllow: /', true],
    ['the folder is closed', 'User-agent: *\nDisallow: /news/', false],
    ['the folder is closed, the story open', 'User-agent: *\nDisallow: /news/\nAllow: /news/story', true],
    ['a pattern closes it', 'User-agent: *\nDisallow: /*/story$', false],
    ['a mark stands before it', '\uFEFFUser-agent: *\nDisallow: /', false],
    ['it is a page', '<!doctype html><title>Not found</title>', true],
  ])('%s', async (_what, text, isAllowed) => {
    const { http, asked } = await open(page, { robots: robots(text) })
    const got = http.get('http://outlet.example.org/news/story')
    if (isAllowed) expect(await got).toMatchObject({ kind: 'content' })
    else await expect(got).rejects.toMatchObject({ code: 'fetch.robots', name: 'Unprocessable' })
    expect(asked.length).toBe(isAllowed ? 2 : 1)
  })

  test.each([[400], [401], [403], [404], [410], [451]])('status %i allows everything', async (status) => {
    const { http } = await open(page, { robots: (_request, response) => void response.writeHead(status).end() })
    expect(await http.get('http://outlet.example.org/')).toMatchObject({ kind: 'content' })
  })

  test.each([[429], [500], [502], [503], [504]])('status %i allows nothing for now', async (status) => {
    const { http, asked } = await open(page, { robots: (_request, response) => void response.writeHead(status).end() })
    await expect(http.get('http://outlet.example.org/')).rejects.toMatchObject({
      code: 'fetch.robots-unknown',
      name: 'RetryLater',
    })
    expect(asked).toEqual(['outlet.example.org/robots.txt'])
  })

  test('no answer allows nothing for now', async () => {
    const settings = { deadlineMs: 500 }
    const { http, asked } = await open(page, { settings, robots: () => {} })
    await expect(http.get('http://outlet.example.org/')).rejects.toMatchObject({ code: 'fetch.robots-unknown' })
    expect(asked).toEqual(['outlet.example.org/robots.txt'])
  })
})

describe('robots.txt elsewhere, too long, or seen before', () => {
  test('a redirect is followed, one that goes round in a circle is no robots.txt', async () => {
    const answer: RequestListener = (request, response) =>
      request.url === '/rules.txt' ? robots('User-agent: *\nDisallow: /')(request, response) : page(request, response)
    const to = (location: string): WebOptions => ({
      robots: (_request, response) => void response.writeHead(301, { location }).end(),
    })
    const found = await open(answer, to('/rules.txt'))
    await expect(found.http.get('http://outlet.example.org/')).rejects.toMatchObject({ code: 'fetch.robots' })
    const circle = await open(answer, to('/robots.txt'))
    expect(await circle.http.get('http://outlet.example.org/')).toMatchObject({ kind: 'content' })
  })

  test('what lies beyond 500 KiB is not read', async () => {
    const { http } = await open(page, { robots: robots(`${'#\n'.repeat(300_000)}User-agent: *\nDisallow: /`) })
    expect(await http.get('http://outlet.example.org/')).toMatchObject({ kind: 'content' })
  })

  test('is asked for once a day and site, and of the site that a page redirects to as well', async () => {
    const { http, asked, pass } = await open(
      (request, response) => {
        if (request.headers.host === 'outlet.example.org' && request.url === '/moved')
          response.writeHead(301, { location: 'http://other.example.org/closed' }).end()
        else page(request, response)
      },
      {
        robots: (request, response) =>
          robots(request.headers.host === 'other.example.org' ? 'User-agent: *\nDisallow: /closed' : '')(
            request,
            response,
          ),
      },
    )
    await http.get('http://outlet.example.org/a')
    await http.get('http://outlet.example.org/b')
    await expect(http.get('http://outlet.example.org/moved')).rejects.toMatchObject({ code: 'fetch.robots' })
    pass(86_400_000)
    await http.get('http://outlet.example.org/c')
    expect(asked).toEqual([
      'outlet.example.org/robots.txt',
      'outlet.example.org/a',
      'outlet.example.org/b',
      'outlet.example.org/moved',
      'other.example.org/robots.txt',
      'outlet.example.org/robots.txt',
      'outlet.example.org/c',
    ])
  })
})

describe('turns', () => {
  test('one request at a time per host, with a wait between them', async () => {
    let running = 0
    let most = 0
    const { http, waits } = await open((request, response) => {
      most = Math.max(most, ++running)
      setImmediate(() => {
        running--
        page(request, response)
      })
    })
    const urls = ['a', 'b', 'c', 'd'].map((name) => `http://outlet.example.org/${name}`)
    await Promise.all(urls.map((url) => http.get(url)))
    expect(most).toBe(1)
    expect(waits).toEqual([1_000, 1_000, 1_000])
  })

  test('hosts do not wait for each other', async () => {
    const waiting: (() => void)[] = []
    // Nobody is answered before all are there: were they taken one by one, this would never end.
    const { http } = await open((request, response) => {
      waiting.push(() => page(request, response))
      if (waiting.length === 3) for (const answer of waiting) answer()
    })
    const urls = ['a', 'b', 'c'].map((name) => `http://${name}.example.org/`)
    expect((await Promise.all(urls.map((url) => http.get(url)))).length).toBe(3)
  })

  test.each([
    ['5', [5_000]],
    ['0.5', [1_000]],
    ['3600', [60_000]],
    ['soon', [1_000]],
  ])('a crawl-delay of %s', async (delay, expected) => {
    const { http, waits } = await open(page, { robots: robots(`User-agent: *\nCrawl-delay: ${delay}`) })
    await http.get('http://outlet.example.org/a')
    await http.get('http://outlet.example.org/b')
    expect(waits).toEqual(expected)
  })
})

const status =
  (code: number, headers: Record<string, string> = {}): RequestListener =>
  (_request, response) =>
    void response.writeHead(code, headers).end()

describe('statuses', () => {
  test.each([
    [400, 'fetch.rejected'],
    [401, 'fetch.forbidden'],
    [402, 'fetch.forbidden'],
    [403, 'fetch.forbidden'],
    [404, 'fetch.not-found'],
    [410, 'fetch.not-found'],
    [418, 'fetch.rejected'],
    [451, 'fetch.forbidden'],
    [300, 'fetch.rejected'],
    [302, 'fetch.rejected'],
  ])('%i never', async (code, expected) => {
    const { http } = await open(status(code))
    await expect(http.get('http://outlet.example.org/')).rejects.toMatchObject({
      code: expected,
      name: 'Unprocessable',
    })
  })

  test.each([
    [408, 'fetch.timeout'],
    [425, 'fetch.busy'],
    [429, 'fetch.busy'],
    [500, 'fetch.server-error'],
    [502, 'fetch.server-error'],
    [503, 'fetch.server-error'],
    [504, 'fetch.server-error'],
  ])('%i later, and later still each time', async (code, expected) => {
    const { http } = await open(status(code))
    const afterMs: number[] = []
    for (let i = 0; i < 4; i++) {
      const error = await http.get('http://outlet.example.org/').catch((failure: unknown) => failure)
      expect(error).toMatchObject({ code: expected, name: 'RetryLater' })
      afterMs.push((error as { readonly afterMs: number }).afterMs)
    }
    // Half of 1, 2, 4, 8 s: the test's chance is 0.
    expect(afterMs).toEqual([500, 1_000, 2_000, 4_000])
  })
})

describe('Retry-After', () => {
  test.each([
    ['120', 120_000],
    ['Thu, 01 May 2031 00:10:00 GMT', 600_000],
    ['99999999', 86_400_000],
    ['-5', 500],
    ['tomorrow', 500],
  ])('429 with Retry-After: %s', async (retryAfter, expected) => {
    const { http } = await open(status(429, { 'retry-after': retryAfter }))
    await expect(http.get('http://outlet.example.org/')).rejects.toMatchObject({
      code: 'fetch.busy',
      afterMs: expected,
    })
  })

  test('a host that asked to be left alone is left alone, for all its pages, and others are not', async () => {
    const { http, asked, pass } = await open((request, response) =>
      request.url === '/busy' ? status(503, { 'retry-after': '120' })(request, response) : page(request, response),
    )
    await expect(http.get('http://outlet.example.org/busy')).rejects.toMatchObject({ code: 'fetch.busy' })
    pass(20_000)
    await expect(http.get('http://outlet.example.org/')).rejects.toMatchObject({ code: 'fetch.busy', afterMs: 100_000 })
    expect(await http.get('http://other.example.org/')).toMatchObject({ kind: 'content' })
    pass(100_000)
    expect(await http.get('http://outlet.example.org/')).toMatchObject({ kind: 'content' })
    expect(asked.filter((path) => path.startsWith('outlet'))).toEqual([
      'outlet.example.org/robots.txt',
      'outlet.example.org/busy',
      'outlet.example.org/',
    ])
  })
})

describe('what is asked and answered', () => {
  test('says who asks', async () => {
    const agents = new Set<string | undefined>()
    const note: RequestListener = (request, response) => {
      agents.add(request.headers['user-agent'])
      page(request, response)
    }
    const { http } = await open(note, { robots: note })
    await http.get('http://outlet.example.org/')
    expect([...agents]).toEqual(['Counterclaim/0 (+desk@example.org)'])
  })

  test('asks whether anything has changed', async () => {
    const { http } = await open((request, response) => {
      const isSame = request.headers['if-none-match'] === '"v1"'
      response.writeHead(isSame ? 304 : 200, { etag: '"v1"', 'last-modified': 'Wed, 30 Apr 2031 08:00:00 GMT' })
      response.end(isSame ? '' : '<p>Story')
    })
    const first = await http.get('http://outlet.example.org/')
    if (first.kind !== 'content') throw new Error('nothing came')
    expect(first.validators).toEqual({ etag: '"v1"', lastModified: 'Wed, 30 Apr 2031 08:00:00 GMT' })
    expect(await http.get('http://outlet.example.org/', first.validators)).toEqual({
      kind: 'not-modified',
      url: 'http://outlet.example.org/',
    })
  })

  /** /a leads to /b, /b to /c. */
  test.each([
    ['permanent', [301, 308], '/c'],
    ['for now', [302, 307], '/a'],
    ['permanent, then for now', [301, 302], '/b'],
    ['for now, then permanent', [303, 301], '/a'],
  ])('redirects, %s', async (_what, codes, known) => {
    const { http } = await open((request, response) => {
      const at = ['/a', '/b?utm_source=x'].indexOf(request.url ?? '')
      if (at < 0) page(request, response)
      else response.writeHead(codes[at] ?? 302, { location: ['/b?utm_source=x', '/c#top'][at] }).end()
    })
    expect(await http.get('http://outlet.example.org/a')).toMatchObject({
      url: 'http://outlet.example.org/c',
      canonicalUrl: `http://outlet.example.org${known}`,
    })
  })
})
