import { expect, test } from 'vitest'
import { readValue } from './read-value.ts'

test.each([
  ['at least 3.2 million', { min: 3_200_000, max: null, unit: 'count', modifier: 'at-least' }],
  [' 30-40% ', { min: 30, max: 40, unit: 'percent', modifier: 'range' }],
  ['1,200', { min: 1200, max: 1200, unit: 'count', modifier: 'exact' }],
  ['nearly $5 bn', { min: 5e9, max: 5e9, unit: 'USD', modifier: 'about' }],
  ['0', { min: 0, max: 0, unit: 'count', modifier: 'exact' }],
  ['45', { min: 45, max: 45, unit: 'count', modifier: 'exact' }],
])('%s is a figure', (text, value) => {
  expect(readValue(text)?.value).toEqual(value)
})

test.each(['', 'many', '5 or 6 boats and 7 crews', 'the year 2012', '12 angry men'])('%s is none by itself', (text) => {
  expect(readValue(text)).toBeNull()
})
