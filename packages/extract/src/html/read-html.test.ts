import { describe, expect, test } from 'vitest'
import { readHtml } from './read-html.ts'

const PARAGRAPH =
  'The harbour authority said on Monday that it had moved 4.2 million tonnes of goods in the year, more than ever.'
const PAGE = `<!doctype html><html lang="en-GB"><head><title>Harbour breaks its record | The Quay</title>
<meta property="og:site_name" content="The Quay"><meta name="author" content="Rowan Field">
<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Harbour breaks its record","datePublished":"2021-05-06T07:08:09Z"}]}</script>
<script>document.write('<p>never shown</p>')</script></head><body>
<nav><a href="/">Home</a><a href="/n">News</a></nav><div class="cookie-banner">We use cookies to do things you cannot see.</div>
<article><h1>Harbour breaks its record</h1><div class="byline">By Rowan Field</div>
<figure><img src="a.jpg"><figcaption>A crane at dawn</figcaption></figure>
<p>${PARAGRAPH}</p><div class="related-posts"><ul><li><a href="/x">Old crane is sold</a></li><li><a href="/y">New crane arrives</a></li></ul></div>
<p>${PARAGRAPH.replace('Monday', 'Tuesday')}<sup>1</sup></p><h2>What it costs</h2><ul><li>Cranes: 3 million</li><li>Pilots: 2 million</li></ul>
<blockquote><p>We could not be happier with what our people did in that long and stormy winter, said the harbour master.</p></blockquote>
<table><tr><th>Year</th><th>Tonnes</th></tr><tr><td>2020</td><td>3.9 million</td></tr></table>
<p>First line of a longer answer<br>that goes on here.<br><br>Another paragraph, parted by two breaks.</p></article>
<aside><h3>Most read</h3><a href="/z">Ten things to do on a pier</a></aside><footer>© The Quay</footer></body></html>`

describe('readHtml', () => {
  test('keeps the article block by block and nothing else', async () => {
    const { blocks } = await readHtml(PAGE, 'https://quay.example.org/a')
    expect(blocks.filter((b) => b.text !== 'Harbour breaks its record').map((b) => [b.kind, b.text])).toEqual([
      ['paragraph', PARAGRAPH],
      ['paragraph', PARAGRAPH.replace('Monday', 'Tuesday')],
      ['heading', 'What it costs'],
      ['list-item', 'Cranes: 3 million'],
      ['list-item', 'Pilots: 2 million'],
      [
        'quote',
        'We could not be happier with what our people did in that long and stormy winter, said the harbour master.',
      ],
      ['table-row', 'Year | Tonnes'],
      ['table-row', '2020 | 3.9 million'],
      ['paragraph', 'First line of a longer answer that goes on here.'],
      ['paragraph', 'Another paragraph, parted by two breaks.'],
    ])
  })

  test('reads what the page says of itself', async () => {
    const { metadata } = await readHtml(PAGE, 'https://quay.example.org/a')
    expect(metadata).toMatchObject({
      title: 'Harbour breaks its record',
      byline: 'Rowan Field',
      source: 'The Quay',
      publishedAt: '2021-05-06T07:08:09Z',
      publishedFrom: 'json-ld',
      language: 'en-GB',
    })
  })

  test('takes the text from the linked data of a page that scripts make', async () => {
    const data = JSON.stringify({
      '@type': 'NewsArticle',
      articleBody: `${PARAGRAPH}\n\n${PARAGRAPH.replace('Monday', 'Friday')}`,
    })
    const html = `<script type="application/ld+json">${data}</script><div id="root">Loading…</div>`
    expect((await readHtml(html, 'https://quay.example.org/f')).blocks.map(({ text }) => text)).toEqual([
      PARAGRAPH,
      PARAGRAPH.replace('Monday', 'Friday'),
    ])
  })

  test('refuses 50,000 nested elements before it builds a tree', async () => {
    await expect(readHtml('<div>'.repeat(50_000), 'https://quay.example.org/b')).rejects.toMatchObject({
      code: 'html.too-deep',
    })
  })

  test('reads an old page that closes no anchor and no paragraph', async () => {
    const html = Array.from({ length: 600 }, (_, i) => `<p><a name="s${i}">Section ${i}. ${PARAGRAPH}`).join('')
    expect((await readHtml(html, 'https://quay.example.org/e')).blocks).toHaveLength(600)
  })

  test('reads a page at the limit of depth', async () => {
    const html = `${'<div>'.repeat(500)}<p>${PARAGRAPH}</p>`
    expect((await readHtml(html, 'https://quay.example.org/c')).blocks.map((b) => b.text)).toEqual([PARAGRAPH])
  })
})
