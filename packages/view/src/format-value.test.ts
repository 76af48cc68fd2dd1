import type { Value } from '@counterclaim/model'
import { expect, test } from 'vitest'
import { formatTime } from './format-time.ts'
import { formatValue } from './format-value.ts'

const value = (min: number | string | null, max: number | string | null, unit: string, modifier: Value['modifier']) =>
  ({ min, max, unit, modifier }) as const

test.each([
  [value(30, 40, 'percent', 'range'), '30–40 %'],
  [value(7.5, 7.5, 'percent', 'exact'), '7.5 %'],
  [value(75, null, 'percent', 'more-than'), 'more than 75 %'],
  [value(3_200_000, null, 'count', 'at-least'), 'at least 3.2 million'],
  [value(188_900_000, 188_900_000, 'count', 'exact'), '188.9 million'],
  [value(77_597, 77_597, 'count', 'exact'), '77,597'],
  [value(1_234_567, 1_234_567, 'count', 'exact'), '1,234,567'],
  [value(10_000_000, 20_000_000, 'count', 'range'), '10–20 million'],
  [value(800_000, 1_200_000, 'count', 'range'), '800,000 – 1.2 million'],
  [value(null, 500, 'count', 'at-most'), 'at most 500'],
  [value(19_000_000, 19_000_000, 'count', 'about'), 'about 19 million'],
  [value(1_500_000_000, 1_500_000_000, 'USD', 'exact'), 'USD 1.5 billion'],
  [value(2, 2, 'percentage-point', 'exact'), '2 percentage points'],
  [value(1, 1, 'day', 'exact'), '1 day'],
  [value(10, 10, 'day', 'exact'), '10 days'],
  [value(20_000_000, 20_000_000, 'bit/s', 'exact'), '20 Mbit/s'],
  [value(500, 500, 'byte', 'exact'), '500 B'],
  [value('2024-09-24', '2024-09-24', 'date', 'exact'), '24 September 2024'],
  [value(null, '2024-09-24', 'date', 'at-most'), 'by 24 September 2024'],
  [value('2024-02-17', null, 'date', 'at-least'), 'from 17 February 2024'],
  [value(-3, -3, 'celsius', 'exact'), '-3 celsius'],
] as const)('%o is %s', (given, expected) => {
  expect(formatValue(given)).toBe(expected)
})

test('a rate says per what', () => {
  expect(formatValue(value(80, 80, 'count', 'about'), 'day')).toBe('about 80 per day')
})

test.each([
  ['2024', '2024'],
  ['2024-08', 'August 2024'],
  ['2024-08-05', '5 August 2024'],
  ['2024-08-05T10:00:00Z', '5 August 2024'],
  ['2024-02-17/', 'since 17 February 2024'],
  ['/2024', 'until 2024'],
  ['2024-01/2024-06', 'January 2024 – June 2024'],
  ['last spring', 'last spring'],
])('%s is %s', (given, expected) => {
  expect(formatTime(given)).toBe(expected)
})
