import type { Found } from './edit.ts'
import type { GroupedClaim, IndexableDocument } from './ports.ts'

/** A document as the stages found it, without what people made of it: what stages and edits are run on again. */
export type FoundDocument = Omit<IndexableDocument, keyof Found | 'found' | 'edits'> & Found

/** The document as the stages found it. */
export function asFound({ found, edits: _edits, ...doc }: IndexableDocument): FoundDocument {
  return { ...doc, ...found }
}

/** Whether a person has corrected a claim. */
export function isCorrected({ corrected = [] }: Pick<GroupedClaim, 'corrected'>): boolean {
  return corrected.length > 0
}
