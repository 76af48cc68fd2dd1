import type { Attribution, Claim, TaggedDocument } from '@counterclaim/model'

/** A claim for each figure that says something about something. */
export function quantityClaims(doc: TaggedDocument, attributions: readonly Attribution[]): Claim[] {
  void doc, attributions
  return []
}
