import type { ClaimedDocument } from '@counterclaim/model'

/** The keys under which a document is published to, and looked up in, `Candidates`. Sorted, without repeats, at most 200. */
export function candidateKeys(doc: ClaimedDocument): string[] {
  void doc
  return []
}
