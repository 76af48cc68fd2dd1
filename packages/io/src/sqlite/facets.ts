import { type ClaimQuery, FACETS, type FacetName, type Facets, MOST_VALUES } from '@counterclaim/model'
import { ENTITY_FACETS } from '../query/facet-names.ts'
import type { Db } from './database.ts'
import { planClaims } from './search-claims.ts'
import { mergeEntity } from './search-entities.ts'

/** What each facet counts, of the rows `f` that were found. */
const VALUES: Readonly<Record<FacetName, string>> = {
  kind: 'SELECT kind AS value FROM found',
  stance: 'SELECT stance AS value FROM found',
  unit: 'SELECT unit AS value FROM found WHERE unit IS NOT NULL',
  source: 'SELECT source_key AS value FROM found',
  speaker: 'SELECT speaker_entity AS value FROM found WHERE speaker_entity IS NOT NULL',
  place: 'SELECT place_entity AS value FROM found WHERE place_entity IS NOT NULL',
  entity: 'SELECT e.entity AS value FROM found f JOIN claim_entities e ON e.claim = f.n',
}

interface Counted {
  readonly facet: FacetName
  readonly value: string
  readonly count: number
}

/** How the claims that a query finds divide. */
export function countFacets(db: Db, query: ClaimQuery): Facets {
  const { from, where } = planClaims(db, query)
  const counts = FACETS.map(
    (facet) => `SELECT * FROM (SELECT '${facet}' AS facet, value, count(*) AS count FROM (${VALUES[facet]})
      GROUP BY value ORDER BY count DESC, value LIMIT ${MOST_VALUES})`,
  )
  const rows = db.all<Counted>(
    `WITH found AS MATERIALIZED (
       SELECT c.n, c.kind, c.stance, c.unit, c.speaker_entity, c.place_entity, d.source_key FROM ${from} WHERE ${where.sql})
     ${counts.join(' UNION ALL ')}`,
    ...where.params,
  )
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
