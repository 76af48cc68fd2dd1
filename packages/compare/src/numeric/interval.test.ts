import type { Modifier, Value } from '@counterclaim/model'
import { describe, expect, test } from 'vitest'
import { disjoint, gap, interval, roundingSlack } from './interval.ts'

function value(min: number | string | null, max: number | string | null, modifier: Modifier, unit = 'count'): Value {
  return { min, max, unit, modifier }
}
const exact = (x: number | string, unit = 'count'): Value => value(x, x, 'exact', unit)
const about = (x: number, unit = 'count'): Value => value(x, x, 'about', unit)

function conflict(a: Value, b: Value): boolean {
  const [x, y] = [interval(a), interval(b)]
  if (x === null || y === null) throw new Error('no interval')
  return disjoint(x, y)
}

describe('values that can both hold', () => {
  const cases: [string, Value, Value][] = [
    ['a range and about a point inside it', value(30, 40, 'range', 'percent'), about(35, 'percent')],
    ['a lower bound and a greater figure', value(3_200_000, null, 'at-least'), exact(4_000_000)],
    ['nearly and exact', about(189_000_000), exact(188_900_000)],
    ['a figure and its rounding', exact(73_000_000), exact(73_200_000)],
    ['a share and its rounding', exact(5, 'percent'), exact(5.3, 'percent')],
    ['a bound and the figure itself', value(70_000_000, null, 'more-than'), exact(70_000_000)],
    ['an upper bound and about the same', value(null, 5, 'less-than', 'percent'), about(5, 'percent')],
    ['two open bounds', value(10, null, 'more-than'), value(20, null, 'at-least')],
    ['a year and a month of it', exact('2021', 'date'), exact('2021-11', 'date')],
    ['an open period and a day in it', value('2021-11', null, 'at-least', 'date'), exact('2022-01-05', 'date')],
  ]
  test.each(cases)('%s', (_, a, b) => {
    expect(conflict(a, b)).toBe(false)
    expect(conflict(b, a)).toBe(false)
  })
})

describe('values that cannot', () => {
  const cases: [string, Value, Value][] = [
    ['a range and a point far below', value(30, 40, 'range', 'percent'), exact(10, 'percent')],
    ['a lower bound and less', value(3_200_000, null, 'at-least'), exact(2_900_000)],
    ['two counts that differ by one', exact(12), exact(13)],
    ['two exact counts', exact(1048), exact(1049)],
    ['twenty and twenty-three', exact(20, 'percent'), exact(23, 'percent')],
    ['an upper bound and a lower bound', value(null, 5, 'less-than'), value(20, null, 'at-least')],
    ['about, and far from it', about(13, 'percent'), value(20, null, 'at-least', 'percent')],
    ['two days', exact('2024-03-03', 'date'), exact('2024-03-04', 'date')],
    ['two months', exact('2022-06', 'date'), exact('2022-07', 'date')],
  ]
  test.each(cases)('%s', (_, a, b) => {
    expect(conflict(a, b)).toBe(true)
    expect(conflict(b, a)).toBe(true)
  })
})

test('a value without a figure has no interval', () => {
  expect(interval(value(null, null, 'exact'))).toBeNull()
  expect(interval(exact('2024-13', 'date'))).toBeNull()
  expect(interval(value(1, '2024', 'range'))).toBeNull()
})

test.each([
  [188.9, 0.049],
  [73_000_000, 490_000],
  [1048, 0.49],
  [20, 0.49],
  [5, 0.49],
  [1500, 49],
  [0, 0],
])('%d is exact to %d', (x, slack) => {
  expect(roundingSlack(x)).toBeCloseTo(slack, 9)
})

test('a gap grows from 0 to 1', () => {
  const [a, b, c] = [exact(100), exact(110), exact(1000)].map(interval)
  if (!a || !b || !c) throw new Error('no interval')
  expect(gap(a, b, 'count')).toBeLessThan(0.1)
  expect(gap(a, c, 'count')).toBeGreaterThan(0.8)
  expect(gap(c, a, 'count')).toBe(gap(a, c, 'count'))
})
