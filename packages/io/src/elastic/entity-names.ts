import { stemsOf } from '../query/stems.ts'
import { nameTerm } from './document-source.ts'
import type { Elastic, Query } from './elastic.ts'
import { eachHit } from './pages.ts'
import type { NameSource } from './vocabulary.ts'

/** The entities a person may mean: by id, or by any name, whatever its case and inflection. */
export async function resolveEntity(elastic: Elastic, idOrName: string): Promise<string[]> {
  const names: NameSource[] = []
  const body = { query: { term: { name_key: stemsOf(idOrName) } }, sort: [{ entity: 'asc' }, '_doc'] }
  for await (const { source } of eachHit<NameSource>(elastic, 'entities', body)) names.push(source)
  const uses = await countDocuments(
    elastic,
    names.map(({ entity, name }) => ({ term: { names: nameTerm(entity, name) } })),
  )
  const entities = names.filter((_, i) => (uses[i] ?? 0) > 0).map((name) => name.entity)
  return [...new Set([idOrName, ...entities.sort()])]
}

/** How many current documents answer each of these queries. */
export async function countDocuments(elastic: Elastic, queries: readonly Query[]): Promise<number[]> {
  if (queries.length === 0) return []
  const { aggregations } = await elastic.search('documents', {
    size: 0,
    aggs: { each: { filters: { filters: queries } } },
  })
  const { buckets } = aggregations.each as unknown as { readonly buckets: readonly { readonly doc_count: number }[] }
  return buckets.map((bucket) => bucket.doc_count)
}
