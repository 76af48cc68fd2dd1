/** A number read from atoms, before any unit. */
export interface NumberRead {
  /** Without the magnitude: 1.5 of "1.5 million". */
  readonly mantissa: number
  /** What the magnitude words multiply to; 1 without any. */
  readonly scale: number
  /** Atom after the last one read. */
  readonly to: number
  readonly rule: 'number' | 'number-words' | 'share' | 'vague' | 'lone-one'
}
