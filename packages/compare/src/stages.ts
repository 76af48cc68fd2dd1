import type {
  Archive,
  Candidates,
  ClaimedDocument,
  Comparison,
  Fetched,
  GroupedClaim,
  Pair,
  Stage,
  Submission,
} from '@counterclaim/model'
import { compareDocuments } from './compare-documents.ts'
import { claimGroup } from './group.ts'
import { candidateKeys } from './keys.ts'
import { LEXICONS } from './lexicons.ts'
import { partyOf } from './parties.ts'

type Claimable = ClaimedDocument & Fetched & Submission

/** Puts the document into the archive, its claims grouped. */
export const index: Stage<Claimable, { readonly claims: readonly GroupedClaim[] }, { readonly archive: Archive }> = {
  name: 'index',
  version: 1,
  run: async (doc, { archive }) => {
    const claims = doc.claims.map((claim) => ({ ...claim, group: claimGroup(claim), party: partyOf(doc, claim) }))
    const { kept } = await archive.put({ ...doc, claims })
    return kept ? { claims } : { dropped: 'same-url' }
  },
}

/** Compares the document with those near it and with itself, and keeps what collides. */
export const compare: Stage<
  Claimable,
  { readonly compared: number },
  { readonly archive: Archive; readonly candidates: Candidates }
> = {
  name: 'compare',
  version: 1,
  data: LEXICONS,
  run: async (doc, { archive, candidates }) => {
    await candidates.publish(doc.id, doc.publishedAt?.slice(0, 10) ?? '', candidateKeys(doc))
    const { near, joined } = await candidates.lookup(doc.id)
    const own = near.map((other): Pair => (doc.id < other ? [doc.id, other] : [other, doc.id]))
    const read = async (id: string): Promise<ClaimedDocument | null> => (id === doc.id ? doc : archive.document(id))
    const found: Comparison[] = [compared(doc, doc)]
    for (const [a, b] of [...own, ...joined]) {
      const [x, y] = [await read(a), await read(b)]
      if (x !== null && y !== null) found.push(compared(x, y))
    }
    await archive.saveComparison(found)
    await candidates.settle(doc.id)
    // A document that came meanwhile may have parted a pair before its findings were saved. Looked at again after saving,
    // one of the two sees the other.
    const now = await candidates.lookup(doc.id)
    const lost = own.filter(([a, b]) => !now.near.includes(a === doc.id ? b : a))
    const parted = await candidates.apart(await archive.compared(now.parted))
    await archive.dropComparison([...lost, ...parted])
    return { compared: near.length }
  },
}

function compared(a: ClaimedDocument, b: ClaimedDocument): Comparison {
  return { pair: [a.id, b.id], versions: [a.version, b.version], ...compareDocuments(a, b) }
}
