import type { ClaimedDocument, Collision, Link, NearMiss } from '@counterclaim/model'
import { findDenials } from './denial/find-denials.ts'
import { findLinks } from './links.ts'
import { findDates } from './numeric/find-dates.ts'
import { findNumeric } from './numeric/find-numeric.ts'

/**
 * Collisions and near misses that are kept of two documents, each. Two reports have some dozens at the very most; a page
 * made to collide with everything would fill the board. The surest stay, then those with the smaller ids.
 */
export const MOST_FINDINGS = 200

/**
 * What two documents have to do with each other, as a pure function of the two: the same text, the same events,
 * claims that collide, claims that only seem to. Symmetric. With `b` the same document as `a`: its own claims.
 * Work is bounded whatever the documents hold: of each at most `MOST_FIGURES`, `MOST_EVENTS` and `MOST_ASSERTIONS` claims
 * are looked at, the most check-worthy first (two tables of 5,000 figures take 2 s, two reports some milliseconds), and
 * at most `MOST_FINDINGS` of each kind come back.
 */
export function compareDocuments(
  a: ClaimedDocument,
  b: ClaimedDocument,
): { links: Link[]; collisions: Collision[]; nearMisses: NearMiss[] } {
  const links = findLinks(a, b)
  const story = a.id === b.id ? 1 : (links.find((link) => link.kind === 'story')?.score ?? 0)
  const numeric = findNumeric(a, b, story)
  const dates = findDates(a, b, story)
  const collisions = [...numeric.collisions, ...dates.collisions, ...findDenials(a, b, story > 0)]
  return {
    links,
    collisions: surest(collisions).sort(byClaims),
    nearMisses: [...numeric.nearMisses, ...dates.nearMisses].sort(byClaims).slice(0, MOST_FINDINGS),
  }
}

function surest(collisions: readonly Collision[]): Collision[] {
  return [...collisions].sort((x, y) => y.score - x.score || byClaims(x, y)).slice(0, MOST_FINDINGS)
}

function byClaims(
  x: { readonly a: string; readonly b: string },
  y: { readonly a: string; readonly b: string },
): number {
  const [p, q] = [`${x.a} ${x.b}`, `${y.a} ${y.b}`]
  return p < q ? -1 : p > q ? 1 : 0
}
