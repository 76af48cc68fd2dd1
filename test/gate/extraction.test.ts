import { describe, expect, test } from 'vitest'
import { missingPages, predictBodies, scoreBodies } from './extraction-score.ts'
import { belowFloor, readFloors } from './floors.ts'

const why = missingPages()

describe.skipIf(why !== null)(`extraction benchmark${why === null ? '' : ` (skipped: ${why})`}`, () => {
  test('no score is below its floor', async () => {
    const floors = readFloors().extraction
    expect(floors).toBeDefined()
    expect(belowFloor(scoreBodies(await predictBodies()), floors ?? {})).toEqual([])
  })
})
