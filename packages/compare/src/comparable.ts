import type { ClaimedDocument, Fetched, GroupedClaim, Submission } from '@counterclaim/model'

/** A document as comparing reads it from the archive. */
export type Comparable = Omit<ClaimedDocument, 'claims'> &
  Pick<Fetched, 'fetchedAt'> &
  Pick<Submission, 'input'> & { readonly claims: readonly GroupedClaim[] }
