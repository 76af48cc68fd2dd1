import type { Link } from '@counterclaim/model'
import type { Db } from './database.ts'

/** A label that documents of one connected component share: its smallest document id. */
type Label = 'story' | 'cluster'

/** Stories run over all links (a copy tells the same story), clusters of copies over copy links alone. */
const KINDS: Readonly<Record<Label, readonly Link['kind'][]>> = { story: ['copy', 'story'], cluster: ['copy'] }

/** Joins the components that new links connect. The cost is that of the smaller ids' losers, not of the whole archive. */
export function joinComponents(db: Db, links: readonly Link[]): void {
  const touched = new Set<string>()
  for (const link of links) {
    joinLabel(db, 'story', link)
    if (link.kind === 'copy') touched.add(joinLabel(db, 'cluster', link))
  }
  for (const cluster of touched) electOriginal(db, cluster)
}

/** Labels the components of a document anew after links of it are gone, and elects the original of each cluster. */
export function splitComponents(db: Db, story: string, cluster: string): void {
  const clusters = relabel(db, 'cluster', cluster)
  relabel(db, 'story', story)
  for (const label of clusters) electOriginal(db, label)
}

/** The original is the document published first, then the smallest id; the rest of the cluster are its copies. */
export function electOriginal(db: Db, cluster: string): void {
  const original = db.get<{ id: string }>(
    'SELECT id FROM documents WHERE cluster = ? ORDER BY published_sort IS NULL, published_sort, id LIMIT 1',
    cluster,
  )
  if (original === undefined) return
  db.run(
    `UPDATE documents SET copy_of = nullif(?1, id) WHERE cluster = ?2 AND copy_of IS NOT nullif(?1, id)`,
    original.id,
    cluster,
  )
}

function joinLabel(db: Db, label: Label, { a, b }: Link): string {
  const [first, second] = [a, b].map(
    (id) => db.get<{ label: string }>(`SELECT ${label} AS label FROM documents WHERE id = ?`, id)?.label ?? id,
  ) as [string, string]
  if (first === second) return first
  const [small, large] = first < second ? [first, second] : [second, first]
  db.run(`UPDATE documents SET ${label} = ? WHERE ${label} = ?`, small, large)
  return small
}

function relabel(db: Db, label: Label, value: string): Set<string> {
  const members = db.all<{ id: string }>(`SELECT id FROM documents WHERE ${label} = ? ORDER BY id`, value)
  const done = new Set<string>()
  const labels = new Set<string>()
  for (const { id } of members) {
    if (done.has(id)) continue
    // Members come in order, so the one a component is first met by is its smallest.
    labels.add(id)
    for (const reached of reach(db, id, KINDS[label])) {
      done.add(reached)
      db.run(`UPDATE documents SET ${label} = ? WHERE id = ?`, id, reached)
    }
  }
  return labels
}

function reach(db: Db, start: string, kinds: readonly Link['kind'][]): Set<string> {
  const reached = new Set([start])
  // A Set is iterated in order of insertion and sees what is added meanwhile: a breadth-first walk.
  for (const id of reached) {
    const neighbours = db.all<{ id: string }>(
      `SELECT b AS id FROM links WHERE a = ?1 AND kind IN (SELECT value FROM json_each(?2))
       UNION SELECT a FROM links WHERE b = ?1 AND kind IN (SELECT value FROM json_each(?2))`,
      id,
      JSON.stringify(kinds),
    )
    for (const neighbour of neighbours) reached.add(neighbour.id)
  }
  return reached
}
