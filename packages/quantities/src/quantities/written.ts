import { findQuantities } from './find-quantities.ts'

/**
 * The figures of a sentence as tests write them: `30..40 percent`, `16000.. count more-than`, `15 USD /hour`; the modifiers
 * `exact` and `range` show by the form.
 */
export function written(text: string): string[] {
  const found = findQuantities(text, [{ start: 0, end: text.length }], 'text')
  return found.map(({ value: { min, max, unit, modifier }, per }) => {
    const figure = min === max ? `${min}` : `${min ?? ''}..${max ?? ''}`
    const bound = modifier === 'exact' || modifier === 'range' ? '' : ` ${modifier}`
    return `${figure} ${unit}${bound}${per === null ? '' : ` /${per}`}`
  })
}
