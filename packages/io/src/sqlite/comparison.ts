import {
  type Collision,
  type Comparison,
  contradictionId,
  type GroupedClaim,
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
  const had = new Set(
    comparedPairs(
      db,
      found.map((one) => one.pair),
    ).map(String),
  )
  for (const one of found) {
    // Most pairs near each other have nothing to do with each other, and never had.
    if (isEmpty(one) && !had.has(String(one.pair))) continue
    if (!one.pair.every((id, i) => revision(id) === one.revisions[i])) continue
    const before = had.has(String(one.pair)) ? clear(db, one.pair) : []
    for (const link of one.links) insertLink(db, link)
    for (const collision of one.collisions) insertCollision(db, one.pair, collision)
    if (one.nearMisses.length > 0) insertNearMisses(db, one.pair, one.nearMisses)
    made.push(...one.links.filter((link) => !before.includes(link.kind)))
    if (before.some((kind) => !one.links.some((link) => link.kind === kind))) gone.push(one.pair)
  }
  splitComponents(db, gone)
  joinComponents(db, made)
}

function isEmpty({ links, collisions, nearMisses }: Comparison): boolean {
  return links.length + collisions.length + nearMisses.length === 0
}

/** Those of the pairs for which anything was found. */
export function comparedPairs(db: Db, pairs: readonly Pair[]): Pair[] {
  if (pairs.length === 0) return []
  const rows = db.all<{ at: number }>(
    `WITH pairs AS MATERIALIZED (SELECT key AS at, value ->> 0 AS a, value ->> 1 AS b FROM json_each(?))
     SELECT at FROM pairs p WHERE
       EXISTS (SELECT 1 FROM links WHERE a = p.a AND b = p.b)
       OR EXISTS (SELECT 1 FROM collisions WHERE doc_a = p.a AND doc_b = p.b)
       OR EXISTS (SELECT 1 FROM near_misses WHERE doc_a = p.a AND doc_b = p.b)`,
    JSON.stringify(pairs),
  )
  return rows.map(({ at }) => pairs[at] as Pair)
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
  const groups = groupsOf(db, [docA, docB], collision)
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

function insertNearMisses(db: Db, [docA, docB]: Pair, nearMisses: readonly NearMiss[]): void {
  db.run('INSERT INTO near_misses (doc_a, doc_b, body) VALUES (?, ?, ?)', docA, docB, JSON.stringify(nearMisses))
}

/** Drops what was found of a document, whatever the other one, but for its links. */
export function dropFindings(db: Db, document: string): void {
  for (const table of ['collisions', 'near_misses']) {
    db.run(`DELETE FROM ${table} WHERE doc_a = ?`, document)
    db.run(`DELETE FROM ${table} WHERE doc_b = ?`, document)
  }
}

/** The near misses of a claim, ordered by the two claims. */
export function nearMissesOf(db: Db, claim: string): NearMiss[] {
  const rows = db.all<{ body: string }>(
    `WITH own AS (SELECT d.id FROM claims c JOIN documents d ON d.n = c.doc WHERE c.id = ?)
     SELECT body FROM near_misses WHERE doc_a IN own OR doc_b IN own`,
    claim,
  )
  const found = rows
    .flatMap(({ body }) => JSON.parse(body) as NearMiss[])
    .filter(({ a, b }) => a === claim || b === claim)
  return found.sort((x, y) => (x.a < y.a ? -1 : x.a > y.a ? 1 : x.b < y.b ? -1 : x.b > y.b ? 1 : 0))
}

function groupsOf(db: Db, pair: Pair, { a, b, former }: Collision): [string, string] | null {
  const groupOf = (claim: string): string | undefined =>
    db.get<{ grp: string }>('SELECT grp FROM claims WHERE id = ?', claim)?.grp ??
    (former === undefined ? undefined : formerClaim(db, pair, claim)?.group)
  const [x, y] = [groupOf(a), groupOf(b)]
  return x === undefined || y === undefined ? null : [x, y]
}

/** A claim of a version of one of two documents that was replaced. */
export function formerClaim(
  db: Db,
  documents: Pair,
  claim: string,
): (GroupedClaim & { readonly version: string }) | null {
  const rows = db.all<{ body: string; version: string }>(
    `SELECT c.value AS body, v.version FROM versions v, json_each(v.body, '$.claims') c
     WHERE v.document IN (?, ?) AND c.value ->> 'id' = ?`,
    ...documents,
    claim,
  )
  const [row] = rows
  return row === undefined ? null : { ...(JSON.parse(row.body) as GroupedClaim), version: row.version }
}
