import { type ClaimQuery, FACETS, type FacetName, type Facets, MOST_VALUES } from '@counterclaim/model'
import { ENTITY_FACETS } from '../query/facet-names.ts'
import type { Elastic } from './elastic.ts'
import { claimQuery } from './search-claims.ts'
import { namesOfEntities } from './search-entities.ts'

/** The field of the index `claims` that each facet counts. */
const FIELDS: Readonly<Record<FacetName, string>> = {
  kind: 'kind',
  stance: 'stance',
  unit: 'unit',
  source: 'source_key',
  speaker: 'speaker_entity',
  place: 'place_entity',
  entity: 'entities',
}
const ORDER = [{ _count: 'desc' }, { _key: 'asc' }]

interface Buckets {
  readonly buckets: readonly { readonly key: string; readonly doc_count: number }[]
}

/** How the claims that a query finds divide. One shard holds them all, so the numbers are exact. */
export async function countFacets(elastic: Elastic, query: ClaimQuery): Promise<Facets> {
  const aggs = Object.fromEntries(
    FACETS.map((facet) => [facet, { terms: { field: FIELDS[facet], size: MOST_VALUES, order: ORDER } }]),
  )
  const { query: found } = await claimQuery(elastic, query)
  const { aggregations } = await elastic.search('claims', { query: found, size: 0, aggs })
  const valuesOf = (facet: FacetName): Buckets['buckets'] => (aggregations[facet] as unknown as Buckets).buckets
  const entities = await namesOfEntities(
    elastic,
    ENTITY_FACETS.flatMap((facet) => valuesOf(facet).map(({ key }) => key)),
  )
  const sources = await namesOfSources(
    elastic,
    valuesOf('source').map(({ key }) => key),
  )
  const nameOf = (facet: FacetName, value: string): string =>
    (facet === 'source' ? sources.get(value) : ENTITY_FACETS.includes(facet) ? entities.get(value) : value) ?? value
  return Object.fromEntries(
    FACETS.map((facet) => [
      facet,
      valuesOf(facet).map(({ key, doc_count: count }) => ({ value: key, name: nameOf(facet, key), count })),
    ]),
  ) as unknown as Facets
}

/** Of several ways to write a source the first by alphabet. */
async function namesOfSources(elastic: Elastic, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map()
  const written = { terms: { field: 'source', size: 1, order: { _key: 'asc' } } }
  const aggs = { keys: { terms: { field: 'source_key', size: keys.length }, aggs: { written } } }
  const query = { terms: { source_key: [...keys] } }
  const { aggregations } = await elastic.search('documents', { query, size: 0, aggs })
  const { buckets } = aggregations.keys as unknown as { buckets: { key: string; written: Buckets }[] }
  return new Map(buckets.map(({ key, written: names }) => [key, names.buckets[0]?.key ?? key]))
}
