import {
  type Archive,
  type Comparison,
  claimsOf,
  contradictionId,
  type Evidence,
  evidenceOf,
  isSameEvidence,
  MACHINE,
  type Review,
} from '@counterclaim/model'
import type { Comparable } from './comparable.ts'
import { findLinks } from './links.ts'
import { type Thread, threadsOf } from './links-by-hand.ts'

/** A collision with what its claims rest on. */
interface Found {
  readonly contradiction: string
  readonly sides: readonly [Evidence, Evidence]
  readonly documents: readonly [Comparable, Comparable]
}

/** Whether one document is a copy of another, or the same. */
type IsCopy = (a: string, b: string) => Promise<boolean>

/**
 * The decisions that follow from those that people made, for what comparing found: one on the same evidence holds, though
 * the id of the contradiction has changed, and what was dismissed is opened again by evidence that nobody has judged and
 * that is no copy. They carry when the decision was made; an opening, when its evidence was fetched. So it does not matter
 * who compares, how often, or in which order.
 */
export async function decisionsThatFollow(
  found: readonly Comparison[],
  documents: ReadonlyMap<string, Comparable>,
  reviews: readonly Review[],
  archive: Pick<Archive, 'documents'>,
): Promise<Review[]> {
  const threads = threadsOf(reviews)
  const isCopy = copyTeller(documents, archive)
  const collisions = found.flatMap((one) => collisionsOf(one, documents))
  const standing = new Set(collisions.map(({ contradiction }) => contradiction))
  const lost = [...threads].filter(([id]) => !standing.has(id)).map(([, thread]) => thread)
  const made = new Map<string, Review>()
  for (const collision of collisions) {
    const own = threads.get(collision.contradiction) ?? []
    const follow: Review[] = []
    for (const thread of lost) follow.push(...(await carry(thread, collision, own, isCopy)))
    const opened = follow.length === 0 ? await reopen(own, collision, isCopy) : null
    if (opened !== null) follow.push(opened)
    for (const review of follow) made.set(`${review.contradiction} ${review.at} ${review.by}`, review)
  }
  return [...made.values()]
}

function copyTeller(documents: ReadonlyMap<string, Comparable>, archive: Pick<Archive, 'documents'>): IsCopy {
  const read = new Map<string, Comparable | null>(documents)
  const of = async (id: string): Promise<Comparable | null> => {
    if (!read.has(id)) read.set(id, (await archive.documents([id]))[0] ?? null)
    return read.get(id) ?? null
  }
  return async (a, b) => {
    if (a === b) return true
    const [x, y] = [await of(a), await of(b)]
    return x !== null && y !== null && findLinks(x, y).some(({ kind }) => kind === 'copy')
  }
}

function collisionsOf({ pair, collisions }: Comparison, documents: ReadonlyMap<string, Comparable>): Found[] {
  const docs = pair.flatMap((id) => documents.get(id) ?? [])
  const claims = new Map(docs.flatMap((doc) => doc.claims.map((claim) => [claim.id, { claim, doc }] as const)))
  return collisions.flatMap(({ a, b }): Found[] => {
    const [x, y] = [claims.get(a), claims.get(b)]
    if (x === undefined || y === undefined) return []
    return [
      {
        contradiction: contradictionId([x.claim.group, y.claim.group]),
        sides: [evidenceOf({ ...x, document: x.doc }), evidenceOf({ ...y, document: y.doc })],
        documents: [x.doc, y.doc],
      },
    ]
  })
}

/** The decisions on what rested on the evidence of both sides, as decisions on this one. */
async function carry(thread: Thread, found: Found, own: Thread, isCopy: IsCopy): Promise<Review[]> {
  const sides = await inOrder(thread, found, isCopy)
  if (sides === null) return []
  return thread
    .filter(({ at, by }) => !own.some((known) => known.at === at && known.by === by))
    .map((review) => ({
      ...withEvidence(review, sides),
      contradiction: found.contradiction,
      carriedFrom: review.carriedFrom ?? review.contradiction,
    }))
}

/** The evidence in the order of the sides that were judged; null when it is not what was judged. */
async function inOrder(thread: Thread, { sides: [a, b] }: Found, isCopy: IsCopy): Promise<[Evidence, Evidence] | null> {
  for (const { sides: [first = [], second = []] = [] } of thread) {
    if ((await restsOn(first, a, isCopy)) && (await restsOn(second, b, isCopy))) return [a, b]
    if ((await restsOn(first, b, isCopy)) && (await restsOn(second, a, isCopy))) return [b, a]
  }
  return null
}

async function restsOn(side: readonly Evidence[], evidence: Evidence, isCopy: IsCopy): Promise<boolean> {
  if (side.some((one) => isSameEvidence(one, evidence))) return true
  const alike = side.filter(({ kind, words }) => kind === evidence.kind && words === evidence.words)
  for (const { document } of alike) if (await isCopy(document, evidence.document)) return true
  return false
}

/** So that it is found by the evidence as it stands now, too. */
function withEvidence(review: Review, now: readonly [Evidence, Evidence]): Review {
  const [first = [], second = []] = review.sides ?? []
  const sides = [withOne(first, now[0]), withOne(second, now[1])]
  return { ...review, sides, claims: claimsOf(sides) }
}

function withOne(side: readonly Evidence[], evidence: Evidence): readonly Evidence[] {
  return side.some(({ claim }) => claim === evidence.claim) ? side : [...side, evidence]
}

/** What was dismissed without this evidence is open again; null where nothing was, or where all of it was seen. */
async function reopen(own: Thread, { contradiction, sides, documents }: Found, isCopy: IsCopy): Promise<Review | null> {
  const last = own.at(-1)
  if (last?.state !== 'dismissed' || last.sides === undefined) return null
  const judged = last.sides.flat()
  for (const [i, evidence] of sides.entries()) {
    const doc = documents[i]
    if (doc === undefined || (await isSeen(judged, evidence, isCopy))) continue
    return {
      contradiction,
      state: 'open',
      note: `New evidence since it was dismissed: ${doc.source} (${doc.key})`,
      by: MACHINE,
      at: later(doc.fetchedAt, last.at),
      claims: claimsOf([...last.sides, sides]),
      sides: last.sides,
    }
  }
  return null
}

/** Copies say nothing new, whatever was changed in them. */
async function isSeen(judged: readonly Evidence[], evidence: Evidence, isCopy: IsCopy): Promise<boolean> {
  if (judged.some((one) => isSameEvidence(one, evidence))) return true
  const others = new Set(judged.map(({ document }) => document).filter((id) => id !== evidence.document))
  for (const document of others) if (await isCopy(document, evidence.document)) return true
  return false
}

/** When it came, but after the decision that it stands over. */
function later(at: string, than: string): string {
  return at > than ? at : new Date(Date.parse(than) + 1).toISOString()
}
