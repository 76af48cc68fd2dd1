import type { Claim } from '@counterclaim/model'
import { describe, expect, test } from 'vitest'
import { claimGroup } from './group.ts'
import { type SampleClaim, sampleDocument } from './testing/sample-document.ts'

const FIGURE: SampleClaim = {
  kind: 'quantity',
  evidence: 'claim',
  measure: 'registered users',
  subject: 'Pingo',
  subjectEntity: 'pingo',
  value: { min: 5, max: 5, unit: 'count', modifier: 'exact' },
}
const STATEMENT: SampleClaim = {
  kind: 'statement',
  evidence: 'claim',
  speaker: 'Ann Lee',
  speakerEntity: 'ann-lee',
  terms: ['bridg', 'close', 'may'],
}

function group(claim: SampleClaim, key = 'a'): string {
  const doc = sampleDocument({ key, text: 'A claim.', claims: [claim] })
  return claimGroup(doc.claims[0] as Claim)
}

describe('the same claim', () => {
  test.each<[string, SampleClaim, Partial<SampleClaim>]>([
    ['in another document', FIGURE, {}],
    ['in the plural or another order', FIGURE, { measure: 'user registered' }],
    ['nearly the figure', FIGURE, { value: { min: 5, max: 5, unit: 'count', modifier: 'about' } }],
    ['the same terms', STATEMENT, { terms: ['may', 'close', 'bridg'] }],
  ])('%s', (_, claim, other) => {
    expect(group({ ...claim, ...other }, 'b')).toBe(group(claim))
  })
})

describe('another claim', () => {
  test.each<[string, SampleClaim, Partial<SampleClaim>]>([
    ['another figure', FIGURE, { value: { min: 6, max: 6, unit: 'count', modifier: 'exact' } }],
    ['another unit', FIGURE, { value: { min: 5, max: 5, unit: 'percent', modifier: 'exact' } }],
    ['another period', FIGURE, { time: '2024' }],
    ['another place', FIGURE, { placeEntity: 'norland' }],
    ['another speaker', FIGURE, { speakerEntity: 'ann-lee' }],
    ['per day', FIGURE, { per: 'day' }],
    ['denied', STATEMENT, { stance: 'denies' }],
    ['negated', STATEMENT, { negated: true }],
    ['other terms', STATEMENT, { terms: ['bridg', 'open', 'may'] }],
  ])('%s', (_, claim, other) => {
    expect(group({ ...claim, ...other })).not.toBe(group(claim))
  })
})
