import {
  type Archive,
  type Candidates,
  type ClaimedDocument,
  type Comparison,
  type Fetched,
  type GroupedClaim,
  type Pair,
  revisionOf,
  type Stage,
  type Submission,
} from '@counterclaim/model'
import { compareDocuments } from './compare-documents.ts'
import { claimGroup } from './group.ts'
import { candidateDay, candidateKeys } from './keys.ts'
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
  run: async (given, { archive, candidates }) => {
    const doc = await file(given, archive, candidates)
    const { near, joined } = await candidates.lookup(doc.id)
    const own = near.map((other): Pair => (doc.id < other ? [doc.id, other] : [other, doc.id]))
    const read = async (id: string): Promise<ClaimedDocument | null> => (id === doc.id ? doc : archive.document(id))
    const found: Comparison[] = [compared(doc, doc)]
    for (const [a, b] of [...own, ...joined]) {
      const [x, y] = [await read(a), await read(b)]
      if (x !== null && y !== null) found.push(compared(x, y))
    }
    await archive.saveComparison(found)
    // A document that came meanwhile may have parted a pair before its findings were saved. Looked at again after saving,
    // one of the two sees the other.
    const now = await candidates.lookup(doc.id)
    const lost = own.filter(([a, b]) => !now.near.includes(a === doc.id ? b : a))
    const moved = await candidates.apart(await archive.compared([...now.parted, ...now.joined]))
    await archive.dropComparison([...lost, ...moved])
    await candidates.settle(doc.id)
    return { compared: near.length }
  },
}

/**
 * Files the document among the candidates as the archive holds it: another input of the same URL may have replaced it since
 * it was put there. Looked at again after filing, so that whoever files last files what is archived.
 */
async function file(given: ClaimedDocument, archive: Archive, candidates: Candidates): Promise<ClaimedDocument> {
  for (let doc = given; ; ) {
    await candidates.publish(doc.id, candidateDay(doc), candidateKeys(doc))
    const now = await archive.document(doc.id)
    if (now === null || revisionOf(now) === revisionOf(doc)) return doc
    doc = now
  }
}

function compared(a: ClaimedDocument, b: ClaimedDocument): Comparison {
  return { pair: [a.id, b.id], revisions: [revisionOf(a), revisionOf(b)], ...compareDocuments(a, b) }
}
