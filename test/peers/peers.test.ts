import { rmSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { scoreAttribution } from './score-attribution.ts'
import { scoreEntities } from './score-entities.ts'
import { missingPolnear, missingSets, openSets } from './sets.ts'

/** Figures that the dev halves have reached, less a point for noise. */
const FLOORS = { wikigold: 63, btc_news: 62.5, wnut17test: 30, pair: 60, quotes: 75 }

const noSets = missingSets()
const noPolnear = missingPolnear()
const told = (what: string, why: string | null): string => (why === null ? what : `${what} (skipped: ${why})`)

async function inFolder<T>(polnear: boolean, run: (folder: string) => Promise<T>): Promise<T> {
  const folder = openSets(polnear)
  try {
    return await run(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe.skipIf(noSets !== null)(told('named sentences', noSets), () => {
  test.each(['wikigold', 'btc_news', 'wnut17test'] as const)('%s is not below its floor', async (set) => {
    const { f1 } = await inFolder(false, (folder) => scoreEntities(folder, set))
    expect(f1).toBeGreaterThanOrEqual(FLOORS[set])
  })
})

describe.skipIf(noPolnear !== null)(told('PolNeAR', noPolnear), () => {
  test('attributions are not below their floors', async () => {
    const { pair, quotes } = await inFolder(true, scoreAttribution)
    expect({ pair: pair >= FLOORS.pair, quotes: quotes >= FLOORS.quotes }).toEqual({ pair: true, quotes: true })
  }, 600_000)
})
