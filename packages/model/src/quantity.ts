import type { Span } from './span.ts'

/** How a figure is bounded. The words of each are in eval/FORMAT.md's table and in nlp's data. */
export type Modifier = 'exact' | 'about' | 'at-least' | 'more-than' | 'at-most' | 'less-than' | 'range'

/** A figure: `30-40%` is {30, 40, percent, range}; `at least 3.2 million` is {3200000, null, count, at-least}. */
export interface Value {
  /** A number, or an ISO 8601 date when `unit` is `date`; null where the side is open. */
  readonly min: number | string | null
  readonly max: number | string | null
  /** `count`, `percent`, `percentage-point`, ISO 4217, `second` … `year`, `byte`, `bit/s`, SI names, `date`. */
  readonly unit: string
  readonly modifier: Modifier
}

/** A value in the text. The span covers modifier, figure and unit: "at least 3.2 million". */
export interface Quantity extends Span {
  readonly field: 'text' | 'title'
  readonly value: Value
  /** Per what: `day`, `month`, `person` … null when it is no rate. */
  readonly per: string | null
  /** The rule that made it, for `show --explain`. */
  readonly by: string
}

/** A time in the text, resolved against the document's date. */
export interface TimeExpression extends Span {
  readonly field: 'text' | 'title'
  /** ISO 8601 day, month, year, or interval `start/end`; an open end is empty (`2024-02-17/`). */
  readonly iso: string
  readonly by: string
}
