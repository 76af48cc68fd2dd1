import { describe, expect, test } from 'vitest'
import { newSource } from './find-source.ts'
import { isDue, isSilent, nextInterval, publishedOf } from './rhythm.ts'

const HOUR = 3_600_000
const NOW = '2031-05-02T12:00:00.000Z'
const hoursAgo = (hours: number): string => new Date(Date.parse(NOW) - hours * HOUR).toISOString()

test.each([
  [HOUR, true, HOUR / 2],
  [HOUR, false, 1.5 * HOUR],
  [400_000, true, 300_000],
  [23 * HOUR, false, 24 * HOUR],
])('nextInterval(%i, %s)', (intervalMs, hasNews, expected) => {
  expect(nextInterval(intervalMs, hasNews)).toBe(expected)
})

test.each([
  [null, true],
  [hoursAgo(1), true],
  [hoursAgo(0.4), false],
])('isDue when looked at %s', (checkedAt, expected) => {
  expect(isDue({ ...newSource('https://outlet.example.org/rss', null, NOW), checkedAt }, NOW)).toBe(expected)
})

describe('publishedOf', () => {
  const entry = (publishedAt: string | null) => ({ url: 'x', title: null, publishedAt })

  test('keeps the newest twenty moments, each once', () => {
    const known = Array.from({ length: 25 }, (_, i) => hoursAgo(i + 2))
    const found = publishedOf([entry('2031-05-02T13:00:00+02:00'), entry(hoursAgo(2))], known, NOW)
    expect(found).toEqual(Array.from({ length: 20 }, (_, i) => hoursAgo(i + 1)))
  })

  test('leaves out days without a time, and the future', () => {
    expect(publishedOf([entry('2031-05-01'), entry(null), entry('2031-06-01T00:00:00Z')], [], NOW)).toEqual([])
  })
})

test.each([
  ['an hourly source after seven hours', [7, 8, 9, 10, 11], true],
  ['an hourly source after five hours: too soon to tell', [5, 6, 7, 8, 9], false],
  ['one that sleeps at night, after a night', [10, 20, 21, 22, 23], false],
  ['one that sleeps at night, after a day', [24, 34, 35, 36, 37], true],
  ['a weekly one after six days', [144, 312, 480, 648, 816], false],
  ['one hardly known', [999, 1_000, 1_001, 1_002], false],
  ['one without dates', [], false],
])('isSilent: %s', (_what, hours, expected) => {
  expect(isSilent({ published: hours.map(hoursAgo) }, NOW)).toBe(expected)
})
