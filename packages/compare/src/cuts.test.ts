import type { Claim, Comparison } from '@counterclaim/model'
import { expect, test } from 'vitest'
import { MOST_FINDINGS } from './compare-documents.ts'
import { cutsOf, findingsCut } from './cuts.ts'
import { sampleDocument } from './testing/sample-document.ts'

const doc = sampleDocument({
  key: 'a',
  text: 'Three trains ran on Monday. Norvik is closed.',
  claims: [
    { kind: 'quantity', evidence: 'Three trains', value: { min: 3, max: 3, unit: 'count', modifier: 'exact' } },
    {
      kind: 'quantity',
      evidence: 'on Monday',
      value: { min: '2031-01-06', max: '2031-01-06', unit: 'date', modifier: 'exact' },
    },
    { kind: 'statement', evidence: 'Norvik is closed', speaker: 'the board' },
  ],
})
const [FIGURE, DATE, STATEMENT] = doc.claims as [Claim, Claim, Claim]

function many(claim: Claim, count: number): typeof doc {
  const claims = Array.from({ length: count }, (_, i) => ({ ...claim, id: `c_${i}` }))
  return { ...doc, claims }
}

test('a report is not cut', () => {
  expect(cutsOf(many(FIGURE, 400))).toEqual([])
})

test.each([
  ['figures', 5000, 400, FIGURE],
  ['dates', 300, 200, DATE],
  ['statements', 301, 300, STATEMENT],
] as const)('of too many %s it is said how many there were and how many are compared', (what, count, most, claim) => {
  expect(cutsOf(many(claim, count))).toEqual([`of ${count} ${what} the ${most} most check-worthy are compared`])
})

test('findings beyond the bound are told of, those below are not', () => {
  const found = (count: number): Comparison =>
    ({ collisions: Array.from({ length: count }, () => ({})), nearMisses: [] }) as unknown as Comparison
  expect(findingsCut([found(MOST_FINDINGS - 1)])).toEqual([])
  expect(findingsCut([found(MOST_FINDINGS), found(3)])[0]).toContain(`surest ${MOST_FINDINGS} are kept for 1 of the`)
})
