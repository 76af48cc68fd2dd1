/** Which one a word points at: -1 last, 0 this, 1 next; null where nothing says it. */
export type Which = -1 | 0 | 1

/** Steps of relative time. */
export type Step = 'day' | 'week' | 'fortnight' | 'month' | 'quarter' | 'year' | 'decade' | 'century'

/** A year as written: a number, "this year" and the like, or nothing. */
export type YearRef = number | { readonly which: Which } | null

/** A time as the text says it, before it is placed on the calendar. */
export type Moment =
  | { readonly kind: 'day'; readonly year: YearRef; readonly month: number; readonly day: number }
  | { readonly kind: 'month'; readonly year: YearRef; readonly month: number; readonly which: Which | null }
  | { readonly kind: 'months'; readonly year: YearRef; readonly first: number; readonly last: number }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'years'; readonly first: number; readonly last: number }
  | { readonly kind: 'weekday'; readonly weekday: number; readonly which: Which | null }
  | { readonly kind: 'relative'; readonly step: Step; readonly steps: number }
  | { readonly kind: 'ago'; readonly step: Step; readonly steps: number }
  | { readonly kind: 'past'; readonly step: Step; readonly steps: number }
  /** "over the next two years": begins with the document's day. */
  | { readonly kind: 'coming'; readonly step: Step; readonly steps: number }
  | { readonly kind: 'weekend'; readonly which: Which | null }
  /** A span of some months that ends with a month or day. */
  | { readonly kind: 'ending'; readonly months: number; readonly last: Moment }
  /** The time spoken of before, moved by some steps; `whole`: the whole step around it; `near`: only when the same sentence says it. */
  | {
      readonly kind: 'shift'
      readonly step: Step
      readonly steps: number
      readonly whole: boolean
      readonly near?: true
    }
  /** The time spoken of before, in another year. */
  | { readonly kind: 'sameIn'; readonly year: YearRef }
  /** "the full year": the one that results are told of. */
  | { readonly kind: 'fullYear' }
  /** Months of the year spoken of before. */
  | { readonly kind: 'season'; readonly first: number; readonly last: number }
  | { readonly kind: 'interval'; readonly first: Moment; readonly last: Moment }
  | { readonly kind: 'open'; readonly side: 'start' | 'end'; readonly moment: Moment }
  | { readonly kind: 'clock' }

/** A moment found among atoms; `to` is exclusive. */
export interface MomentRead {
  readonly from: number
  readonly to: number
  readonly moment: Moment
  readonly by: string
}
