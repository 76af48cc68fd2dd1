import type { Claim, Claimed, TaggedDocument } from '@counterclaim/model'
import { findAttributions } from './attribution/find-attributions.ts'
import { datedEvents } from './claims/dated-events.ts'
import { quantityClaims } from './claims/quantity-claims.ts'
import { statementClaims } from './claims/statement-claims.ts'

/** Who says it, and what is claimed; claims in order of the text. */
export function claimDocument(doc: TaggedDocument): Claimed {
  const attributions = findAttributions(doc)
  const figures = quantityClaims(doc, attributions)
  const claims = [...figures, ...statementClaims(doc, attributions, figures)]
  claims.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.kind < b.kind ? -1 : 1))
  return { attributions, claims: withDates(claims, datedEvents(doc, attributions, claims)) }
}

/** Both, in order of the text; of claims that begin together the shorter first. */
function withDates(claims: readonly Claim[], dates: readonly Claim[]): Claim[] {
  return [...claims, ...dates].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
}
