import { type ClaimQuery, FACETS, type FacetName, type Facets, MOST_VALUES } from '@counterclaim/model'
import { ENTITY_FACETS } from '../query/facet-names.ts'
import type { Db } from './database.ts'
import { planClaims } from './search-claims.ts'
import { mergeEntity } from './search-entities.ts'

/** Rows of a value and how many claims have it, not summed yet: of all claims, from indices alone. */
const OF_ALL: Readonly<Record<FacetName, string>> = {
  kind: 'SELECT kind AS value, k FROM alike',
  stance: 'SELECT stance AS value, k FROM alike',
  unit: 'SELECT unit AS value, k FROM alike',
  place: 'SELECT place_entity AS value, k FROM alike',
  speaker: 'SELECT speaker_entity AS value, count(*) AS k FROM claims GROUP BY speaker_entity',
  source: `SELECT d.source_key AS value, c.k FROM (SELECT doc, count(*) AS k FROM claims GROUP BY doc) c
    JOIN documents d ON d.n = c.doc`,
  entity: 'SELECT entity AS value, count(*) AS k FROM claim_entities GROUP BY entity',
}
const ALIKE = `alike AS MATERIALIZED (
  SELECT kind, stance, unit, place_entity, count(*) AS k FROM claims GROUP BY kind, stance, unit, place_entity)`

/** The same of the rows `found`. */
const OF_FOUND: Readonly<Record<FacetName, string>> = {
  kind: 'SELECT kind AS value, 1 AS k FROM found',
  stance: 'SELECT stance AS value, 1 AS k FROM found',
  unit: 'SELECT unit AS value, 1 AS k FROM found',
  place: 'SELECT place_entity AS value, 1 AS k FROM found',
  speaker: 'SELECT speaker_entity AS value, 1 AS k FROM found',
  source: 'SELECT source_key AS value, 1 AS k FROM found',
  entity: 'SELECT e.entity AS value, 1 AS k FROM found f JOIN claim_entities e ON e.claim = f.n',
}

interface Counted {
  readonly facet: FacetName
  readonly value: string
  readonly count: number
}

/** How the claims that a query finds divide. Of a query without conditions indices tell it, and no claim is read. */
export function countFacets(db: Db, query: ClaimQuery): Facets {
  const { from, where } = planClaims(db, query)
  const isAll = where.params.length === 0
  const values = isAll ? OF_ALL : OF_FOUND
  const found = `found AS MATERIALIZED (
    SELECT c.n, c.kind, c.stance, c.unit, c.speaker_entity, c.place_entity, d.source_key FROM ${from} WHERE ${where.sql})`
  const counts = FACETS.map(
    (facet) => `SELECT * FROM (SELECT '${facet}' AS facet, value, sum(k) AS count FROM (${values[facet]})
      WHERE value IS NOT NULL GROUP BY value ORDER BY count DESC, value LIMIT ${MOST_VALUES})`,
  )
  const rows = db.all<Counted>(`WITH ${isAll ? ALIKE : found} ${counts.join(' UNION ALL ')}`, ...where.params)
  const facets: Record<string, Facets[FacetName][number][]> = {}
  for (const facet of FACETS) facets[facet] = []
  for (const { facet, value, count } of rows) facets[facet]?.push({ value, name: nameOf(db, facet, value), count })
  return facets as unknown as Facets
}

function nameOf(db: Db, facet: FacetName, value: string): string {
  if (ENTITY_FACETS.includes(facet)) return mergeEntity(db, value)?.name ?? value
  if (facet !== 'source') return value
  return (
    db.get<{ source: string }>('SELECT min(source) AS source FROM documents WHERE source_key = ?', value)?.source ??
    value
  )
}
