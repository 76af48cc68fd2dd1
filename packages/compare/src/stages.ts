import {
  type Archive,
  type Candidates,
  type ClaimedDocument,
  type Cut,
  type Edits,
  type Fetched,
  type GroupedClaim,
  type Pair,
  pairOf,
  type Reviews,
  revisionOf,
  type Stage,
  type Submission,
} from '@counterclaim/model'
import type { Comparable } from './comparable.ts'
import { comparePairs } from './compare-pairs.ts'
import { cutsOf } from './cuts.ts'
import { applyEdits, type Edited, editsOn } from './edits/apply-edits.ts'
import { claimGroup } from './group.ts'
import { candidateDay, candidateKeys } from './keys.ts'
import { LEXICONS } from './lexicons.ts'
import { pairsByHand } from './links-by-hand.ts'
import { partyOf } from './parties.ts'

type Claimable = ClaimedDocument & Fetched & Submission
/** What indexing adds: the claims grouped, and all that people's edits made of what was found. */
type Filed = Omit<Edited, 'claims'> & { readonly claims: readonly GroupedClaim[] }
type Indexed = Claimable & Filed

/**
 * Puts the document into the archive as people have set it right, its claims grouped. Takes it as the stages found it. Edits are
 * looked for again once it is put: who makes one adds it, then puts the document. So one of the two sees the other.
 */
export const index: Stage<Claimable, Filed, { readonly archive: Archive; readonly edits: Edits }> = {
  name: 'index',
  version: 1,
  run: async (doc, { archive, edits }) => {
    for (let known = await editsOn(doc, edits); ; ) {
      const filed = group(doc, applyEdits(doc, known))
      const { kept } = await archive.put({ ...doc, ...filed })
      if (!kept) return { dropped: 'same-url' }
      const now = await editsOn(doc, edits)
      if (now.length === known.length) return filed
      known = now
    }
  },
}

function group(doc: Claimable, edited: Edited): Filed {
  const whole = { ...doc, ...edited }
  const claims = edited.claims.map((claim) => ({ ...claim, group: claimGroup(claim), party: partyOf(whole, claim) }))
  return { ...edited, claims }
}

interface Ports {
  readonly archive: Archive
  readonly candidates: Candidates
  readonly reviews: Reviews
}

/** Compares the document with those near it, with those that people linked it to, and with itself; keeps what collides. */
export const compare: Stage<Indexed, { readonly compared: number; readonly cuts: readonly Cut[] }, Ports> = {
  name: 'compare',
  version: 1,
  data: LEXICONS,
  run: async (given, ports) => {
    const { archive, candidates } = ports
    const { doc, strays } = await file(given, ports)
    const [{ near, joined }, linked] = await Promise.all([candidates.lookup(doc.id), linkedPairs(doc.id, ports)])
    const own = near.map((other) => pairOf(doc.id, other))
    const far = linked.filter((pair) => !own.some((one) => String(one) === String(pair)))
    const less = await comparePairs([[doc.id, doc.id], ...own, ...joined, ...far], ports, doc)
    // A document that came meanwhile may have parted a pair before its findings were saved. Looked at again after saving,
    // one of the two sees the other. So it is with links that people made or took back meanwhile.
    const [now, still] = await Promise.all([candidates.lookup(doc.id), linkedPairs(doc.id, ports)])
    const lost = own.filter(([a, b]) => !now.near.includes(a === doc.id ? b : a))
    const moved = await archive.compared([...now.parted, ...now.joined, ...strays])
    await dropApart([...lost, ...moved], ports)
    await candidates.settle(doc.id)
    if (String(still) !== String(linked)) await compareAgain([...linked, ...still], ports)
    const cuts = [...cutsOf(doc), ...less].map((what) => ({ stage: 'compare', what }))
    return { compared: near.length, cuts: [...(given.cuts ?? []).filter(({ stage }) => stage !== 'compare'), ...cuts] }
  },
}

async function linkedPairs(document: string, { reviews }: Ports): Promise<Pair[]> {
  return pairsByHand(await reviews.ofDocuments([document])).filter((pair) => pair.includes(document))
}

/**
 * Files the document among the candidates as the archive holds it: another input of the same URL may have replaced it since
 * it was put there. Looked at again after filing, so that whoever files last files what is archived. `strays` are pairs with
 * what was near it where it stood before: somebody may have compared them as it is now, before it was filed.
 */
async function file(
  given: Indexed,
  { archive, candidates }: Ports,
): Promise<{ readonly doc: Comparable; readonly strays: readonly Pair[] }> {
  const strays: Pair[] = []
  for (let doc: Comparable = (await archive.document(given.id)) ?? given; ; ) {
    strays.push(...(await candidates.lookup(doc.id)).near.map((other) => pairOf(doc.id, other)))
    await candidates.publish(doc.id, candidateDay(doc), candidateKeys(doc))
    const now = await archive.document(doc.id)
    if (now === null || revisionOf(now) === revisionOf(doc)) return { doc, strays }
    doc = now
  }
}

/** Brings in step what was found for pairs that came near or went apart, or that people linked or parted. */
export async function compareAgain(pairs: readonly Pair[], ports: Ports): Promise<void> {
  const apart = new Set((await ports.candidates.apart(pairs)).map(String))
  await comparePairs(
    pairs.filter((pair) => !apart.has(String(pair))),
    ports,
  )
  await dropApart(
    pairs.filter((pair) => apart.has(String(pair))),
    ports,
  )
}

/**
 * Drops what was found for those of the pairs that are apart, and that nobody linked. What comes near between look and drop
 * is compared again.
 */
async function dropApart(pairs: readonly Pair[], ports: Ports): Promise<void> {
  const { archive, candidates } = ports
  for (let left = pairs; left.length > 0; ) {
    const apart = await candidates.apart(left)
    const byHand = pairsByHand(await ports.reviews.ofDocuments([...new Set(apart.map(([a]) => a))])).map(String)
    const linked = apart.filter((pair) => byHand.includes(String(pair)))
    await archive.dropComparison(apart.filter((pair) => !linked.includes(pair)))
    await comparePairs(linked, ports)
    const still = new Set((await candidates.apart(apart)).map(String))
    left = apart.filter((pair) => !still.has(String(pair)))
    await comparePairs(left, ports)
  }
}
