import verbs from '../data/measure-verbs.json' with { type: 'json' }
import { countMeasure } from './measure-count.ts'
import { durationMeasure } from './measure-duration.ts'
import { changeMeasure, isChanged, isComparison, levelMeasure } from './measure-level.ts'
import { moneyMeasure } from './measure-money.ts'
import { shareMeasure } from './measure-share.ts'
import type { Earlier, Measure } from './measure-types.ts'
import { joinWords, participleOf, phraseWords } from './measure-words.ts'
import type { Frame } from './quantity-frame.ts'

const TIME_UNITS = new Set(['second', 'minute', 'hour', 'day', 'week', 'month', 'year'])
const ADJECTIVES: Readonly<Record<string, string>> = verbs.adjective_dimension
const LIGHT = new Set(verbs.light)
const DIMENSIONS: Readonly<Record<string, string>> = verbs.dimension

/** What a figure counts or measures, in a few words; null when nothing tells. `earlier` is the last figure like it, `last` the one before it in its sentence, if any. */
export function measureOf(frame: Frame, earlier: Earlier | null, last: Earlier | null): Measure | null {
  const { unit } = frame.quantity.value
  const numbered = unit === 'count' ? numberOf(frame) : null
  if (numbered !== null) return numbered
  const change = changeMeasure(frame, last)
  if (change !== null) return change
  if (TIME_UNITS.has(unit)) return durationMeasure(frame)
  if (unit === 'percent' || unit === 'percentage-point')
    return shareMeasure(frame, earlier) ?? levelMeasure(frame, earlier)
  if (unit === 'count') return countMeasure(frame, earlier) ?? levelMeasure(frame, earlier)
  if (isComparison(frame) && earlier !== null) return levelMeasure(frame, earlier)
  const dimensioned = dimensionMeasure(frame) ?? extentOf(frame)
  if (dimensioned !== null) return dimensioned
  if (/^[A-Z]{3}$/.test(unit))
    return isChanged(frame)
      ? levelMeasure(frame, earlier)
      : (moneyMeasure(frame) ?? levelMeasure(frame, earlier) ?? amountOf(frame))
  const level = levelMeasure(frame, earlier)
  const bare = level?.by === 'measure:subject' && /^(?:metre\/second|degree-(?:celsius|fahrenheit))$/.test(unit)
  if (bare && !EXTENTS.test(level.noun.split(' ').at(-1) ?? '')) return dimension(unit)
  return level ?? countMeasure(frame, earlier) ?? doneDimension(frame)
}

/** Words before a figure in which "the number of …" is looked for. */
const NUMBER_WITHIN = 12
const COMES_TO =
  /^(?:is|are|was|were|be|been|has|have|had|at|to|stood|stands|reache[ds]|exceed(?:s|ed)|rose|could|may|might)$/

/** "the number of patients affected is 5.4 million", "put the number of users attacked at 61": what is counted, participle included. */
function numberOf({ parse, quantity }: Frame): Measure | null {
  const before = parse.words.filter((w) => w.end <= quantity.start).slice(-NUMBER_WITHIN)
  const number = before.findLastIndex((w, i) => /^numbers?$/.test(w.lower) && before[i + 1]?.lower === 'of')
  const said = number < 0 ? [] : before.slice(number + 2)
  const end = said.findIndex((w) => COMES_TO.test(w.lower))
  const between = said.slice(end)
  if (end < 1 || between.some(({ pos }) => pos === 'PUNCT' || pos === 'NOUN' || pos === 'PROPN')) return null
  const counted = joinWords(said.slice(0, end))
  return counted === '' ? null : { measure: counted, noun: counted, by: 'measure:number' }
}

/** "a lake of 5,250 square kilometres": how large the thing before is, unless that is a measure itself ("a depth of 10 km"). */
function extentOf({ parse, role, governor, quantity }: Frame): Measure | null {
  const { unit } = quantity.value
  if (role !== 'of' || !/^(?:square-|cubic-)?metre$/.test(unit)) return null
  const head = phraseWords(parse, governor).at(-1)?.lower ?? ''
  if (head === '' || EXTENTS.test(head)) return null
  return dimension(unit)
}

const EXTENTS =
  /^(?:depth|height|length|width|breadth|thickness|area|size|distance|altitude|elevation|radius|diameter|level|volume|total|maximum|minimum|average|rise|fall|speed|wind|temperature|pace|velocity|range|reach|capacity|record|wavelength|surface|rainfall|rain|snow|precipitation)s?$/

/** "1.6 kilometres long". */
function dimensionMeasure({ parse, quantity, counted }: Frame): Measure | null {
  const next = parse.words.find((w) => w.start >= quantity.end)?.lower ?? ''
  const hung = parse.words.some((w) => w.start > quantity.start && w.end <= quantity.end && w.text.startsWith('-'))
  if (hung && counted.length > 0 && quantity.value.unit === 'metre') return dimension('metre')
  const measure = quantity.value.unit === 'count' ? undefined : ADJECTIVES[next]
  return measure === undefined ? null : { measure, noun: measure, by: 'measure:adjective' }
}

function dimension(unit: string): Measure | null {
  const measure = DIMENSIONS[unit]
  return measure === undefined ? null : { measure, noun: measure, by: 'measure:unit' }
}

/** "They used 6,334 gigawatt hours": the kind of unit, and what was done. */
function doneDimension({ parse, clause, role, quantity }: Frame): Measure | null {
  const kind = dimension(quantity.value.unit)
  const verb = parse.phrases[clause.verb]
  const word = parse.words[verb?.head ?? -1]
  if (kind === null || role !== 'object' || word === undefined || verb?.verb?.copula !== false || LIGHT.has(word.lower))
    return kind
  return { ...kind, measure: `${kind.measure} ${participleOf(word)}` }
}

const ASKING = /^(?:ask|asks|asked|asking|appeal|appeals|appealed|appealing|applied|apply|sue|sues|sued|suing)$/

/** "The agencies need $1.4bn", "hotels charged up to $900": a sum by what is done with it. */
function amountOf({ parse, clause, role, preposition }: Frame): Measure | null {
  const verb = parse.phrases[clause.verb]
  const word = parse.words[verb?.head ?? -1]
  if (preposition === 'for' && word !== undefined && ASKING.test(word.lower))
    return { measure: `amount ${word.lower} for`, noun: 'amount', by: 'measure:amount' }
  if (role !== 'object' || word === undefined || verb?.verb?.copula !== false) return null
  const measure = `amount ${LIGHT.has(word.lower) ? '' : participleOf(word)}`.trim()
  return { measure, noun: 'amount', by: 'measure:amount' }
}
