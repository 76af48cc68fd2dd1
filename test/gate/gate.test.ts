import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { writeExchanged } from './exchange.ts'
import { belowFloor, readFloors } from './floors.ts'
import { DEV, measure } from './score.ts'
import { missing } from './shared.ts'

const why = missing()
/** How much a score may lose when names and figures are exchanged; of the twenty contradictions, one is .05. */
const TOLERANCE: Readonly<Record<string, number>> = {
  entities: 0.02,
  quantities: 0.02,
  statements: 0.02,
  contradictions: 0.06,
}

describe.skipIf(why !== null)(`dev texts${why === null ? '' : ` (skipped: ${why})`}`, () => {
  let dev: ReturnType<typeof measure>
  beforeAll(() => {
    dev = measure(DEV)
  })

  test('no score is below its floor', () => {
    expect(belowFloor(dev.scores, readFloors().dev ?? {})).toEqual([])
  })

  test('names, countries and figures exchanged score the same within .02', () => {
    const folder = mkdtempSync(join(tmpdir(), 'counterclaim-exchange-'))
    try {
      const { scores } = measure(writeExchanged(DEV, folder))
      const lost = (part: string, figure: string): number =>
        (dev.scores[part]?.[figure] ?? 0) - (scores[part]?.[figure] ?? 0)
      const losses = Object.entries(TOLERANCE).map(([part, most]) => ({ part, most, loss: lost(part, 'f1') }))
      expect(losses.filter(({ loss, most }) => loss > most)).toEqual([])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

test('a figure below its floor is told, one at its floor is not', () => {
  const scores = { entities: { f1: 0.8 }, quantities: { f1: 0.5 } }
  expect(belowFloor(scores, { entities: { f1: 0.8 }, quantities: { f1: 0.6 } })).toEqual([
    'quantities f1 is 0.5, its floor 0.6',
  ])
})
