import type { Claimed, TaggedDocument } from '@counterclaim/model'
import { findAttributions } from './attribution/find-attributions.ts'
import { quantityClaims } from './claims/quantity-claims.ts'
import { statementClaims } from './claims/statement-claims.ts'

/** Who says it, and what is claimed; claims in order of the text. */
export function claimDocument(doc: TaggedDocument): Claimed {
  const attributions = findAttributions(doc)
  const claims = [...quantityClaims(doc, attributions), ...statementClaims(doc, attributions)]
  claims.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.kind < b.kind ? -1 : 1))
  return { attributions, claims }
}
