import verbs from '../data/measure-verbs.json' with { type: 'json' }
import { countMeasure } from './measure-count.ts'
import { durationMeasure } from './measure-duration.ts'
import { changeMeasure, levelMeasure } from './measure-level.ts'
import { moneyMeasure } from './measure-money.ts'
import { shareMeasure } from './measure-share.ts'
import type { Earlier, Measure } from './measure-types.ts'
import type { Frame } from './quantity-frame.ts'

const TIME_UNITS = new Set(['second', 'minute', 'hour', 'day', 'week', 'month', 'year'])
const DIMENSIONS: Readonly<Record<string, string>> = verbs.dimension

/** What a figure counts or measures, in a few words; null when nothing tells. `earlier` is the last figure like it, if any. */
export function measureOf(frame: Frame, earlier: Earlier | null): Measure | null {
  const { unit } = frame.quantity.value
  const change = changeMeasure(frame)
  if (change !== null) return change
  if (TIME_UNITS.has(unit)) return durationMeasure(frame)
  if (unit === 'percent' || unit === 'percentage-point')
    return shareMeasure(frame, earlier) ?? levelMeasure(frame, earlier)
  if (unit === 'count') return countMeasure(frame, earlier) ?? levelMeasure(frame, earlier)
  if (/^[A-Z]{3}$/.test(unit)) return moneyMeasure(frame) ?? levelMeasure(frame, earlier)
  return levelMeasure(frame, earlier) ?? countMeasure(frame, earlier) ?? dimension(unit)
}

function dimension(unit: string): Measure | null {
  const measure = DIMENSIONS[unit]
  return measure === undefined ? null : { measure, noun: measure, by: 'measure:unit' }
}
