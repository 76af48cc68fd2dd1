import {
  type Archive,
  type Candidates,
  type ClaimedDocument,
  type Comparison,
  type Fetched,
  type GroupedClaim,
  type Pair,
  pairOf,
  revisionOf,
  type Stage,
  type Submission,
} from '@counterclaim/model'
import { compareDocuments } from './compare-documents.ts'
import { claimGroup } from './group.ts'
import { candidateDay, candidateKeys } from './keys.ts'
import { LEXICONS } from './lexicons.ts'
import { once } from './once.ts'
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
  run: async (given, ports) => {
    const { archive, candidates } = ports
    const { doc, strays } = await file(given, ports)
    const { near, joined } = await candidates.lookup(doc.id)
    const own = near.map((other) => pairOf(doc.id, other))
    await archive.saveComparison([compared(doc, doc), ...(await comparePairs([...own, ...joined], archive, doc))])
    // A document that came meanwhile may have parted a pair before its findings were saved. Looked at again after saving,
    // one of the two sees the other.
    const now = await candidates.lookup(doc.id)
    const lost = own.filter(([a, b]) => !now.near.includes(a === doc.id ? b : a))
    const moved = await archive.compared([...now.parted, ...now.joined, ...strays])
    await dropApart([...lost, ...moved], ports)
    await candidates.settle(doc.id)
    return { compared: near.length }
  },
}

interface Ports {
  readonly archive: Archive
  readonly candidates: Candidates
}

/**
 * Files the document among the candidates as the archive holds it: another input of the same URL may have replaced it since
 * it was put there. Looked at again after filing, so that whoever files last files what is archived. `strays` are pairs with
 * what was near it where it stood before: somebody may have compared them as it is now, before it was filed.
 */
async function file(
  given: ClaimedDocument,
  { archive, candidates }: Ports,
): Promise<{ readonly doc: ClaimedDocument; readonly strays: readonly Pair[] }> {
  const strays: Pair[] = []
  for (let doc = (await archive.document(given.id)) ?? given; ; ) {
    strays.push(...(await candidates.lookup(doc.id)).near.map((other) => pairOf(doc.id, other)))
    await candidates.publish(doc.id, candidateDay(doc), candidateKeys(doc))
    const now = await archive.document(doc.id)
    if (now === null || revisionOf(now) === revisionOf(doc)) return { doc, strays }
    doc = now
  }
}

/** Drops what was found for those of the pairs that are apart. What comes near between look and drop is compared again. */
async function dropApart(pairs: readonly Pair[], { archive, candidates }: Ports): Promise<void> {
  for (let left = pairs; left.length > 0; ) {
    const apart = await candidates.apart(left)
    await archive.dropComparison(apart)
    const still = new Set((await candidates.apart(apart)).map(String))
    left = apart.filter((pair) => !still.has(String(pair)))
    await archive.saveComparison(await comparePairs(left, archive))
  }
}

/** Pairs whose documents are in memory at once. */
const PAIRS_AT_ONCE = 100

/** What comparing the pairs finds, as the archive holds the documents; `known` need not be read. */
export async function comparePairs(
  pairs: readonly Pair[],
  archive: Archive,
  known?: ClaimedDocument,
): Promise<Comparison[]> {
  const found: Comparison[] = []
  for (let at = 0; at < pairs.length; at += PAIRS_AT_ONCE) {
    const some = pairs.slice(at, at + PAIRS_AT_ONCE)
    const ids = [...new Set(some.flat())].filter((id) => id !== known?.id)
    const read = await archive.documents(ids)
    const documents = new Map<string, ClaimedDocument | null>(ids.map((id, i) => [id, read[i] ?? null]))
    if (known !== undefined) documents.set(known.id, known)
    for (const [a, b] of some) {
      const [x, y] = [documents.get(a), documents.get(b)]
      if (x != null && y != null) found.push(compared(x, y))
    }
  }
  return found
}

/** A document stands in many pairs. */
const revision = once((doc: ClaimedDocument) => revisionOf(doc))

function compared(a: ClaimedDocument, b: ClaimedDocument): Comparison {
  return { pair: [a.id, b.id], revisions: [revision(a), revision(b)], ...compareDocuments(a, b) }
}
