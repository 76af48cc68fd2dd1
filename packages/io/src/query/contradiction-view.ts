import {
  type ClaimHit,
  type ContradictionSide,
  type ContradictionView,
  linkerOf,
  type Review,
  type ReviewState,
} from '@counterclaim/model'
import { sortableDate } from './sortable-date.ts'

/** A contradiction as either backend keeps it: the best of its collisions. */
export interface ContradictionRow {
  readonly id: string
  readonly type: 'denial' | 'numeric'
  readonly reason: string
  readonly score: number
  readonly answer: 'a' | 'b' | null
  readonly group_a: string
  readonly group_b: string
  readonly state: ReviewState
}

/**
 * The contradiction with both sides; `hits` gives the claims of a group, `reviews` are the
 * decisions on it, earliest first, `former` the claim that was taken back when nothing else holds it.
 */
export function toContradictionView(
  row: ContradictionRow,
  hits: (group: string) => readonly ClaimHit[],
  { reviews, former }: { readonly reviews: readonly Review[]; readonly former: ClaimHit | null },
): ContradictionView {
  const groups = [row.group_a, row.group_b].sort()
  const answering = row.answer === null ? null : row.answer === 'a' ? row.group_a : row.group_b
  return {
    id: row.id,
    type: row.type,
    sides: groups.map((group) => toSide(group, [...hits(group), ...(former?.claim.group === group ? [former] : [])])),
    reason: row.reason,
    score: row.score,
    state: row.state,
    answer: answering === null ? null : groups.indexOf(answering),
    linkedBy: linkerOf(reviews),
    correctedBy: former?.document.source ?? null,
  }
}

function toSide(group: string, hits: readonly ClaimHit[]): ContradictionSide {
  const dates = hits
    .map((hit) => hit.document.publishedAt)
    .filter((date) => date !== null)
    .sort((a, b) => ((sortableDate(a) ?? a) < (sortableDate(b) ?? b) ? -1 : 1))
  return {
    group,
    claims: hits.map((hit) => hit.claim.id),
    hits,
    independentSources: hits[0]?.independentSources ?? 0,
    firstSeen: dates[0] ?? null,
    lastSeen: dates.at(-1) ?? null,
  }
}
