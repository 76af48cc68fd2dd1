import type { GroupedClaim } from '@counterclaim/model'
import { type ClaimFields, claimFields } from '../query/claim-fields.ts'
import { stemsOf } from '../query/stems.ts'
import type { Db } from './database.ts'

/** Writes the claims of a document row, with what they are searched by. Gives those that stand. */
export function insertClaims(
  db: Db,
  doc: number,
  title: string,
  claims: readonly GroupedClaim[],
): readonly GroupedClaim[] {
  const titleStems = stemsOf(title)
  const kept: GroupedClaim[] = []
  const roles: (readonly [entity: string, claim: number])[] = []
  for (const [ordinal, claim] of claims.entries()) {
    const fields = claimFields(claim, titleStems)
    const n = insertClaim(db, doc, ordinal, fields, claim)
    if (n === null) continue
    kept.push(claim)
    for (const entity of fields.entities) roles.push([entity, n])
  }
  db.run(
    'INSERT INTO claim_entities (entity, claim) SELECT value ->> 0, value ->> 1 FROM json_each(?)',
    JSON.stringify(roles),
  )
  return kept
}

/** Removes the claims of a document row; what rests on them goes by foreign key. */
export function deleteClaims(db: Db, doc: number): void {
  db.run('DELETE FROM claims_fts WHERE rowid IN (SELECT n FROM claims WHERE doc = ?)', doc)
  db.run('DELETE FROM claims WHERE doc = ?', doc)
}

/** The claims of a document row, in their order. */
export function readClaims(db: Db, doc: number): GroupedClaim[] {
  return db
    .all<{ body: string }>('SELECT body FROM whole_claims WHERE doc = ? ORDER BY ordinal', doc)
    .map((row) => JSON.parse(row.body) as GroupedClaim)
}

/** Gives the number of the row, null for a claim that is there already. */
function insertClaim(
  db: Db,
  doc: number,
  ordinal: number,
  { stems, bounds }: ClaimFields,
  claim: GroupedClaim,
): number | null {
  // Two claims with one id (same span, same kind) cannot be told apart; the first stands.
  const n = db.insert(
    `INSERT INTO claims (id, doc, ordinal, kind, stance, grp, min, max, unit, speaker_entity, place_entity, score)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
    claim.id,
    doc,
    ordinal,
    claim.kind,
    claim.stance,
    claim.group,
    bounds?.min ?? null,
    bounds?.max ?? null,
    claim.value?.unit ?? null,
    claim.speakerEntity,
    claim.placeEntity,
    claim.score,
  )
  if (n === null) return null
  db.run('INSERT INTO claim_bodies (n, body) VALUES (?, ?)', n, JSON.stringify(claim))
  db.run(
    'INSERT INTO claims_fts (rowid, evidence, subject, measure, title, speaker, place) VALUES (?, ?, ?, ?, ?, ?, ?)',
    n,
    stems.evidence,
    stems.subject,
    stems.measure,
    stems.title,
    stems.speaker,
    stems.place,
  )
  return n
}
