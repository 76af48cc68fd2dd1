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

/**
 * Compares the document with its candidates and itself, and keeps what collides. When another input has taken the document
 * over since it was indexed, that input's is compared in its turn, and this one is dropped.
 */
export const compare: Stage<
  Claimable,
  { readonly compared: number },
  { readonly archive: Archive; readonly candidates: Candidates }
> = {
  name: 'compare',
  version: 1,
  data: LEXICONS,
  run: async (doc, ports) => {
    const { archive, candidates } = ports
    const keys = candidateKeys(doc)
    const self = await publishOwn(doc, keys, ports)
    if (self === null) return { dropped: 'same-url' }
    const others = (await candidates.lookup(keys)).filter((id) => id !== doc.id)
    const found = [compareDocuments(doc, doc)]
    const against = [self]
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

/**
 * Publishes the document's keys, and gives the document as archived; null when it is another input's. An input that takes
 * the document over puts it first and publishes after, so whoever publishes last and looks again leaves the owner's keys.
 */
async function publishOwn(
  doc: Claimable,
  keys: readonly string[],
  { archive, candidates }: { readonly archive: Archive; readonly candidates: Candidates },
): Promise<IndexableDocument | null> {
  const before = await archive.document(doc.id)
  if (before?.input !== doc.input) return null
  await candidates.publish(doc.id, keys)
  for (let owner = before; ; ) {
    const now = await archive.document(doc.id)
    if (now === null) return null
    if (now.input === owner.input) return now.input === doc.input ? now : null
    await candidates.publish(doc.id, candidateKeys(now))
    owner = now
  }
}
