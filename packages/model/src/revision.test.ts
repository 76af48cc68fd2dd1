import { expect, test } from 'vitest'
import { revisionOf } from './revision.ts'

const trace = [
  { stage: 'fetch', version: '1' },
  { stage: 'claim', version: '3-a' },
]
const doc = { version: 'v_1', publishedAt: '2031-03-01', source: 'Coast Courier', trace }

const others: readonly (readonly [string, typeof doc])[] = [
  ['other content', { ...doc, version: 'v_2' }],
  ['another day', { ...doc, publishedAt: '2031-03-02' }],
  ['another source', { ...doc, source: 'Island Post' }],
  [
    'another version of a stage that read it',
    { ...doc, trace: [...trace.slice(0, 1), { stage: 'claim', version: '4-a' }] },
  ],
]

test.each(others)('%s is another revision', (_, other) => {
  expect(revisionOf(other)).not.toBe(revisionOf(doc))
})

test('what was done after it was read is none', () => {
  const after = [...trace, { stage: 'index', version: '1' }, { stage: 'compare', version: '2' }]
  expect(revisionOf({ ...doc, trace: after })).toBe(revisionOf(doc))
})
