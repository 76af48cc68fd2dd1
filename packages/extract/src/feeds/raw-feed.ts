/** What a reader of one format finds. */
export interface RawFeed {
  readonly title: string | null
  readonly entries: readonly RawEntry[]
}

/** An entry as its list has it: any text may be missing, relative, marked up or wrong. */
export interface RawEntry {
  readonly url: string | null | undefined
  readonly title: string | null | undefined
  readonly date: string | null | undefined
  /** When it changed, which only sitemaps tell in a way to rely on. */
  readonly changed?: string | null
}
