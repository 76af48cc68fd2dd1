import type { ReviewState } from '@counterclaim/model'
import type { ContradictionRow } from '../query/contradiction-view.ts'
import type { Elastic, Write } from './elastic.ts'
import type { PlacedCollision } from './findings.ts'

/** A collision with the document whose comparison found it. */
type FoundCollision = PlacedCollision & { readonly found_by: string }

/** A contradiction as the index `contradictions` holds it: all its collisions, and the best of them to be sorted by. */
export interface ContradictionSource {
  readonly id: string
  readonly type: 'denial' | 'numeric'
  readonly state: ReviewState
  readonly score: number
  readonly groups: readonly string[]
  readonly best: ContradictionRow
  readonly collisions: readonly FoundCollision[]
}

/**
 * Puts collisions that comparing a document found into their contradictions, in place of those it found before for the
 * same contradictions. One that has no collision left goes. Two workers at one contradiction: the slower looks again.
 */
export async function putCollisions(
  elastic: Elastic,
  foundBy: string,
  contradictions: Iterable<string>,
  found: readonly PlacedCollision[],
): Promise<void> {
  let left = [...new Set(contradictions)]
  while (left.length > 0) {
    const stored = await elastic.readMany<ContradictionSource>(left.map((id) => ({ type: 'contradictions', id })))
    const writes: Write[] = []
    for (const [i, id] of left.entries()) {
      const old = stored[i] ?? null
      const others = (old?.source.collisions ?? []).filter((collision) => collision.found_by !== foundBy)
      const own = found.filter((collision) => collision.contradiction === id)
      const source = toSource(id, old?.source.state ?? 'open', [
        ...others,
        ...own.map((collision) => ({ ...collision, found_by: foundBy })),
      ])
      const at = { type: 'contradictions', id } as const
      if (old === null) {
        if (source !== null) writes.push({ action: 'create', ...at, source })
      } else if (source === null) writes.push({ action: 'delete', ...at, over: old })
      else writes.push({ action: 'index', ...at, source, over: old })
    }
    const written = await elastic.write(writes)
    left = writes.filter((_, i) => written[i] === 'conflict').map((write) => write.id)
  }
}

function toSource(id: string, state: ReviewState, collisions: readonly FoundCollision[]): ContradictionSource | null {
  const [best] = [...collisions].sort(byRank)
  if (best === undefined) return null
  const { type, reason, score, answer = null, group_a, group_b } = best
  return {
    id,
    type,
    state,
    score,
    groups: [...new Set([group_a, group_b])].sort(),
    best: { id, type, reason, score, answer, group_a, group_b, state },
    collisions,
  }
}

/** The best first; ties are broken by what is there, never by what came first. */
function byRank(x: FoundCollision, y: FoundCollision): number {
  if (x.score !== y.score) return y.score - x.score
  const [p, q] = [x, y].map(({ a, b, type, found_by }) => `${a} ${b} ${type} ${found_by}`)
  return (p ?? '') < (q ?? '') ? -1 : 1
}
