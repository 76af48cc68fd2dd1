/** Tells whether there is anything new to look at for alerts: however many documents come, they are looked at together. */
export interface Arrivals {
  /**
   * A mark for all that has come until now, where that is another than was seen last, or `afterMs` have passed since; else
   * null. `now` is in ms since 1970.
   */
  due(afterMs: number, now: number): Promise<string | null>
  /** Notes that all that had come by this mark was looked at, and that the look began at `now`. */
  seen(mark: string, now: number): Promise<void>
}

/** Arrivals that one process looks at: `markOf` gives another mark whenever anything came. Nothing is seen at first. */
export function arrivalsBy(markOf: () => Promise<string>): Arrivals {
  let last: { readonly mark: string; readonly at: number } | null = null
  return {
    due: async (afterMs, now) => {
      const mark = await markOf()
      return mark === last?.mark && now - last.at < afterMs ? null : mark
    },
    seen: async (mark, at) => {
      last = { mark, at }
    },
  }
}
