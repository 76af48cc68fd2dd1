import {
  type Collision,
  type Comparison,
  contradictionId,
  type Link,
  type NearMiss,
  type Pair,
} from '@counterclaim/model'
import { joinComponents, splitComponents } from './components.ts'
import type { Db } from './database.ts'

/**
 * Keeps what comparing pairs of documents found, in place of what was found for them before. Findings about documents or
 * claims that the archive no longer holds (another process replaced them meanwhile) are left out: that process compares again.
 */
export function saveComparison(db: Db, found: readonly Comparison[]): void {
  const made: Link[] = []
  const gone: Pair[] = []
  const revision = revisionReader(db)
  for (const one of found) {
    if (!one.pair.every((id, i) => revision(id) === one.revisions[i])) continue
    const before = clear(db, one.pair)
    for (const link of one.links) insertLink(db, link)
    for (const collision of one.collisions) insertCollision(db, one.pair, collision)
    for (const nearMiss of one.nearMisses) insertNearMiss(db, one.pair, nearMiss)
    made.push(...one.links.filter((link) => !before.includes(link.kind)))
    if (before.some((kind) => !one.links.some((link) => link.kind === kind))) gone.push(one.pair)
  }
  splitComponents(db, gone)
  joinComponents(db, made)
}

/** Whether anything was found for a pair of documents. */
export function isCompared(db: Db, [a, b]: Pair): boolean {
  const found = db.get(
    `SELECT 1 WHERE EXISTS (SELECT 1 FROM links WHERE a = ?1 AND b = ?2)
       OR EXISTS (SELECT 1 FROM collisions WHERE doc_a = ?1 AND doc_b = ?2)
       OR EXISTS (SELECT 1 FROM near_misses WHERE doc_a = ?1 AND doc_b = ?2)`,
    a,
    b,
  )
  return found !== undefined
}

/** Drops what was found for pairs of documents. */
export function dropComparison(db: Db, pairs: readonly Pair[]): void {
  splitComponents(
    db,
    pairs.filter((pair) => clear(db, pair).length > 0),
  )
}

/** Gives the current revision of documents, each looked up once: one document stands in most of the pairs. */
function revisionReader(db: Db): (id: string) => string | undefined {
  const known = new Map<string, string | undefined>()
  return (id) => {
    if (!known.has(id))
      known.set(id, db.get<{ revision: string }>('SELECT revision FROM documents WHERE id = ?', id)?.revision)
    return known.get(id)
  }
}

/** Takes away what was found for a pair; gives the kinds of the links that it had. */
function clear(db: Db, [a, b]: Pair): Link['kind'][] {
  const links = db.all<{ kind: Link['kind'] }>('SELECT kind FROM links WHERE a = ? AND b = ?', a, b)
  if (links.length > 0) db.run('DELETE FROM links WHERE a = ? AND b = ?', a, b)
  db.run('DELETE FROM collisions WHERE doc_a = ? AND doc_b = ?', a, b)
  db.run('DELETE FROM near_misses WHERE doc_a = ? AND doc_b = ?', a, b)
  return links.map((link) => link.kind)
}

function insertLink(db: Db, { a, b, kind, score }: Link): void {
  db.run('INSERT INTO links (a, b, kind, score) VALUES (?, ?, ?, ?)', a, b, kind, score)
}

function insertCollision(db: Db, [docA, docB]: Pair, collision: Collision): void {
  const groups = groupsOf(db, collision)
  if (groups === null) return
  db.run(
    `INSERT OR REPLACE INTO collisions (a, b, type, doc_a, doc_b, reason, score, answer, group_a, group_b, contradiction)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    collision.a,
    collision.b,
    collision.type,
    docA,
    docB,
    collision.reason,
    collision.score,
    collision.answer ?? null,
    ...groups,
    contradictionId(groups),
  )
}

function insertNearMiss(db: Db, [docA, docB]: Pair, nearMiss: NearMiss): void {
  if (groupsOf(db, nearMiss) === null) return
  db.run(
    'INSERT OR REPLACE INTO near_misses (a, b, doc_a, doc_b, reason) VALUES (?, ?, ?, ?, ?)',
    nearMiss.a,
    nearMiss.b,
    docA,
    docB,
    nearMiss.reason,
  )
}

function groupsOf(db: Db, pair: { readonly a: string; readonly b: string }): [string, string] | null {
  const a = db.get<{ grp: string }>('SELECT grp FROM claims WHERE id = ?', pair.a)
  const b = db.get<{ grp: string }>('SELECT grp FROM claims WHERE id = ?', pair.b)
  return a === undefined || b === undefined ? null : [a.grp, b.grp]
}
