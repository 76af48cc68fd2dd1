import { type Collision, type Evidence, evidenceOf, isSameEvidence } from '@counterclaim/model'
import type { Comparable } from './comparable.ts'
import { compareDocuments } from './compare-documents.ts'

/** Former versions of a page that are looked at, the latest first: a live page is changed every hour, and a correction is among the last. */
const MOST_FORMER = 3
/** Corrections of a page against one other that are kept. A page that took back more was written anew. */
const MOST_CORRECTIONS = 20

/**
 * Collisions of what either document said before with what the other says now, where the page no longer says it: it was
 * dropped, or changed. Only against what was published when the page changed; a page against itself has none.
 */
export function correctionsOf(a: Comparable, b: Comparable, former: readonly Comparable[]): Collision[] {
  if (a.id === b.id) return []
  const found = [...correctionsIn(a, b, former), ...correctionsIn(b, a, former)]
  return [...new Map(found.map((one) => [`${one.a} ${one.b} ${one.type}`, one])).values()].slice(0, MOST_CORRECTIONS)
}

function correctionsIn(now: Comparable, other: Comparable, all: readonly Comparable[]): Collision[] {
  if ((other.publishedAt ?? '') > now.fetchedAt) return []
  // Of two inputs with one URL the smaller keeps it, whichever came first: that one gave way to the other corrects nothing.
  const former = all
    .filter(({ id, version, input }) => id === now.id && version !== now.version && input === now.input)
    .sort((x, y) => (x.fetchedAt > y.fetchedAt ? -1 : 1))
    .slice(0, MOST_FORMER)
  return former.flatMap((before) => {
    const dropped = claimsDropped(before, now)
    return compareDocuments(before, other)
      .collisions.filter(({ a, b }) => dropped.has(a) || dropped.has(b))
      .map((collision) => ({ ...collision, former: before.version }))
  })
}

/** Ids of claims that a page does not make any more, in whichever words and wherever in it. */
function claimsDropped(before: Comparable, now: Comparable): Set<string> {
  const groups = new Set(now.claims.map(({ group }) => group))
  const standing: Evidence[] = now.claims.map((claim) => evidenceOf({ claim, document: now }))
  const words = new Set(standing.map((evidence) => evidence.words))
  const dropped = before.claims.filter((claim) => {
    const evidence = evidenceOf({ claim, document: before })
    return (
      !groups.has(claim.group) && !words.has(evidence.words) && !standing.some((one) => isSameEvidence(one, evidence))
    )
  })
  return new Set(dropped.map(({ id }) => id))
}
