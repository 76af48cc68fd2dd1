import { documentId } from '@counterclaim/model'
import { describe, expect, test } from 'vitest'
import { extractDocument } from '../extract-document.ts'

const LISTED = { title: 'Boats are sold', publishedAt: '2031-05-02T08:00:00+02:00' }

async function extract(url: string, head: string, body: string): Promise<Awaited<ReturnType<typeof extractDocument>>> {
  const html = `<!doctype html><html lang="en"><head>${head}</head><body><article>${body}</article></body></html>`
  const input = { id: documentId(url), url, key: 'x', mediaType: 'text/html' as const, given: { listed: LISTED } }
  return extractDocument(input, new TextEncoder().encode(html))
}

const TEXT =
  '<p>The mayor said on Friday that 40 boats were sold last year.</p><p>The council will meet again in June.</p>'

describe('what a feed tells of a page', () => {
  test('counts where the page says nothing itself', async () => {
    expect(await extract('https://outlet.example.org/a', '', TEXT)).toMatchObject({
      title: 'Boats are sold',
      publishedAt: '2031-05-02T08:00:00+02:00',
      publishedFrom: 'feed',
    })
  })

  test('never overrides the page', async () => {
    const head =
      '<title>Forty boats</title><meta property="article:published_time" content="2031-04-30T10:00:00Z"><meta property="og:title" content="Forty boats">'
    expect(await extract('https://outlet.example.org/a', head, TEXT)).toMatchObject({
      title: 'Forty boats',
      publishedAt: '2031-04-30T10:00:00Z',
    })
  })

  test('is more exact than a day in the URL', async () => {
    expect(await extract('https://outlet.example.org/2031/05/01/a', '', TEXT)).toMatchObject({ publishedFrom: 'feed' })
  })
})
