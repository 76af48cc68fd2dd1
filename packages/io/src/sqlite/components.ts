import type { Link, Pair } from '@counterclaim/model'
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

/** Labels components anew after links between these pairs are gone, where nothing else holds the two together. */
export function splitComponents(db: Db, gone: readonly Pair[]): void {
  for (const [a, b] of gone) {
    const labels = labelsOf(db, a)
    if (labels !== undefined && !isConnected(db, [a, b], KINDS.story)) relabel(db, 'story', labels.story)
    if (labels !== undefined && !isConnected(db, [a, b], KINDS.cluster)) relabelCluster(db, labels.cluster)
  }
}

/** Labels the components anew that a document was part of: all of its links are gone. */
export function leaveComponents(db: Db, story: string, cluster: string): void {
  relabel(db, 'story', story)
  relabelCluster(db, cluster)
}

function relabelCluster(db: Db, cluster: string): void {
  for (const label of relabel(db, 'cluster', cluster)) electOriginal(db, label)
}

function labelsOf(db: Db, id: string): { readonly story: string; readonly cluster: string } | undefined {
  return db.get('SELECT story, cluster FROM documents WHERE id = ?', id)
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
  for (const id of reached) for (const neighbour of neighboursOf(db, id, kinds)) reached.add(neighbour)
  return reached
}

/** Whether links lead from one document to the other. Walks from both ends in turn: documents of one event meet in a few steps. */
function isConnected(db: Db, [a, b]: Pair, kinds: readonly Link['kind'][]): boolean {
  const [left, right] = [new Set([a]), new Set([b])]
  const [fromLeft, fromRight] = [left.values(), right.values()]
  for (;;) {
    for (const [walk, own, other] of [
      [fromLeft, left, right],
      [fromRight, right, left],
    ] as const) {
      const next = walk.next()
      if (next.done === true) return false
      for (const neighbour of neighboursOf(db, next.value, kinds)) {
        if (other.has(neighbour)) return true
        own.add(neighbour)
      }
    }
  }
}

function neighboursOf(db: Db, id: string, kinds: readonly Link['kind'][]): string[] {
  const wanted = JSON.stringify(kinds)
  const rows = db.all<{ id: string }>(
    `SELECT b AS id FROM links WHERE a = ?1 AND kind IN (SELECT value FROM json_each(?2))
     UNION SELECT a FROM links WHERE b = ?1 AND kind IN (SELECT value FROM json_each(?2))`,
    id,
    wanted,
  )
  return rows.map((row) => row.id)
}
