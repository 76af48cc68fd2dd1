import type { Claimed, TaggedDocument } from '@counterclaim/model'
import { findAffiliations } from './attribution/affiliations.ts'
import { findAttributions } from './attribution/find-attributions.ts'
import { datedEvents } from './claims/dated-events.ts'
import { quantityClaims } from './claims/quantity-claims.ts'
import { statementClaims } from './claims/statement-claims.ts'

/** Who says it, and what is claimed; claims in order of the text. Of a text in another language than English, nothing. */
export function claimDocument(doc: TaggedDocument): Claimed {
  if (doc.language !== 'en') return { attributions: [], affiliations: [], claims: [] }
  const attributions = findAttributions(doc)
  const figures = quantityClaims(doc, attributions)
  const claims = [...figures, ...statementClaims(doc, attributions, figures)]
  claims.push(...datedEvents(doc, attributions, claims))
  claims.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.kind < b.kind ? -1 : 1))
  return { attributions, affiliations: findAffiliations(doc, attributions), claims }
}
