import type { ClaimHit, ContradictionQuery, ContradictionView, DocumentHead, Page } from '@counterclaim/model'
import { toContradictionView } from '../query/contradiction-view.ts'
import { isOneOf } from './conditions.ts'
import type { BestRow, ContradictionSource } from './contradictions.ts'
import type { Elastic, Query } from './elastic.ts'
import { resolveEntity } from './entity-names.ts'
import { hitsOfGroups, readHeads } from './hits.ts'
import type { LabelSource } from './labels/label.ts'
import { listPage } from './list-page.ts'
import { eachBucket, eachHit } from './pages.ts'
import type { ReviewSource } from './review-states.ts'

const FIELDS = ['best', 'groups']
/** How many are read at once when all are asked for. */
const BATCH = 100

type Listed = Pick<ContradictionSource, 'best' | 'groups'>

/** The board: surest first, then by id. */
export async function searchContradictions(
  elastic: Elastic,
  query: ContradictionQuery,
): Promise<Page<ContradictionView>> {
  return listPage<Listed, ContradictionView>(
    elastic,
    {
      type: 'contradictions',
      query: { bool: { filter: await conditions(elastic, query) } },
      sort: [{ score: 'desc' }, { id: 'asc' }],
      fields: FIELDS,
      limit: query.limit,
      cursor: query.cursor,
    },
    (found) => toViews(elastic, found),
  )
}

/** One contradiction with both sides. */
export async function findContradiction(elastic: Elastic, id: string): Promise<ContradictionView | null> {
  const stored = await elastic.read<Listed>({ type: 'contradictions', id, fields: FIELDS })
  return stored === null ? null : ((await toViews(elastic, [stored.source]))[0] ?? null)
}

/** All contradictions, ordered by id. */
export async function* allContradictions(elastic: Elastic): AsyncGenerator<ContradictionView> {
  let batch: Listed[] = []
  const body = { query: { match_all: {} }, sort: [{ id: 'asc' }], _source: FIELDS }
  for await (const { source } of eachHit<Listed>(elastic, 'contradictions', body)) {
    batch.push(source)
    if (batch.length < BATCH) continue
    yield* await toViews(elastic, batch)
    batch = []
  }
  yield* await toViews(elastic, batch)
}

async function conditions(elastic: Elastic, { type, state, story, entity }: ContradictionQuery): Promise<Query[]> {
  const list: Query[] = []
  if (type !== undefined) list.push({ term: { type } })
  if (state !== undefined) list.push({ term: { state } })
  if (story !== undefined) list.push(await inGroups(elastic, isOneOf('doc', await documentsOfStory(elastic, story))))
  if (entity !== undefined) {
    list.push(await inGroups(elastic, isOneOf('entities', await resolveEntity(elastic, entity))))
  }
  return list
}

/** Contradictions of which a side's group holds such a claim. */
async function inGroups(elastic: Elastic, claims: Query): Promise<Query> {
  const groups: string[] = []
  const sources = [{ group: { terms: { field: 'group' } } }]
  for await (const { key } of eachBucket<{ readonly key: { readonly group: string } }>(
    elastic,
    'claims',
    claims,
    sources,
  )) {
    groups.push(key.group)
  }
  return isOneOf('groups', groups)
}

/** Any document of the story names it, by id or key: its label changes as documents join. */
async function documentsOfStory(elastic: Elastic, name: string): Promise<string[]> {
  const named: string[] = []
  const query = { bool: { should: [{ term: { id: name } }, { term: { key: name } }], minimum_should_match: 1 } }
  const body = { query, sort: [{ id: 'asc' }], _source: false as const }
  for await (const hit of eachHit<unknown>(elastic, 'documents', body)) named.push(hit.id)
  const labels = await elastic.readMany<LabelSource>(named.map((id) => ({ type: 'labels', id, fields: ['story'] })))
  const stories = named.map((id, i) => labels[i]?.source.story ?? id)
  const members = new Set(stories)
  const roots = await elastic.readMany<LabelSource>(
    stories.map((id) => ({ type: 'labels', id, fields: ['story_members'] })),
  )
  for (const root of roots) for (const id of root?.source.story_members ?? []) members.add(id)
  return [...members]
}

async function toViews(elastic: Elastic, found: readonly Listed[]): Promise<ContradictionView[]> {
  if (found.length === 0) return []
  const hits = await hitsOfGroups(elastic, [...new Set(found.flatMap(({ groups }) => groups))])
  const reviews = await elastic.readMany<ReviewSource>(found.map(({ best }) => ({ type: 'reviews', id: best.id })))
  const taken = found.flatMap(({ best }) => best.taken?.document ?? [])
  const heads = await readHeads(elastic, taken)
  return found.map(({ best }, i) => {
    const more = { reviews: reviews[i]?.source.reviews ?? [], former: formerHit(best, heads) }
    return toContradictionView(best, (group) => hits.get(group) ?? [], more)
  })
}

/** The claim that was taken back, in the version that made it. */
function formerHit({ taken }: BestRow, heads: ReadonlyMap<string, DocumentHead>): ClaimHit | null {
  const head = heads.get(taken?.document ?? '')
  if (taken === undefined || head === undefined) return null
  return { claim: taken.claim, document: { ...head, version: taken.version }, independentSources: 1 }
}
