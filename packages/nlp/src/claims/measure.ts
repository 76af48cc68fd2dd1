import verbs from '../data/measure-verbs.json' with { type: 'json' }
import { countMeasure } from './measure-count.ts'
import { durationMeasure } from './measure-duration.ts'
import { changeMeasure, isChanged, isComparison, levelMeasure } from './measure-level.ts'
import { moneyMeasure } from './measure-money.ts'
import { shareMeasure } from './measure-share.ts'
import type { Earlier, Measure } from './measure-types.ts'
import { participleOf } from './measure-words.ts'
import type { Frame } from './quantity-frame.ts'

const TIME_UNITS = new Set(['second', 'minute', 'hour', 'day', 'week', 'month', 'year'])
const ADJECTIVES: Readonly<Record<string, string>> = verbs.adjective_dimension
const LIGHT = new Set(verbs.light)
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
  if (isComparison(frame) && earlier !== null) return levelMeasure(frame, earlier)
  const dimensioned = dimensionMeasure(frame)
  if (dimensioned !== null) return dimensioned
  if (/^[A-Z]{3}$/.test(unit))
    return isChanged(frame) ? levelMeasure(frame, earlier) : (moneyMeasure(frame) ?? levelMeasure(frame, earlier))
  return levelMeasure(frame, earlier) ?? countMeasure(frame, earlier) ?? dimension(frame)
}

/** "1.6 kilometres long". */
function dimensionMeasure({ parse, quantity }: Frame): Measure | null {
  const next = parse.words.find((w) => w.start >= quantity.end)?.lower ?? ''
  const measure = quantity.value.unit === 'count' ? undefined : ADJECTIVES[next]
  return measure === undefined ? null : { measure, noun: measure, by: 'measure:adjective' }
}

function dimension({ parse, clause, role, quantity }: Frame): Measure | null {
  const measure = DIMENSIONS[quantity.value.unit]
  if (measure === undefined) return null
  const verb = parse.phrases[clause.verb]
  const word = parse.words[verb?.head ?? -1]
  const done = role === 'object' && word !== undefined && verb?.verb?.copula === false && !LIGHT.has(word.lower)
  return { measure: done ? `${measure} ${participleOf(word)}` : measure, noun: measure, by: 'measure:unit' }
}
