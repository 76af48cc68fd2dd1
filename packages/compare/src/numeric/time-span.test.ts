import { expect, test } from 'vitest'
import { daySpan, daysApart, daysLong } from './time-span.ts'

test.each([
  ['2024', 366],
  ['2023', 365],
  ['2024-02', 29],
  ['2024-12', 31],
  ['2024-02-17', 1],
  ['2024-12-31', 1],
  ['2024-02-17T23:30:00+05:00', 1],
  ['2024-01/2024-03', 91],
  ['2024-07-01/2024-12-31', 184],
  ['2024-02-17/', Number.POSITIVE_INFINITY],
  ['/2024-02-17', Number.POSITIVE_INFINITY],
])('%s covers %d days', (iso, length) => {
  const span = daySpan(iso)
  expect(span).not.toBeNull()
  if (span !== null) expect(daysLong(span)).toBe(length)
})

test.each([null, '', 'last year', '2024-13', '2024-05/2024-01', '24-05-01'])('%s is no time', (iso) => {
  expect(daySpan(iso)).toBeNull()
})

test.each([
  ['2024-02-28', '2024-03-01', 2],
  ['2024', '2024-06-01', 0],
  ['2024-05-01/', '2024-06', 0],
  ['2023-12-31', '2024', 1],
])('%s and %s lie %d days apart', (a, b, apart) => {
  const [x, y] = [daySpan(a), daySpan(b)]
  if (x === null || y === null) throw new Error('no span')
  expect(daysApart(x, y)).toBe(apart)
  expect(daysApart(y, x)).toBe(apart)
})
