import { type Archive, type Comparison, type Pair, type Review, type Reviews, revisionOf } from '@counterclaim/model'
import type { Comparable } from './comparable.ts'
import { compareDocuments } from './compare-documents.ts'
import { correctionsOf } from './corrections.ts'
import { findingsCut } from './cuts.ts'
import { decisionsThatFollow } from './decisions.ts'
import { collisionsByHand } from './links-by-hand.ts'
import { once } from './once.ts'

/** What is read and written. */
export interface ComparingPorts {
  readonly archive: Archive
  readonly reviews: Reviews
}

/** Pairs whose documents are in memory at once. */
const PAIRS_AT_ONCE = 100

/**
 * Compares pairs as the archive holds them, keeps what it finds with what people linked by hand, and the decisions that
 * follow from those that people made on the same evidence. Gives what bounds left out,
 * in words. @param known need not be read
 */
export async function comparePairs(
  pairs: readonly Pair[],
  ports: ComparingPorts,
  known?: Comparable,
): Promise<readonly string[]> {
  const cuts = new Set<string>()
  for (let at = 0; at < pairs.length; at += PAIRS_AT_ONCE) {
    const some = pairs.slice(at, at + PAIRS_AT_ONCE)
    const ids = [...new Set(some.flat())]
    // At once: a backend over a network asks for all of it in one request.
    const [documents, reviews, former] = await Promise.all([
      readAll(ids, ports.archive, known),
      ports.reviews.ofDocuments(ids),
      ports.archive.former(ids),
    ])
    const found = some.flatMap(([a, b]) => {
      const [x, y] = [documents.get(a), documents.get(b)]
      return x === undefined || y === undefined ? [] : [compared(x, y, reviews, former)]
    })
    await ports.archive.saveComparison(found)
    for (const cut of findingsCut(found)) cuts.add(cut)
    if (reviews.length === 0) continue
    const follow = await decisionsThatFollow(found, documents, reviews, ports.archive)
    for (const review of follow) await ports.reviews.add(review)
  }
  return [...cuts]
}

async function readAll(
  ids: readonly string[],
  archive: Archive,
  known: Comparable | undefined,
): Promise<Map<string, Comparable>> {
  const unread = ids.filter((id) => id !== known?.id)
  const read = await archive.documents(unread)
  const documents = new Map(read.flatMap((doc) => (doc === null ? [] : [[doc.id, doc as Comparable] as const])))
  return known === undefined || !ids.includes(known.id) ? documents : documents.set(known.id, known)
}

/** A document stands in many pairs. */
const revision = once((doc: Comparable) => revisionOf(doc))

function compared(a: Comparable, b: Comparable, reviews: readonly Review[], former: readonly Comparable[]): Comparison {
  const { collisions, ...rest } = compareDocuments(a, b)
  const byHand = collisionsByHand(a, b, reviews)
  const others = collisions.filter(
    (one) => !byHand.some((hand) => hand.a === one.a && hand.b === one.b && hand.type === one.type),
  )
  const all = [...others, ...byHand, ...correctionsOf(a, b, former)]
  return { pair: [a.id, b.id], revisions: [revision(a), revision(b)], ...rest, collisions: all }
}
