import type { ClaimHit, ClaimQuery, Search } from '@counterclaim/model'
import { claimRow, csvColumns, csvFields, type Row } from '@counterclaim/view'
import { stringify } from 'csv-stringify/sync'

/** Hits read at once: memory does not grow with their number. */
const BATCH = 500

/** All hits of a query, however many, as JSON Lines. */
export async function* jsonLinesOf(search: Pick<Search, 'claims'>, query: ClaimQuery): AsyncGenerator<string> {
  for await (const hit of allHits(search, query)) yield `${JSON.stringify(rowOf(hit))}\n`
}

/** All hits of a query as CSV (RFC 4180), safe to open in a spreadsheet. */
export async function* csvOf(search: Pick<Search, 'claims'>, query: ClaimQuery): AsyncGenerator<string> {
  let columns: string[] | null = null
  for await (const hit of allHits(search, query)) {
    const row = rowOf(hit)
    const header = columns === null
    columns ??= csvColumns(row)
    yield stringify([csvFields(row)], { columns, header, record_delimiter: 'windows' })
  }
}

async function* allHits(search: Pick<Search, 'claims'>, query: ClaimQuery): AsyncGenerator<ClaimHit> {
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<Search['claims']>> = await search.claims({
      ...query,
      limit: BATCH,
      ...(cursor === null ? {} : { cursor }),
    })
    yield* page.items
    cursor = page.next
  } while (cursor !== null)
}

function rowOf({ claim, document, independentSources }: ClaimHit): Row {
  const { source, publishedAt, url, ...row } = claimRow(claim, document)
  return { ...row, title: document.title, source, publishedAt, url, independentSources }
}
