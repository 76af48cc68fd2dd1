import { compareAgain, linksByHand } from '@counterclaim/compare'
import {
  type Acting,
  type Archive,
  type Audit,
  actOf,
  type Candidates,
  type ClaimHit,
  type Contradiction,
  claimsOf,
  contradictionId,
  type Evidence,
  evidenceOf,
  isSameEvidence,
  pairOf,
  type Review,
  type Reviews,
  type Search,
} from '@counterclaim/model'

/** What linking reads and writes. */
export interface LinkPorts {
  readonly search: Pick<Search, 'claim'>
  readonly archive: Archive
  readonly candidates: Candidates
  readonly reviews: Reviews
  readonly audit: Pick<Audit, 'record'>
}

/** What came of it: the decisions that were kept, or why there is none. */
export type Linked = { readonly made: readonly Review[] } | { readonly refused: string }

/**
 * Links two claims that no rule found to collide: a contradiction of its own, confirmed by who links it. It rests on the
 * evidence, not on ids, so it stays when the documents are processed again, and goes with either of them.
 */
export async function linkClaims(
  claims: readonly [string, string],
  { type, ...acting }: Acting & { readonly type: Contradiction['type'] },
  ports: LinkPorts,
): Promise<Linked> {
  const found = await readBoth(claims, ports)
  if ('refused' in found) return found
  const [a, b] = found.hits
  if (a.claim.group === b.claim.group) return { refused: `${claims[0]} and ${claims[1]} say the same` }
  const sides = found.hits.map((hit) => [evidenceOf(hit)])
  const contradiction = contradictionId([a.claim.group, b.claim.group])
  const made: Review = {
    contradiction,
    state: 'confirmed',
    note: acting.note,
    by: acting.by,
    at: acting.at,
    claims: claimsOf(sides),
    sides,
    linked: type,
  }
  await ports.audit.record(actOf('link', contradiction, acting))
  await ports.reviews.add(made)
  await compareAgain([pairOf(a.document.id, b.document.id)], ports)
  return { made: [made] }
}

/** Takes back what was linked by hand between two claims, in whichever order. The links stay in the history. */
export async function unlinkClaims(
  claims: readonly [string, string],
  acting: Acting,
  ports: LinkPorts,
): Promise<Linked> {
  const found = await readBoth(claims, ports)
  if ('refused' in found) return found
  const [a, b] = found.hits
  const [x, y] = [evidenceOf(a), evidenceOf(b)]
  const links = linksByHand(await ports.reviews.ofDocuments([a.document.id])).filter((link) => joins(link, x, y))
  if (links.length === 0) return { refused: `Nobody linked ${claims[0]} and ${claims[1]}` }
  const { note, by, at } = acting
  const made = links.map((link): Review => ({ ...link, state: 'open', note, by, at, linked: null }))
  for (const review of made) {
    await ports.audit.record(actOf('unlink', review.contradiction, acting))
    await ports.reviews.add(review)
  }
  await compareAgain([pairOf(a.document.id, b.document.id)], ports)
  return { made }
}

async function readBoth(
  [a, b]: readonly [string, string],
  { search }: LinkPorts,
): Promise<{ readonly hits: readonly [ClaimHit, ClaimHit] } | { readonly refused: string }> {
  const [x, y] = [await search.claim(a), await search.claim(b)]
  if (x === null || y === null) return { refused: `No claim ${x === null ? a : b} in this archive` }
  return { hits: [x, y] }
}

function joins({ sides: [first = [], second = []] = [] }: Review, x: Evidence, y: Evidence): boolean {
  const rests = (side: readonly Evidence[], on: Evidence): boolean => side.some((one) => isSameEvidence(one, on))
  return (rests(first, x) && rests(second, y)) || (rests(first, y) && rests(second, x))
}
