import type { ReviewState } from '@counterclaim/model'
import type { ContradictionRow } from '../query/contradiction-view.ts'
import type { Elastic, Stored, Write } from './elastic.ts'
import type { GroupedCollision } from './findings.ts'
import { followReviews, stateOf } from './review-states.ts'

/** A collision with the pair of documents it was found for. */
type FoundCollision = GroupedCollision & { readonly pair: string }

/** The best collision, with what people decided, and with the claim that was taken back where nothing else holds. */
export interface BestRow extends ContradictionRow {
  readonly judged?: ReviewState
  readonly taken?: NonNullable<GroupedCollision['taken']>
}

/** A contradiction as the index `contradictions` holds it: all its collisions, and the best of them to be sorted by. */
export interface ContradictionSource {
  readonly id: string
  readonly type: 'denial' | 'numeric'
  readonly state: ReviewState
  readonly score: number
  readonly groups: readonly string[]
  readonly best: BestRow
  readonly collisions: readonly FoundCollision[]
}

/** What was found for pairs of documents, by the id of the pair. */
export type Told = ReadonlyMap<string, readonly GroupedCollision[]>

/**
 * Makes contradictions hold the collisions that were found for pairs, in place of those they held for the same pairs. One
 * that has no collision left goes. Two workers at one contradiction: the slower looks again.
 */
export async function putCollisions(elastic: Elastic, contradictions: Iterable<string>, told: Told): Promise<void> {
  let left = [...new Set(contradictions)]
  while (left.length > 0) {
    const stored = await elastic.readMany<ContradictionSource>(left.map((id) => ({ type: 'contradictions', id })))
    const writes = left.flatMap((id, i) => changed(id, stored[i] ?? null, told) ?? [])
    const written = await elastic.write(writes)
    // One that comes back after all its collisions had gone was maybe judged before.
    await followReviews(
      elastic,
      writes.filter(({ action }, i) => action === 'create' && written[i] === 'done').map((write) => write.id),
    )
    left = writes.filter((_, i) => written[i] === 'conflict').map((write) => write.id)
  }
}

function changed(id: string, old: Stored<ContradictionSource> | null, told: Told): Write | null {
  const others = (old?.source.collisions ?? []).filter((collision) => !told.has(collision.pair))
  const own = [...told].flatMap(([pair, collisions]) =>
    collisions.filter((collision) => collision.contradiction === id).map((collision) => ({ ...collision, pair })),
  )
  const judged = old?.source.best.judged ?? old?.source.state ?? 'open'
  const source = toSource(id, judged, [...others, ...own])
  const at = { type: 'contradictions', id } as const
  if (old === null) return source === null ? null : { action: 'create', ...at, source }
  return source === null ? { action: 'delete', ...at, over: old } : { action: 'index', ...at, source, over: old }
}

function toSource(id: string, judged: ReviewState, found: readonly FoundCollision[]): ContradictionSource | null {
  const collisions = [...found].sort(byRank)
  const [best] = collisions
  if (best === undefined) return null
  const { type, reason, score, answer = null, group_a, group_b, taken } = best
  const state = stateOf(judged, taken !== undefined)
  return {
    id,
    type,
    state,
    score,
    groups: [...new Set([group_a, group_b])].sort(),
    best: {
      id,
      type,
      reason,
      score,
      answer,
      group_a,
      group_b,
      state,
      judged,
      ...(taken === undefined ? {} : { taken }),
    },
    collisions,
  }
}

/** What a page has taken back last, then the best first; ties are broken by what is there, never by what came first. */
function byRank(x: FoundCollision, y: FoundCollision): number {
  if ((x.taken === undefined) !== (y.taken === undefined)) return x.taken === undefined ? -1 : 1
  if (x.score !== y.score) return y.score - x.score
  const [p, q] = [x, y].map(({ a, b, type }) => `${a} ${b} ${type}`)
  return (p ?? '') < (q ?? '') ? -1 : 1
}
