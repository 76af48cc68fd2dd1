import { parse } from 'parse5'
import { describe, expect, test } from 'vitest'
import { type Metadata, readMetadata } from './metadata.ts'

const read = (head: string, body = '', url = 'https://quay.example.org/a'): Metadata =>
  readMetadata(parse(`<html lang="en-GB"><head>${head}</head><body>${body}</body></html>`), url)
const linked = (object: object): string => `<script type="application/ld+json">${JSON.stringify(object)}</script>`

describe('title', () => {
  test.each([
    ['<title>Dam holds</title>', '', 'Dam holds'],
    ['<title>Dam holds | The Quay</title><meta property="og:site_name" content="The Quay">', '', 'Dam holds'],
    ['<title>Dam holds - The Quay</title><meta property="og:site_name" content="The Quay">', '', 'Dam holds'],
    ['<title>Dam holds - The Quay</title>', '', 'Dam holds'],
    ['<title>Dam holds - Quay News</title>', '', 'Dam holds'],
    ['<title>Dam holds - Oakvale waits</title>', '', 'Dam holds - Oakvale waits'],
    ['<title>Dam holds » Quay News</title>', '', 'Dam holds'],
    ['<title>Dam holds – but for how long</title>', '', 'Dam holds – but for how long'],
    ['<title>X</title><meta property="og:title" content="Dam holds after all">', '', 'Dam holds after all'],
    ['<title>X</title><meta name="twitter:title" content="Dam holds after all">', '', 'Dam holds after all'],
    [`<title>X</title>${linked({ '@type': 'NewsArticle', headline: 'Dam holds' })}`, '', 'Dam holds'],
    [
      '<title>Oakvale dam holds after storm: The Quay</title>',
      '<h1>Oakvale dam holds after storm</h1>',
      'Oakvale dam holds after storm',
    ],
    ['', '<h1>Oakvale dam holds</h1>', 'Oakvale dam holds'],
    ['', '<svg><title>icon</title></svg><h1>Oakvale dam holds</h1>', 'Oakvale dam holds'],
  ])('%s %s', (head, body, title) => expect(read(head, body).title).toBe(title))

  test('is null where the page has none', () => expect(read('').title).toBeNull())
})

describe('date', () => {
  const DAY = '2031-02-03'
  test.each([
    [
      linked({ '@type': 'NewsArticle', datePublished: `${DAY}T05:06:07+02:00` }),
      '',
      `${DAY}T05:06:07+02:00`,
      'json-ld',
    ],
    [`<meta property="article:published_time" content="${DAY}T05:06:07Z">`, '', `${DAY}T05:06:07Z`, 'meta'],
    [
      `<meta name="date" content="${DAY}"><meta property="article:published_time" content="2031-02-04">`,
      '',
      '2031-02-04',
      'meta',
    ],
    ['<meta name="DC.date.issued" content="3 February 2031">', '', DAY, 'meta'],
    ['', `<time class="x">1 Jan 2030</time><time class="published" datetime="${DAY}">old</time>`, DAY, 'time'],
    ['', `<footer><time>1 May 2001</time></footer><article><time datetime="${DAY}">x</time></article>`, DAY, 'time'],
    ['<meta name="date" content="soon">', `<time>February 3, 2031</time>`, DAY, 'time'],
    [linked({ '@type': 'NewsArticle', datePublished: 'yesterday' }), '', null, null],
    ['', '<time>1 May 2001</time><time>2 May 2001</time>', null, null],
  ])('%s %s', (head, body, publishedAt, publishedFrom) => {
    expect(read(head, body)).toMatchObject({ publishedAt, publishedFrom })
  })

  test('of the address comes last', () => {
    const url = 'https://quay.example.org/2031/02/03/dam-holds'
    expect(read('', '', url)).toMatchObject({ publishedAt: DAY, publishedFrom: 'url' })
    expect(read('<meta name="date" content="2031-02-05">', '', url)).toMatchObject({ publishedAt: '2031-02-05' })
  })
})

test.each([
  ['<meta name="author" content="Rowan Field">', 'Rowan Field'],
  ['<meta property="article:author" content="https://quay.example.org/rowan">', null],
  ['<meta name="author" content="admin"><meta name="byl" content="By Rowan Field">', 'By Rowan Field'],
  ['<meta name="author" content="@rowan">', null],
])('byline: %s', (head, byline) => expect(read(head).byline).toBe(byline))

test('source and language', () => {
  expect(read('<meta name="application-name" content="The Quay">')).toMatchObject({
    source: 'The Quay',
    language: 'en-GB',
  })
  expect(read(linked({ '@type': 'Article', publisher: { name: 'Quay Ltd' } })).source).toBe('Quay Ltd')
})
