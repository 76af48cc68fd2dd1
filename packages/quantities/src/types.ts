/** A stretch of text: half-open UTF-16 offsets, `text.slice(start, end)`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** How a figure is bounded. */
export type Modifier = 'exact' | 'about' | 'at-least' | 'more-than' | 'at-most' | 'less-than' | 'range'

/** A figure: `30-40%` is {30, 40, percent, range}; `at least 3.2 million` is {3200000, null, count, at-least}. */
export interface Value {
  /** Null where the side is open. */
  readonly min: number | null
  readonly max: number | null
  /** `count`, `percent`, `percentage-point`, ISO 4217, `second` … `year`, `byte`, `bit/s`, SI names. */
  readonly unit: string
  readonly modifier: Modifier
}

/** A value in the text. The span covers modifier, figure and unit: "at least 3.2 million". */
export interface Quantity extends Span {
  readonly field: 'text' | 'title'
  readonly value: Value
  /** Per what: `day`, `month`, `person` … null when it is no rate. */
  readonly per: string | null
  /** The rule that made it. */
  readonly by: string
}

/** A time in the text, resolved against the document's date. */
export interface TimeExpression extends Span {
  readonly field: 'text' | 'title'
  /** ISO 8601 day, month, year, or interval `start/end`; an open end is empty (`2024-02-17/`). */
  readonly iso: string
  readonly by: string
}
