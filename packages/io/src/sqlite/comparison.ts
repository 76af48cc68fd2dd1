import { type Collision, type Comparison, contradictionId, type Link, type NearMiss } from '@counterclaim/model'
import { joinComponents, splitComponents } from './components.ts'
import type { Db } from './database.ts'

/**
 * Keeps what comparing a document found, in place of what comparing this document found before. Findings about claims or
 * documents that the archive no longer holds, or that were `changed` since they were compared (another process replaced
 * them meanwhile), are left out, all of them when it is the document itself: that process compares again.
 */
export function saveComparison(db: Db, document: string, found: Comparison, changed: ReadonlySet<string>): void {
  if (changed.has(document)) return
  const hadLinks = db.run('DELETE FROM links WHERE found_by = ?', document) > 0
  db.run('DELETE FROM collisions WHERE found_by = ?', document)
  db.run('DELETE FROM near_misses WHERE found_by = ?', document)
  const links = found.links.filter(
    (link) => !changed.has(link.a) && !changed.has(link.b) && insertLink(db, document, link),
  )
  for (const collision of found.collisions) insertCollision(db, document, collision, changed)
  for (const nearMiss of found.nearMisses) insertNearMiss(db, document, nearMiss, changed)
  if (hadLinks) {
    const labels = db.get<{ story: string; cluster: string }>(
      'SELECT story, cluster FROM documents WHERE id = ?',
      document,
    )
    if (labels !== undefined) splitComponents(db, labels.story, labels.cluster)
  }
  joinComponents(db, links)
}

function insertLink(db: Db, document: string, link: Link): boolean {
  return (
    db.run(
      `INSERT OR REPLACE INTO links (a, b, kind, found_by, score)
       SELECT d.id, e.id, ?, ?, ? FROM documents d, documents e WHERE d.id = ? AND e.id = ?`,
      link.kind,
      document,
      link.score,
      link.a,
      link.b,
    ) > 0
  )
}

function insertCollision(db: Db, document: string, collision: Collision, changed: ReadonlySet<string>): void {
  const groups = groupsOf(db, collision, changed)
  if (groups === null) return
  db.run(
    `INSERT OR REPLACE INTO collisions (a, b, type, found_by, reason, score, answer, group_a, group_b, contradiction)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    collision.a,
    collision.b,
    collision.type,
    document,
    collision.reason,
    collision.score,
    collision.answer ?? null,
    ...groups,
    contradictionId(groups),
  )
}

function insertNearMiss(db: Db, document: string, nearMiss: NearMiss, changed: ReadonlySet<string>): void {
  if (groupsOf(db, nearMiss, changed) === null) return
  db.run(
    'INSERT OR REPLACE INTO near_misses (a, b, found_by, reason) VALUES (?, ?, ?, ?)',
    nearMiss.a,
    nearMiss.b,
    document,
    nearMiss.reason,
  )
}

/** The groups of two claims, null when one is not there or its document has changed. */
function groupsOf(
  db: Db,
  pair: { readonly a: string; readonly b: string },
  changed: ReadonlySet<string>,
): [string, string] | null {
  const [a, b] = [pair.a, pair.b].map((id) =>
    db.get<{ grp: string; document: string }>(
      'SELECT c.grp, d.id AS document FROM claims c JOIN documents d ON d.n = c.doc WHERE c.id = ?',
      id,
    ),
  )
  if (a === undefined || b === undefined || changed.has(a.document) || changed.has(b.document)) return null
  return [a.grp, b.grp]
}
