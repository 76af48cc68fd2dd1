import { describe, expect, test } from 'vitest'
import { charsetOf, webMediaType } from './web-media-type.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const URL_OF_STORY = 'https://outlet.example.org/story'

describe('webMediaType', () => {
  test.each([
    ['as the header says', 'text/html; charset=utf-8', '<p>Story', 'text/html'],
    ['in capitals', 'TEXT/HTML', '<p>Story', 'text/html'],
    ['XHTML', 'application/xhtml+xml', '<html xmlns="x">', 'text/html'],
    ['XHTML under the name of XML', 'text/xml', '<?xml version="1.0"?>\n<html xmlns="x">', 'text/html'],
    ['a text', 'text/plain', 'Story', 'text/plain'],
    ['a text about HTML', 'text/plain', 'The <html> element', 'text/plain'],
    ['Markdown', 'text/markdown', '# Story', 'text/markdown'],
    ['a report', 'application/pdf', '%PDF-1.7', 'application/pdf'],
    ['a report under the name of a page', 'text/html', '%PDF-1.7', 'application/pdf'],
    ['a report without a name', 'application/octet-stream', '\n%PDF-1.7', 'application/pdf'],
    ['a page under the name of a report', 'application/pdf', '<!DOCTYPE html><p>Log in', 'text/html'],
    ['a page without a name', null, '<!-- made by hand -->\n<!doctype html><p>Story', 'text/html'],
    ['a text without a name', '', 'Story', 'text/plain'],
    ['a damaged report', 'application/pdf', 'Story', 'application/pdf'],
  ])('%s', (_what, contentType, text, expected) => {
    expect(webMediaType(contentType, bytesOf(text), URL_OF_STORY)).toBe(expected)
  })

  test.each([
    ['https://outlet.example.org/story.md', 'text/markdown'],
    ['https://outlet.example.org/story.html?page=2', 'text/html'],
    ['https://outlet.example.org/story.php', 'text/plain'],
  ])('by the name where nothing else tells: %s', (url, expected) => {
    expect(webMediaType(null, bytesOf('Story'), url)).toBe(expected)
  })

  test.each([
    ['a picture', 'image/png', '\x89PNG'],
    ['a picture without a name', 'application/octet-stream', '\x89PNG\r\n\x1a\n\x00'],
    ['a feed', 'application/rss+xml', '<rss>'],
    ['a feed under the name of XML', 'text/xml', '<?xml version="1.0"?><rss>'],
    ['data', 'application/json', '{}'],
    ['a program', 'text/javascript', 'let a'],
  ])('is none for %s', (_what, contentType, text) => {
    expect(() => webMediaType(contentType, bytesOf(text), URL_OF_STORY)).toThrow(
      expect.objectContaining({ code: 'fetch.media-type' }),
    )
  })
})

test.each([
  ['text/html; charset=ISO-8859-1', 'iso-8859-1'],
  ['text/html;charset="utf-8"', 'utf-8'],
  ['text/html', null],
  [null, null],
])('charsetOf(%s)', (contentType, expected) => {
  expect(charsetOf(contentType)).toBe(expected)
})
