/** What an earlier figure of the document measured, for the figures that leave it out ("and 12 wooden ones"). */
export interface Earlier {
  readonly unit: string
  readonly measure: string
  /** The noun counted, without adjectives: "account holders". */
  readonly noun: string
  readonly sentence: number
}

/** A measure, the noun in it that later figures may go on with, and the rule that found it. */
export interface Measure {
  readonly measure: string
  readonly noun: string
  readonly by: string
}
