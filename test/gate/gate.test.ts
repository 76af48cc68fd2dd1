import { describe, expect, test } from 'vitest'
import { belowFloor, readFloors } from './floors.ts'
import { DEV, measure } from './score.ts'
import { missing } from './shared.ts'

const why = missing()

describe.skipIf(why !== null)(`dev texts${why === null ? '' : ` (skipped: ${why})`}`, () => {
  test('no score is below its floor', () => {
    expect(belowFloor(measure(DEV).scores, readFloors().dev ?? {})).toEqual([])
  })
})

test('a figure below its floor is told, one at its floor is not', () => {
  const scores = { entities: { f1: 0.8 }, quantities: { f1: 0.5 } }
  expect(belowFloor(scores, { entities: { f1: 0.8 }, quantities: { f1: 0.6 } })).toEqual([
    'quantities f1 is 0.5, its floor 0.6',
  ])
})
