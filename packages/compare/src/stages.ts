import type {
  Archive,
  Candidates,
  ClaimedDocument,
  Fetched,
  GroupedClaim,
  IndexableDocument,
  Stage,
  Submission,
} from '@counterclaim/model'
import { compareDocuments } from './compare-documents.ts'
import { claimGroup } from './group.ts'
import { candidateKeys } from './keys.ts'
import { LEXICONS } from './lexicons.ts'

type Claimable = ClaimedDocument & Fetched & Submission

/** Puts the document into the archive, its claims grouped. */
export const index: Stage<Claimable, { readonly claims: readonly GroupedClaim[] }, { readonly archive: Archive }> = {
  name: 'index',
  version: 1,
  run: async (doc, { archive }) => {
    const claims = doc.claims.map((claim) => ({ ...claim, group: claimGroup(claim) }))
    const { kept } = await archive.put({ ...doc, claims })
    return kept ? { claims } : { dropped: 'same-url' }
  },
}

/** Compares the document with its candidates and itself, and keeps what collides. */
export const compare: Stage<
  Claimable,
  { readonly compared: number },
  { readonly archive: Archive; readonly candidates: Candidates }
> = {
  name: 'compare',
  version: 1,
  data: LEXICONS,
  run: async (doc, { archive, candidates }) => {
    const keys = candidateKeys(doc)
    await candidates.publish(doc.id, keys)
    const others = (await candidates.lookup(keys)).filter((id) => id !== doc.id)
    const found = [compareDocuments(doc, doc)]
    const against: IndexableDocument[] = []
    for (const id of others) {
      const other = await archive.document(id)
      if (other === null) continue
      against.push(other)
      found.push(compareDocuments(doc, other))
    }
    await archive.saveComparison(doc.id, {
      links: found.flatMap((f) => f.links),
      collisions: found.flatMap((f) => f.collisions),
      nearMisses: found.flatMap((f) => f.nearMisses),
      against,
    })
    return { compared: others.length }
  },
}
