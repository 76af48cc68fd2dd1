import { expect, test } from 'vitest'
import { findFeeds } from './find-feeds.ts'

test.each([
  [
    '<link rel="alternate" type="application/rss+xml" href="/rss?a=1&amp;b=2">',
    ['https://outlet.example.org/rss?a=1&b=2'],
  ],
  [
    "<LINK HREF='feed.atom' TYPE='application/atom+xml' REL='alternate home' />",
    ['https://outlet.example.org/news/feed.atom'],
  ],
  ['<link rel=alternate type=application/feed+json href=https://feeds.example.org/x>', ['https://feeds.example.org/x']],
  ['<link rel="alternate" hreflang="de" href="/de/">', []],
  ['<link rel="stylesheet" type="application/rss+xml" href="/x">', []],
  ['<link rel="alternate" type="application/rss+xml">', []],
  ['<p>no link', []],
])('findFeeds(%j)', (html, expected) => {
  expect(findFeeds(new TextEncoder().encode(html), 'https://outlet.example.org/news/')).toEqual(expected)
})
