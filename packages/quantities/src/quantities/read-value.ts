import type { Quantity } from '../types.ts'
import { findQuantities } from './find-quantities.ts'

/** A figure, and per what it is counted. */
export type ReadValue = Pick<Quantity, 'value' | 'per'>

/** A figure as a person writes it: "at least 3.2 million", "30-40%", "80 a day". Null when it is none, or more than that. */
export function readValue(text: string): ReadValue | null {
  const figure = text.trim()
  const [found, ...others] = findQuantities(figure, [{ start: 0, end: figure.length }], 'text')
  if (found === undefined || others.length > 0) return null
  const rest = figure.slice(0, found.start) + figure.slice(found.end)
  return /[\p{L}\p{N}]/u.test(rest) ? null : { value: found.value, per: found.per }
}
