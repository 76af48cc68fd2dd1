import type { Attribution, Claim, TaggedDocument } from '@counterclaim/model'

/** A claim for each assertion that somebody makes. */
export function statementClaims(doc: TaggedDocument, attributions: readonly Attribution[]): Claim[] {
  void doc, attributions
  return []
}
