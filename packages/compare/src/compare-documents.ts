import type { ClaimedDocument, Collision, Link, NearMiss } from '@counterclaim/model'
import { findLinks } from './links.ts'

/**
 * What two documents have to do with each other, as a pure function of the two: the same text, the same events,
 * claims that collide, claims that only seem to. Symmetric. With `b` the same document as `a`: its own claims.
 */
export function compareDocuments(
  a: ClaimedDocument,
  b: ClaimedDocument,
): { links: Link[]; collisions: Collision[]; nearMisses: NearMiss[] } {
  return { links: findLinks(a, b), collisions: [], nearMisses: [] }
}
