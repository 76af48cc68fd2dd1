import { expect, test } from 'vitest'
import { readFrontMatter } from './front-matter.ts'

test.each([
  [
    '---\ntitle: "Ferries: a count"\nsource: Harbour Post\ndate: 2031-03-04\n---\n\nText.',
    'Ferries: a count',
    '2031-03-04',
  ],
  ['---\r\nheadline: Storm\r\npublished: 2031-03-04T10:00:00Z\r\n---\r\nText.', 'Storm', '2031-03-04T10:00:00Z'],
  ['---\ntitle: No date\ntags: [a, b]\n...\nText.', 'No date', undefined],
  ['\ufeff---\ntitle: With a mark\ndate: yesterday\n---\nText.', 'With a mark', undefined],
])('%j', (raw, title, publishedAt) => {
  const read = readFrontMatter(raw)
  expect(read?.metadata.title).toBe(title)
  expect(read?.metadata.publishedAt).toBe(publishedAt)
  expect(read?.body.trim()).toBe('Text.')
})

test.each([
  ['a rule in a text', 'Text.\n\n---\n\nMore text.'],
  ['a text between rules', '---\nA line that is no mapping\n---\nText.'],
  ['no end', '---\ntitle: Storm\n\nText.'],
  ['broken YAML', '---\ntitle: "Storm\n---\nText.'],
  ['aliases that grow', `---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\nText.`],
])('%s is text', (_, raw) => {
  expect(readFrontMatter(raw)).toBeNull()
})
