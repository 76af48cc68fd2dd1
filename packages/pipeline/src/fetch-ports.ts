import type { Blobs, Files, Http, Ledger } from '@counterclaim/model'

/** What fetching reaches for. */
export interface FetchPorts {
  readonly files: Files
  readonly blobs: Blobs
  readonly http: Http
  /** Takes the entries of feeds and sitemaps. */
  readonly ledger: Pick<Ledger, 'submit'>
  /** The present moment, ISO 8601. */
  readonly now: () => string
}
