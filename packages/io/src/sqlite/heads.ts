import type { ClaimHit, DocumentHead, GroupedClaim } from '@counterclaim/model'
import type { Db } from './database.ts'

/** The columns of a document's head, to be selected beside others (alias `d`). */
export const HEAD = `d.id AS d_id, d.key AS d_key, d.version AS d_version, d.url AS d_url, d.title AS d_title,
  d.source AS d_source, d.published_at AS d_published_at, d.copy_of AS d_copy_of, d.story AS d_story`

/** A row with those columns. */
export interface HeadRow {
  readonly d_id: string
  readonly d_key: string
  readonly d_version: string
  readonly d_url: string
  readonly d_title: string
  readonly d_source: string
  readonly d_published_at: string | null
  readonly d_copy_of: string | null
  readonly d_story: string
}

/** A claim's row beside its document's head. */
export interface HitRow extends HeadRow {
  readonly id: string
  readonly grp: string
  readonly body: string
}

/** What a list shows of the document. */
export function toHead(row: HeadRow): DocumentHead {
  return {
    id: row.d_id,
    key: row.d_key,
    version: row.d_version,
    url: row.d_url,
    title: row.d_title,
    source: row.d_source,
    publishedAt: row.d_published_at,
    copyOf: row.d_copy_of,
    story: row.d_story,
  }
}

/** A claim with its document and the number of sources that carry it. */
export function toHit(db: Db, row: HitRow): ClaimHit {
  return {
    claim: JSON.parse(row.body) as GroupedClaim,
    document: toHead(row),
    independentSources: independentSources(db, row.grp),
  }
}

/** Claims of a group, earliest first; those without a date last. */
export function hitsOfGroup(db: Db, group: string): ClaimHit[] {
  const sources = independentSources(db, group)
  return db
    .all<HitRow>(
      `SELECT c.id, c.grp, c.body, ${HEAD} FROM whole_claims c JOIN documents d ON d.n = c.doc
       WHERE c.grp = ? ORDER BY d.published_sort IS NULL, d.published_sort, d.id, c.ordinal`,
      group,
    )
    .map((row) => ({ claim: JSON.parse(row.body) as GroupedClaim, document: toHead(row), independentSources: sources }))
}

/** Sources that carry a group of same claims: a copy counts as its original's source. */
export function independentSources(db: Db, group: string): number {
  return (
    db.get<{ count: number }>(
      `SELECT count(DISTINCT coalesce(o.source_key, d.source_key)) AS count
       FROM claims c JOIN documents d ON d.n = c.doc LEFT JOIN documents o ON o.id = d.copy_of WHERE c.grp = ?`,
      group,
    )?.count ?? 0
  )
}
