import type { ClaimQuery } from '@counterclaim/model'
import { sortableDate } from '../query/sortable-date.ts'
import { stemsOf } from '../query/stems.ts'
import type { Elastic, Query } from './elastic.ts'
import { resolveEntity } from './entity-names.ts'
import { allWords } from './text-query.ts'

/** Comes after every character a date may hold: days in `until` are included to their end. */
const LAST = '\u{10ffff}'
/** Values of one `terms` query: Elasticsearch takes 65,536. */
const MAX_TERMS = 60_000

/** What a query asks of the claim itself. */
export async function claimConditions(elastic: Elastic, query: ClaimQuery): Promise<Query[]> {
  const conditions: Query[] = []
  const { kind, stance, unit, min, max, measure, speaker, place } = query
  if (kind !== undefined) conditions.push({ term: { kind } })
  if (stance !== undefined) conditions.push({ term: { stance } })
  if (unit !== undefined) conditions.push({ term: { unit } })
  if (min !== undefined) conditions.push({ range: { high: { gte: min } } })
  if (max !== undefined) conditions.push({ range: { low: { lte: max } } })
  if (measure !== undefined) conditions.push(allWords('stems.measure', stemsOf(measure)))
  if (speaker !== undefined) conditions.push(await inRole(elastic, 'speaker', speaker))
  if (place !== undefined) conditions.push(await inRole(elastic, 'place', place))
  return conditions
}

/** What a query asks of the document; claims carry the same fields. */
export function documentConditions({ source, since, until }: ClaimQuery): Query[] {
  const conditions: Query[] = []
  if (source !== undefined) conditions.push({ term: { source_key: source.toLowerCase() } })
  if (since !== undefined) conditions.push({ range: { published_sort: { gte: sortableDate(since) ?? since } } })
  if (until !== undefined) {
    conditions.push({ range: { published_sort: { lt: `${sortableDate(until) ?? until}${LAST}` } } })
  }
  return conditions
}

/** Entities of any role in a claim, or mentioned in a document. */
export async function entityConditions(elastic: Elastic, entity: string | undefined): Promise<Query[]> {
  return entity === undefined ? [] : [{ terms: { entities: await resolveEntity(elastic, entity) } }]
}

/** `field` holds one of the values, however many they are. */
export function isOneOf(field: string, values: readonly string[]): Query {
  const should: Query[] = []
  for (let from = 0; from < values.length; from += MAX_TERMS) {
    should.push({ terms: { [field]: values.slice(from, from + MAX_TERMS) } })
  }
  return should.length === 0 ? { match_none: {} } : { bool: { should, minimum_should_match: 1 } }
}

/** By entity where it is known, by the words of the text where it is not. */
async function inRole(elastic: Elastic, role: 'speaker' | 'place', name: string): Promise<Query> {
  const byEntity = isOneOf(`${role}_entity`, await resolveEntity(elastic, name))
  const byWords = allWords(`stems.${role}`, stemsOf(name))
  return { bool: { should: [byEntity, byWords], minimum_should_match: 1 } }
}
