import { describe, expect, test } from 'vitest'
import { missingPublic, type PublicSet, scorePublic } from './quantities.ts'

/**
 * F1 in percent on the dev halves of the public sets of figures: values alone, and value with unit. Floors are what was reached.
 * The best peer on the news sentences was 83 and 61 (research of the project, November 2026).
 */
const FLOORS: readonly [PublicSet, number, number][] = [
  ['newsquant', 91, 80],
  ['recspec', 88, 66],
]

const why = missingPublic()
if (why !== null) console.log(`public sets of figures not scored: ${why}`)

describe.skipIf(why !== null)('figures of public sets', () => {
  test.each(FLOORS)('%s: values at least %d, with unit %d', (set, value, unit) => {
    const score = scorePublic(set)
    console.log(score.printed)
    expect(score.value).toBeGreaterThanOrEqual(value)
    expect(score.unit).toBeGreaterThanOrEqual(unit)
  })
})
