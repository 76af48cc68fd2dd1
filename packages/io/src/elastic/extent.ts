import type { ClaimQuery, Extent } from '@counterclaim/model'
import { OPEN } from './document-source.ts'
import type { Elastic, Query } from './elastic.ts'
import { claimQuery } from './search-claims.ts'

/** An end of the bounds in one field, of those that are numbers. */
interface Ends {
  readonly least: { readonly value: number | null }
  readonly greatest: { readonly value: number | null }
}

/** How far the claims that a query finds reach. */
export async function measureExtent(elastic: Elastic, query: ClaimQuery): Promise<Extent> {
  const { query: found } = await claimQuery(elastic, query)
  const endsOf = (field: 'low' | 'high'): object => ({
    filter: { range: { [field]: { gt: -OPEN, lt: OPEN } } },
    aggs: { least: { min: { field } }, greatest: { max: { field } } },
  })
  const aggs = { low: endsOf('low'), high: endsOf('high') }
  const [{ aggregations }, first, last] = await Promise.all([
    elastic.search('claims', { query: found, size: 0, aggs }),
    dayAt(elastic, found, 'asc'),
    dayAt(elastic, found, 'desc'),
  ])
  const both = [aggregations.low, aggregations.high] as unknown as readonly Ends[]
  const bounds = both.flatMap(({ least, greatest }) => [least.value, greatest.value]).filter((bound) => bound !== null)
  return {
    value: bounds.length === 0 ? null : { min: Math.min(...bounds), max: Math.max(...bounds) },
    published: first === null || last === null ? null : { first, last },
  }
}

async function dayAt(elastic: Elastic, query: Query | undefined, order: 'asc' | 'desc'): Promise<string | null> {
  const { hits } = await elastic.search<{ readonly published_sort: string | null }>('claims', {
    ...(query === undefined ? {} : { query }),
    size: 1,
    sort: [{ published_sort: { order, missing: '_last' } }],
    _source: ['published_sort'],
  })
  return hits[0]?.source.published_sort?.slice(0, 10) ?? null
}
