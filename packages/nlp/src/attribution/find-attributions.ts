import type { Attribution, TaggedDocument } from '@counterclaim/model'

/** Who says what in a document, in order of the content. */
export function findAttributions(doc: TaggedDocument): Attribution[] {
  void doc
  return []
}
