import type { ClaimedDocument } from '@counterclaim/model'
import { expect, test } from 'vitest'
import { compareDocuments, MOST_FINDINGS } from './compare-documents.ts'
import { assertionsOf, MOST_ASSERTIONS } from './denial/assertions.ts'
import { candidateKeys } from './keys.ts'
import { figuresOf, MOST_FIGURES } from './numeric/figures.ts'
import { type SampleClaim, sampleDocument } from './testing/sample-document.ts'

/** A page of many claims by many speakers of which every two collide. */
function crowd(key: string, n: number, kind: 'quantity' | 'statement'): ClaimedDocument {
  const claims = Array.from({ length: n }, (_, i): SampleClaim => {
    const evidence = `${i + 1000} riders of ${key}`
    const speaker = { speaker: `Speaker ${i % 40}`, speakerEntity: `speaker-${i % 40}` }
    return kind === 'quantity'
      ? {
          ...speaker,
          kind,
          evidence,
          measure: 'riders',
          subjectEntity: 'harbour-rail',
          value: { min: i + 1000, max: i + 1000, unit: 'count', modifier: 'exact' },
        }
      : {
          ...speaker,
          kind,
          evidence,
          about: evidence,
          terms: ['rider', 'ride', 'rail'],
          stance: i % 2 === 0 ? 'denies' : 'asserts',
        }
  })
  return sampleDocument({ key, text: claims.map(({ evidence }) => `${evidence}.`).join(' '), title: 'Riders', claims })
}

test.each(['quantity', 'statement'] as const)('a page of 5,000 colliding claims (%s) stays bounded', (kind) => {
  const [a, b] = [crowd('a', 5000, kind), crowd('b', 5000, kind)]
  expect(figuresOf(a).length).toBeLessThanOrEqual(MOST_FIGURES)
  expect(assertionsOf(a).length).toBeLessThanOrEqual(MOST_ASSERTIONS)
  expect(candidateKeys(a).length).toBeLessThanOrEqual(200)
  const own = compareDocuments(a, a)
  expect(own.collisions).toHaveLength(MOST_FINDINGS)
  const found = compareDocuments(a, b)
  expect(found.collisions.length).toBeLessThanOrEqual(MOST_FINDINGS)
  expect(found.nearMisses.length).toBeLessThanOrEqual(MOST_FINDINGS)
  expect(compareDocuments(b, a)).toEqual(found)
})

test('a figure that is repeated 5,000 times collides with nothing', () => {
  const text = 'Police said that 40 people died. '.repeat(5000)
  const doc = sampleDocument({ key: 'a', text, claims: [] })
  const [claim] = crowd('b', 1, 'quantity').claims
  if (claim === undefined) throw new Error('no claim')
  const claims = Array.from({ length: 5000 }, (_, i) => ({
    ...claim,
    id: `c_${i}`,
    span: { start: 33 * i, end: 33 * i + 31 },
  }))
  expect(compareDocuments({ ...doc, claims }, { ...doc, claims })).toEqual({
    links: [],
    collisions: [],
    nearMisses: [],
  })
})

test('a document without claims', () => {
  const doc = sampleDocument({ key: 'a', text: 'Nothing.' })
  expect(compareDocuments(doc, doc)).toEqual({ links: [], collisions: [], nearMisses: [] })
})
