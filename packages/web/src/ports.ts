import type {
  Accounts,
  Archive,
  Audit,
  Blobs,
  Candidates,
  Digests,
  Edits,
  Ledger,
  Reviews,
  SavedSearches,
  Search,
  Sources,
  Subscribers,
} from '@counterclaim/model'
import type { FastifyPluginCallback } from 'fastify'

/** What the desk reads and writes; any backend gives it. */
export interface DeskPorts {
  readonly search: Search
  readonly reviews: Reviews
  /** For what people link, set right and take down by hand. */
  readonly edits: Edits
  readonly audit: Audit
  readonly ledger: Pick<Ledger, 'record'>
  readonly blobs: Pick<Blobs, 'get' | 'remove'>
  readonly archive: Archive
  readonly candidates: Candidates
  readonly digests: Digests
  readonly sources: Pick<Sources, 'list'>
  readonly savedSearches: SavedSearches
  readonly subscribers: Pick<Subscribers, 'list' | 'remove'>
  /** The present moment, ISO 8601. */
  readonly now: () => string
}

/** How the desk is opened. */
export interface DeskOptions {
  /** Host names it may be asked by beside those of this machine. */
  readonly hosts?: readonly string[]
  /** Who decides when a person gives no name. */
  readonly user: string
  /** Who may enter; whoever reaches the desk may do everything when this is missing. */
  readonly accounts?: Accounts
  /** Whether browsers reach it by https, so that they may keep a session's cookie from anything else. */
  readonly secure?: boolean
  /** The pages that show the queues, made to be served under `QUEUES_PATH`; missing where there are no queues to look at. */
  readonly queues?: FastifyPluginCallback
}

/** Where the queues are shown. */
export const QUEUES_PATH = '/queues'
