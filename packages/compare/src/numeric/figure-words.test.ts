import type { Claim, Value } from '@counterclaim/model'
import { expect, test } from 'vitest'
import { figure } from './figure-words.ts'

const written = (value: Value, per: string | null = null): string => figure({ claim: { value, per } as Claim })
const of = (x: number, unit: string): Value => ({ min: x, max: x, unit, modifier: 'exact' })

test.each<[string, string]>([
  [written(of(3_200_000, 'count')), '3.2 million'],
  [written({ min: 3_200_000, max: null, unit: 'count', modifier: 'at-least' }), 'at least 3.2 million'],
  [written({ min: 30, max: 40, unit: 'percent', modifier: 'range' }), '30–40 percent'],
  [written(of(100 / 3, 'percent')), '33.33 percent'],
  [written(of(8, 'day')), '8 days'],
  [written(of(1, 'day')), '1 day'],
  [written(of(40_000_000, 'GBP')), '40 million GBP'],
  [written(of(85 / 3.6, 'metre/second')), '85 km/h'],
  [written(of(40_000, 'kilogram')), '40 tonnes'],
  [written(of(2, 'kilogram')), '2 kilograms'],
  [written(of(90_000_000, 'bit/s')), '90 Mbit/s'],
  [written(of(5, 'count'), 'day'), '5 per day'],
  [written({ min: '2025-03-03', max: '2025-03-03', unit: 'date', modifier: 'exact' }), '2025-03-03'],
])('%s', (text, expected) => {
  expect(text).toBe(expected)
})
