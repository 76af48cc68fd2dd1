import { describe, expect, test } from 'vitest'
import { readFeed } from './read-feed.ts'

const HOME = 'https://outlet.example.org/feeds/news.xml'

const read = (text: string, charset: string | null = null): ReturnType<typeof readFeed> =>
  readFeed(new TextEncoder().encode(text), HOME, charset)

const STORY = {
  url: 'https://outlet.example.org/news/ferries',
  title: 'Ferries & boats “full”',
  publishedAt: '2031-05-02T08:00:00+02:00',
}

const RSS = `<?xml version="1.0" encoding="UTF-8"?>
<!-- <html> made by hand -->
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Outlet</title><link>https://outlet.example.org/</link>
<item><title>Ferries &amp;amp; boats &#8220;<![CDATA[full]]>&#8221;</title><link>
  https://outlet.example.org/news/ferries?utm_source=rss#top </link><pubDate>Fri, 2 May 2031 08:00:00 +0200</pubDate></item>
<item><title>Second</title><guid>https://outlet.example.org/news/second</guid><dc:date>2031-05-01</dc:date></item>
<item><title>No address</title><guid isPermaLink="false">tag:outlet,2031:3</guid></item>
<item><title>Not of the web</title><link>javascript:alert(1)</link></item>
<item><title>The first again</title><link>https://outlet.example.org/news/ferries</link></item>
</channel></rss>`

const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Outlet</title><entry><id>urn:1</id>
<title type="html">&lt;b&gt;Ferries&lt;/b&gt; &amp;amp; boats “full”</title><updated>2031-06-01T00:00:00Z</updated>
<published>2031-05-02T08:00:00+02:00</published>
<link rel="self" href="https://outlet.example.org/atom/1"/><link rel="alternate" type="application/json" href="/news/1.json"/>
<link rel="alternate" type="text/html" href="/news/ferries"/></entry></feed>`

const RDF = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Outlet</title><link>x</link><description>d</description></channel>
<item rdf:about="y"><title>Ferries &amp; boats “full”</title><link>../news/ferries</link><dc:date>2031-05-02T08:00:00+02:00</dc:date></item></rdf:RDF>`

const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Outlet',
  items: [{ id: '1', url: '/news/ferries', title: STORY.title, date_published: STORY.publishedAt }],
})

const NEWS = `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://outlet.example.org/news/ferries?a=1&amp;b=2</loc>
<n:news><n:publication><n:name>Outlet</n:name></n:publication><n:publication_date>2031-05-02T08:00:00+02:00</n:publication_date>
<n:title>Ferries &amp; boats “full”</n:title></n:news></url>
<url><loc>https://outlet.example.org/about</loc><lastmod>2031-01-01</lastmod></url></urlset>`

const INDEX = `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://outlet.example.org/sitemap-1.xml.gz</loc><lastmod>2031-01-01</lastmod></sitemap></sitemapindex>`

describe('readFeed', () => {
  test('RSS', async () => {
    expect(await read(RSS)).toEqual({
      kind: 'feed',
      title: 'Outlet',
      entries: [STORY, { url: 'https://outlet.example.org/news/second', title: 'Second', publishedAt: '2031-05-01' }],
    })
  })

  test.each([
    ['Atom', ATOM],
    ['RDF', RDF],
    ['JSON Feed', JSON_FEED],
  ])('%s', async (_format, text) => {
    expect(await read(text)).toEqual({ kind: 'feed', title: 'Outlet', entries: [STORY] })
  })

  test('a news sitemap: titles and dates; a page without them has none', async () => {
    expect(await read(NEWS)).toEqual({
      kind: 'sitemap',
      title: null,
      entries: [
        { ...STORY, url: 'https://outlet.example.org/news/ferries?a=1&b=2' },
        { url: 'https://outlet.example.org/about', title: null, publishedAt: null, changedAt: '2031-01-01' },
      ],
    })
  })

  test('an index of sitemaps', async () => {
    expect(await read(INDEX)).toEqual({
      kind: 'index',
      title: null,
      entries: [
        { url: 'https://outlet.example.org/sitemap-1.xml.gz', title: null, publishedAt: null, changedAt: '2031-01-01' },
      ],
    })
  })

  test.each([
    ['the XML declaration', '<?xml version="1.0" encoding="ISO-8859-1"?>', null],
    ['the server', '', 'iso-8859-1'],
  ])('in the encoding that %s names', async (_who, declaration, charset) => {
    const text = `${declaration}<rss version="2.0"><channel><title>Träger</title></channel></rss>`
    expect((await readFeed(Buffer.from(text, 'latin1'), HOME, charset))?.title).toBe('Träger')
  })

  test('in UTF-16', async () => {
    const text = `\uFEFF${RSS.replace('UTF-8', 'UTF-16')}`
    expect(await readFeed(Buffer.from(text, 'utf16le'), HOME, null)).toMatchObject({
      title: 'Outlet',
      entries: [STORY, {}],
    })
  })

  test('of a list without end the first 50,000', async () => {
    const urls = Array.from({ length: 50_001 }, (_, i) => `<url><loc>/${i}</loc></url>`).join('')
    expect((await read(`<urlset>${urls}</urlset>`))?.entries.length).toBe(50_000)
  })

  test('a feed without entries is one', async () => {
    expect(await read('<rss version="2.0"><channel><title>Outlet</title></channel></rss>')).toMatchObject({
      entries: [],
    })
    expect(await read('<urlset></urlset>')).toMatchObject({ kind: 'sitemap', entries: [] })
  })
})

describe('readFeed, of what is no list or a damaged one', () => {
  test.each([
    ['a page', '<!doctype html><html><head><title>About RSS</title></head><body>&lt;rss&gt;</body></html>'],
    ['a page with a picture first', '<?xml version="1.0"?><svg xmlns="x"><rss/></svg>'],
    ['a text', 'A text about <rss version="2.0">'],
    ['data', '{"version": "1"}'],
    ['nothing', ''],
    ['a comment', '<!-- <rss> -->'],
  ])('null for %s', async (_what, text) => {
    expect(await read(text)).toBeNull()
  })

  test.each([
    ['cut off', RSS.slice(0, 400)],
    ['no channel', '<rss version="2.0"></rss>'],
    ['JSON that is cut off', JSON_FEED.slice(0, -5)],
    ['nested without end', `<rss version="2.0"><channel><title>x</title>${'<a>'.repeat(100_000)}`],
    ['a sitemap nested without end', `<urlset>${'<url>'.repeat(100_000)}`],
  ])('refuses a damaged one: %s', async (_what, text) => {
    await expect(read(text)).rejects.toMatchObject({ code: 'feed.invalid', name: 'Unprocessable' })
  })
})

describe('entities that a feed defines itself', () => {
  const doubled = Array.from({ length: 30 }, (_, i) => `<!ENTITY e${i + 1} "&e${i};&e${i};">`).join('')
  const bomb = `<!DOCTYPE rss [<!ENTITY e0 "boats">${doubled}]>`
  const outside = '<!DOCTYPE rss [<!ENTITY e30 SYSTEM "file:///etc/passwd">]>'

  test.each([
    ['a bomb in RSS', `${bomb}<rss version="2.0"><channel><title>&e30;</title></channel></rss>`],
    ['a bomb in Atom', `${bomb}<feed xmlns="http://www.w3.org/2005/Atom"><title>&e30;</title></feed>`],
    ['a bomb in a sitemap', `${bomb}<urlset><url><loc>https://outlet.example.org/&e30;</loc></url></urlset>`],
    ['a file in RSS', `${outside}<rss version="2.0"><channel><title>&e30;</title></channel></rss>`],
    ['a file in a sitemap', `${outside}<urlset><url><loc>https://outlet.example.org/&e30;</loc></url></urlset>`],
  ])('are never expanded: %s', async (_what, text) => {
    const feed = await read(text).catch((error: unknown) => error)
    // Either it is refused whole, or the reference stays as it was written.
    if (feed instanceof Error) expect(feed).toMatchObject({ code: 'feed.invalid' })
    else expect(JSON.stringify(feed)).toMatch(/&e30;/)
  })
})
