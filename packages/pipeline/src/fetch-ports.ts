import type { Archive, Blobs, Files, Http } from '@counterclaim/model'
import type { Inlet } from './add.ts'

/** What fetching reaches for; the entries of feeds and sitemaps are submitted. */
export interface FetchPorts extends Inlet {
  readonly files: Files
  readonly blobs: Blobs
  readonly http: Http
  /** Tells which version of a page is known already. */
  readonly archive: Pick<Archive, 'document'>
  /** The present moment, ISO 8601. */
  readonly now: () => string
}
