import type { Document } from '@counterclaim/model'
import { expect, test } from 'vitest'
import { outcomeOf } from './outcome.ts'

const doc: Document = {
  id: 'd_1',
  url: 'https://a.example.org/',
  key: 'a',
  trace: [
    { stage: 'claim', version: '1' },
    { stage: 'compare', version: '1' },
  ],
}

test('the ledger tells at which step what was cut; the input is indexed all the same', () => {
  const cuts = [
    { stage: 'compare', what: 'of 5000 figures the 400 most check-worthy are compared' },
    { stage: 'compare', what: 'of 300 dates the 200 most check-worthy are compared' },
  ]
  const { state, steps } = outcomeOf({ ...doc, cuts })
  expect(state).toBe('indexed')
  expect(steps.map(({ outcome }) => outcome)).toEqual(['done', `done, cut: ${cuts.map(({ what }) => what).join('; ')}`])
  expect(outcomeOf(doc).steps.map(({ outcome }) => outcome)).toEqual(['done', 'done'])
})
