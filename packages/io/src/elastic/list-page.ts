import type { Page } from '@counterclaim/model'
import { type Cursor, decodeCursor, encodeCursor, pageSize } from '../query/cursor.ts'
import { type Elastic, type Found, type Hit, KEEP, type Query, type SearchBody } from './elastic.ts'
import type { IndexType } from './mappings.ts'
import { openPoint } from './pages.ts'

/** A list: what it holds, in which order (its last key must be unique), and where in it a page starts. */
export interface List {
  readonly type: IndexType
  readonly query: Query
  readonly sort: readonly unknown[]
  readonly fields: readonly string[]
  readonly limit: number | undefined
  readonly cursor: string | undefined
}

/**
 * One page of a list. From the second on, pages are read at one point in time, so that what is added meanwhile neither
 * moves nor repeats a hit; when the point has expired, the list goes on with what is there now.
 */
export async function listPage<T, I>(
  elastic: Elastic,
  list: List,
  toItems: (sources: readonly T[]) => Promise<readonly I[]>,
): Promise<Page<I>> {
  const after = decodeCursor(list.cursor)
  const limit = pageSize(list.limit)
  const body: SearchBody = {
    query: list.query,
    sort: list.sort,
    _source: list.fields,
    size: limit + 1,
    ...(after === null ? {} : { search_after: [after.key, after.id] }),
  }
  const { found, pit } = await findAt<T>(elastic, list.type, body, after)
  const shown = found.hits.slice(0, limit)
  const last = found.hits.length > limit ? shown.at(-1) : undefined
  return {
    items: await toItems(shown.map((hit) => hit.source)),
    total: found.total,
    next: last === undefined ? null : encodeCursor(cursorAt(last, pit)),
  }
}

async function findAt<T>(
  elastic: Elastic,
  type: IndexType,
  body: SearchBody,
  after: Cursor | null,
): Promise<{ readonly found: Found<T>; readonly pit: string | undefined }> {
  if (after === null) return { found: await elastic.search<T>(type, body), pit: undefined }
  if (after.point !== undefined) {
    const found = await elastic.searchAt<T>(after.point, body)
    if (found !== null) return { found, pit: after.point }
  }
  const pit = await openPoint(elastic, type)
  return { found: await elastic.search<T>(type, { ...body, pit: { id: pit, keep_alive: KEEP } }), pit }
}

function cursorAt({ sort }: Hit<unknown>, point: string | undefined): Cursor {
  const [key = null, id = ''] = sort
  return { key, id: String(id), ...(point === undefined ? {} : { point }) }
}
