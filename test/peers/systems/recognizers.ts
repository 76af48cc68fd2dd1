import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { System } from './systems.ts'

/** What the recognizers give for a figure. */
interface Recognized {
  readonly start: number
  readonly end: number
  readonly typeName: string
  readonly resolution: { readonly value?: string | null; readonly unit?: string | null } | null
}

const SUITE = '@microsoft/recognizers-text-suite'

/**
 * Microsoft's Recognizers-Text from the folder of peers: its last release for JavaScript is years old, so it is no
 * dependency. Money, sizes and shares first; of what is left, plain numbers.
 */
export async function recognizers(): Promise<System> {
  const require = createRequire(join(process.env.COUNTERCLAIM_PEERS ?? '/', 'index.js'))
  const suite = require(SUITE) as Record<string, (text: string, culture: string) => Recognized[]>
  const { version } = require(`${SUITE}/package.json`) as { version: string }
  const withUnit = ['recognizeCurrency', 'recognizeDimension', 'recognizeAge', 'recognizeTemperature']
  const run = (text: string): { value: number; unit: string | null }[] => {
    const found: Recognized[] = []
    for (const kind of [...withUnit, 'recognizePercentage', 'recognizeNumber']) {
      for (const one of suite[kind]?.(text, 'en-us') ?? []) {
        if (!found.some((known) => known.start <= one.end && one.start <= known.end)) found.push(one)
      }
    }
    return found.flatMap(({ typeName, resolution }) => {
      const value = Number.parseFloat(resolution?.value ?? '')
      const unit = typeName === 'percentage' ? 'percent' : (resolution?.unit ?? null)
      return Number.isNaN(value) ? [] : [{ value, unit }]
    })
  }
  return { version: `${SUITE} ${version}`, run }
}
