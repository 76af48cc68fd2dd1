import type { DocumentHead } from '@counterclaim/model'
import { expect, test } from 'vitest'
import { figureChanges } from './figure-changes.ts'
import type { DigestInput } from './input.ts'
import { makeDigest } from './make-digest.ts'
import { figure, version } from './testing.ts'

const HEAD: DocumentHead = {
  id: 'd_live',
  key: 'live',
  version: 'v16',
  url: 'https://news.example.org/live',
  title: 'Live',
  source: 'News',
  publishedAt: '2026-03-01T09:00:00Z',
  copyOf: null,
  story: 'd_live',
}
const VERSIONS = [
  version(10, [figure(72, { id: 'c_72' })]),
  version(14, [figure(82, { id: 'c_82' })]),
  version(16, [figure(91, { id: 'c_91' })]),
] as const

function digestOf(head: DocumentHead, more: Partial<DigestInput> = {}): string[] {
  const changes = figureChanges(VERSIONS[2], VERSIONS.slice(0, 2)).map((change) => ({ change, document: head }))
  const window = { date: '2026-03-02', since: '2026-03-02', until: '2026-03-03' }
  const input = { ...window, contradictions: [], claims: [], documents: [], changes, ...more }
  return makeDigest(input).items.map(({ id, headline, why, quotes }) =>
    [id, headline, why, ...quotes.map(({ text }) => text.slice(0, 3))].join(' | '),
  )
}

test('the last change of a figure in the window is told, with both wordings, though the page is of another day', () => {
  expect(digestOf(HEAD)).toEqual([
    'c_91 | The office: share counted of votes changed | changed on the same page between 14:05 and 16:05 on 2026-03-02 (UTC) | 82% | 91%',
  ])
})

test('a change that ends outside the window is none of it', () => {
  expect(digestOf(HEAD, { since: '2026-03-02T15:00:00Z' })).toHaveLength(1)
  expect(digestOf(HEAD, { since: '2026-03-02T12:00:00Z', until: '2026-03-02T15:00:00Z' })).toEqual([
    expect.stringContaining('between 10:05 and 14:05'),
  ])
  expect(digestOf(HEAD, { since: '2026-03-03', until: '2026-03-04' })).toEqual([])
})

test('where the version has been replaced since, it leads to the document', () => {
  expect(digestOf({ ...HEAD, version: 'v18' })[0]).toMatch(/^d_live /)
})

test('a copy tells nothing that the original does not', () => {
  expect(digestOf({ ...HEAD, copyOf: 'd_first' })).toEqual([])
})
