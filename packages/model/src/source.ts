import type { ErrorCode } from './errors.ts'

/** What a server said of a version of a page, to be given back to it: ETag and Last-Modified as they were sent. */
export interface Validators {
  readonly etag?: string
  readonly lastModified?: string
}

/** A feed or sitemap that is looked at again and again. */
export interface Source {
  /** Canonical URL of the list; no two sources share one. */
  readonly url: string
  /** Its own title, or the one it was imported with. */
  readonly title: string | null
  /** ISO 8601 moments; `checkedAt` is null before the first look. */
  readonly addedAt: string
  readonly checkedAt: string | null
  /** Time until the next look, in ms: adapts to how often something new is there. */
  readonly intervalMs: number
  readonly validators: Validators
  /** Why the last look failed, null when it did not. */
  readonly failure: { readonly code: ErrorCode; readonly reason: string } | null
  /** When its newest entries were published, newest first, ISO 8601 with a time; at most 20. */
  readonly published: readonly string[]
  /** Of an index of sitemaps: those that were read at the last look. */
  readonly sitemaps?: readonly Sitemap[]
}

/** A sitemap that an index names. */
export interface Sitemap {
  readonly url: string
  readonly validators: Validators
}
