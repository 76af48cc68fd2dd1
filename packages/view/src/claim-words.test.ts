import { expect, test } from 'vitest'
import { claimWords } from './claim-words.ts'

const users = {
  subject: 'Facebook',
  measure: 'users',
  about: null,
  value: { min: 3_200_000, max: null, unit: 'count', modifier: 'at-least' },
  per: null,
  time: '2021-11',
  place: 'Kazakhstan',
  evidence: 'Facebook has at least 3.2 million users in Kazakhstan',
} as const

test.each([
  [{}, 'Facebook, users: at least 3.2 million (November 2021, Kazakhstan)'],
  [{ time: null, place: null }, 'Facebook, users: at least 3.2 million'],
  [
    { subject: 'firms', measure: 'firms that closed', place: null, time: '2024' },
    'firms that closed: at least 3.2 million (2024)',
  ],
  [{ subject: 'Kazakhstan', measure: 'population', time: null }, 'Kazakhstan, population: at least 3.2 million'],
  [
    { subject: null, measure: null, time: null, place: null },
    'Facebook has at least 3.2 million users in Kazakhstan: at least 3.2 million',
  ],
  [
    {
      subject: 'the bridge',
      measure: 'reopened',
      time: '2024-03-03',
      place: null,
      value: { min: '2024-03-03', max: '2024-03-03', unit: 'date', modifier: 'exact' },
    },
    'the bridge, reopened: 3 March 2024',
  ],
  [{ value: null, about: 'the dam is safe' }, 'the dam is safe'],
] as const)('a claim in a line: %#', (change, words) => {
  expect(claimWords({ ...users, ...change })).toBe(words)
})
