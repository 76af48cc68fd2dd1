import type { ClaimedDocument, Fetched, GroupedClaim } from '@counterclaim/model'

/** A document as comparing reads it from the archive. */
export type Comparable = Omit<ClaimedDocument, 'claims'> &
  Pick<Fetched, 'fetchedAt'> & { readonly claims: readonly GroupedClaim[] }
