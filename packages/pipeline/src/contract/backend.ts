import type {
  Archive,
  Audit,
  Blobs,
  Candidates,
  Digests,
  Edits,
  Ledger,
  Queue,
  Reviews,
  SavedSearches,
  Search,
  Sources,
  Subscribers,
} from '@counterclaim/model'
import { afterEach, beforeEach, describe } from 'vitest'

/** What a backend is to the contract: all its ports over one store. */
export interface ContractBackend {
  readonly queue: Queue
  readonly ledger: Ledger
  readonly archive: Archive
  readonly candidates: Candidates
  readonly search: Search
  readonly blobs: Blobs
  readonly digests: Digests
  readonly reviews: Reviews
  readonly edits: Edits
  readonly audit: Audit
  readonly sources: Sources
  readonly savedSearches: SavedSearches
  readonly subscribers: Subscribers
  close(): Promise<void>
  /** Leaves as a killed process does: nothing is given back. Others notice sooner or later. */
  die(): Promise<void>
}

/** Opens an empty backend; with `again`, one more connection to the store that the last one opened. */
export type OpenBackend = (again?: 'again') => Promise<ContractBackend>

/** A group of tests, each on an empty backend of its own. `backend()` is the one of the running test. */
export function suite(name: string, open: OpenBackend, body: (backend: () => ContractBackend) => void): void {
  describe(name, () => {
    let opened: ContractBackend | undefined
    beforeEach(async () => {
      opened = await open()
    })
    afterEach(() => opened?.close())
    body(() => {
      if (opened === undefined) throw new Error('no test is running')
      return opened
    })
  })
}
