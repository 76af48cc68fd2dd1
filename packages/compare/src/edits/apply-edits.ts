import {
  type Claim,
  type ClaimedDocument,
  type Edit,
  type Edits,
  type Found,
  type GroupedClaim,
  type IndexableDocument,
  standingEdits,
} from '@counterclaim/model'
import { type Corrected, correctClaims } from './correct-claims.ts'
import { annotationsOf, editEntities } from './edit-entities.ts'

/** What edits make of a document; `found` and `edits` are missing where they change nothing. */
export type Edited = Omit<Found, 'claims'> &
  Pick<IndexableDocument, 'found' | 'edits'> & { readonly claims: readonly Corrected[] }

/** The document's annotations as people have set them right: entities first, then the claims that name them. */
export function applyEdits(doc: ClaimedDocument, edits: readonly Edit[]): Edited {
  const found = annotationsOf(doc)
  const standing = standingEdits(edits)
  const { found: edited, made } = editEntities({ ...doc, ...found }, standing)
  const claims = correctClaims(doc, edited.claims, standing)
  const corrections = claims.flatMap(({ corrected = [] }) => corrected.map(({ edit }) => edit))
  if (made.length + corrections.length === 0) return found
  const as = { ...found, claims: found.claims.map(asRead) }
  return { ...edited, claims, found: as, edits: [...made, ...corrections].sort() }
}

/** A claim without what indexing adds: documents that are filed again come with it. */
function asRead(claim: Claim & Partial<GroupedClaim>): Claim {
  const { group: _group, party: _party, ...read } = claim
  return read
}

/** The edits on a document, and on the entities that it names or that other edits lead to. */
export async function editsOn(doc: ClaimedDocument, edits: Edits): Promise<Edit[]> {
  const asked = new Set<string>()
  const found = new Map<string, Edit>()
  let next = [doc.id, ...doc.entities.map(({ id }) => id)]
  while (next.length > 0) {
    for (const subject of next) asked.add(subject)
    const edited = await edits.about(next)
    for (const edit of edited) found.set(edit.id, edit)
    const leads = edited.flatMap(({ change }) =>
      change.kind === 'merge' || change.kind === 'split' ? [change.into.id] : [],
    )
    next = [...new Set(leads)].filter((subject) => !asked.has(subject))
  }
  return [...found.values()]
}
