import { expect, test } from 'vitest'
import { readOpml, writeOpml } from './opml.ts'

const FEEDS = [
  { url: 'https://a.example.org/feed?x=1&y=2', title: 'A & "B"' },
  { url: 'https://b.example.org/rss', title: 'C' },
]

test('what is written is read again', () => {
  expect(readOpml(writeOpml(FEEDS))).toEqual(FEEDS)
})

test('folders are looked into, and what is no feed is left out', () => {
  const text = `<opml version="1.0"><body><outline text="News"><outline text="C" xmlUrl="https://b.example.org/rss"/>
    <outline text="A link" url="https://c.example.org/"/></outline></body></opml>`
  expect(readOpml(text)).toEqual([FEEDS[1]])
})

test.each([['<rss/>'], ['no XML'], [`<opml version="2.0"><body>${'<outline text="x">'.repeat(10_000)}`]])(
  'refuses what is none: %#',
  (text) => {
    expect(() => readOpml(text)).toThrow(expect.objectContaining({ code: 'feed.invalid' }))
  },
)

test('entities that it defines itself are not expanded', () => {
  const text = `<!DOCTYPE opml [<!ENTITY e "boats">]><opml version="2.0"><body><outline text="&e;" xmlUrl="https://b.example.org/"/></body></opml>`
  expect(JSON.stringify(readOpml(text))).not.toContain('boats')
})
