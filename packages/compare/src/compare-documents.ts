import type { ClaimedDocument, Collision, Link, NearMiss } from '@counterclaim/model'
import { findDenials } from './denial/find-denials.ts'
import { findLinks } from './links.ts'
import { findDates } from './numeric/find-dates.ts'
import { findNumeric } from './numeric/find-numeric.ts'

/**
 * What two documents have to do with each other, as a pure function of the two: the same text, the same events,
 * claims that collide, claims that only seem to. Symmetric. With `b` the same document as `a`: its own claims.
 */
export function compareDocuments(
  a: ClaimedDocument,
  b: ClaimedDocument,
): { links: Link[]; collisions: Collision[]; nearMisses: NearMiss[] } {
  const links = findLinks(a, b)
  const story = a.id === b.id ? 1 : (links.find((link) => link.kind === 'story')?.score ?? 0)
  const numeric = findNumeric(a, b, story)
  const dates = findDates(a, b, story)
  const denials = findDenials(a, b, story > 0)
  return {
    links,
    collisions: [...numeric.collisions, ...dates.collisions, ...denials].sort(byClaims),
    nearMisses: [...numeric.nearMisses, ...dates.nearMisses].sort(byClaims),
  }
}

function byClaims(
  x: { readonly a: string; readonly b: string },
  y: { readonly a: string; readonly b: string },
): number {
  const [p, q] = [`${x.a} ${x.b}`, `${y.a} ${y.b}`]
  return p < q ? -1 : p > q ? 1 : 0
}
