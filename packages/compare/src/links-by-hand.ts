import {
  type Collision,
  type Evidence,
  evidenceOf,
  type GroupedClaim,
  type IndexableDocument,
  isSameEvidence,
  type Pair,
  pairOf,
  type Review,
} from '@counterclaim/model'

/** All decisions on one contradiction, the earliest first. */
export type Thread = readonly Review[]

/** A document as it is read for its claims. */
export type Claims = Pick<IndexableDocument, 'id' | 'version' | 'key' | 'source' | 'fetchedAt'> & {
  readonly claims: readonly GroupedClaim[]
}

/** Decisions by their contradiction. */
export function threadsOf(reviews: readonly Review[]): Map<string, Thread> {
  const threads = Map.groupBy(reviews, ({ contradiction }) => contradiction)
  for (const thread of threads.values()) thread.sort((x, y) => (`${x.at} ${x.by}` < `${y.at} ${y.by}` ? -1 : 1))
  return threads
}

/** What people have linked by hand and not taken back. Where it was carried to another id, the first one counts. */
export function linksByHand(reviews: readonly Review[]): Review[] {
  return [...threadsOf(reviews).values()].flatMap((thread) => {
    const last = thread.findLast((review) => review.linked !== undefined && review.carriedFrom === undefined)
    return last?.linked == null ? [] : [last]
  })
}

/** The pairs of documents that links made by hand hold together. They are compared whether they are near each other or not. */
export function pairsByHand(reviews: readonly Review[]): Pair[] {
  const pairs = linksByHand(reviews).flatMap(({ sides: [a = [], b = []] = [] }) =>
    a.flatMap((x) => b.map((y) => pairOf(x.document, y.document))),
  )
  return [...new Map(pairs.map((pair) => [String(pair), pair])).values()]
}

/** The score of what a person links: they have read both. */
const SURE = 1

/** What people linked between two documents, over the claims that stand there now; what no longer stands there is left out. */
export function collisionsByHand(a: Claims, b: Claims, reviews: readonly Review[]): Collision[] {
  return linksByHand(reviews).flatMap((link): Collision[] => {
    const found = sidesIn(a, b, link)
    if (found === null || link.linked == null) return []
    const [x, y] = found[0].id < found[1].id ? found : [found[1], found[0]]
    const answers = x.stance === 'denies' ? 'a' : 'b'
    const isAnswer = link.linked === 'denial' && (x.stance === 'denies') !== (y.stance === 'denies')
    const reason = `Linked by ${link.by}${link.note === null ? '' : `: ${link.note}`}`
    return [{ type: link.linked, a: x.id, b: y.id, reason, score: SURE, ...(isAnswer ? { answer: answers } : {}) }]
  })
}

/** The claims of two documents (or of one) that rest on what the two sides of a decision rested on. */
function sidesIn(
  a: Claims,
  b: Claims,
  { sides: [first = [], second = []] = [] }: Review,
): [GroupedClaim, GroupedClaim] | null {
  for (const [x, y] of [
    [a, b],
    [b, a],
  ] as const) {
    const [one, other] = [restingOn(x, first), restingOn(y, second)]
    if (one !== null && other !== null && one.id !== other.id) return [one, other]
  }
  return null
}

/** The claim itself if it stands, else the first that rests on the same evidence of this document. */
function restingOn(doc: Claims, side: readonly Evidence[]): GroupedClaim | null {
  const own = side.filter(({ document }) => document === doc.id)
  if (own.length === 0) return null
  const same = doc.claims.find(({ id }) => own.some(({ claim }) => claim === id))
  if (same !== undefined) return same
  const isOwn = (claim: GroupedClaim): boolean =>
    own.some((evidence) => isSameEvidence(evidence, evidenceOf({ claim, document: doc })))
  return doc.claims.find(isOwn) ?? null
}
