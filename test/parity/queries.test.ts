import { openSqlite } from '@counterclaim/io'
import type { ClaimQuery, Search } from '@counterclaim/model'
import { runStages } from '@counterclaim/pipeline'
import { news } from '@counterclaim/pipelines/news'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEmptyElastic, removeElastic } from '../contract/open-elastic.ts'
import { withServers } from '../servers/servers.ts'
import { meetingDocuments } from './meeting-documents.ts'

const DOCUMENTS = 16

/** Words, filters and both; the same words as a reader would type them, cased, inflected and quoted. */
const queries: readonly ClaimQuery[] = [
  {},
  { text: 'ferries' },
  { text: 'FERRY cancelled' },
  { text: 'route AND (Norvik OR storm)' },
  { text: 'route NOT Norvik' },
  { text: 'NOT Norvik' },
  { text: 'storm OR NOT closed' },
  { text: '"closed to passengers"' },
  { text: '"passengers closed"' },
  { text: 'cancel*' },
  { text: 'c* AND 45' },
  { text: 'zzz' },
  { entity: 'norvik' },
  { entity: 'Norvik', text: 'ferries' },
  { entity: 'Blue Line Ferries' },
  { kind: 'quantity' },
  { kind: 'quantity', unit: 'percent', min: 20, max: 30 },
  { min: 25 },
  { max: 10 },
  { measure: 'cancelled ferries' },
  { speaker: 'harbour ministry' },
  { speaker: 'Blue Line Ferries', stance: 'denies' },
  { stance: 'denies', until: '2031-03-05' },
  { since: '2031-03-03', until: '2031-03-06' },
  { source: 'PAPER 1' },
  { source: 'Paper 1', text: 'closing', kind: 'statement' },
  { place: 'Norvik' },
]

withServers(['elastic'], ({ elastic: url }) => {
  describe('both backends find the same', () => {
    const prefix = `queries-${process.pid}`
    let embedded: ReturnType<typeof openSqlite>
    let distributed: Awaited<ReturnType<typeof openEmptyElastic>>
    beforeAll(async () => {
      embedded = openSqlite(':memory:')
      distributed = await openEmptyElastic(url, prefix)
      for (const doc of await meetingDocuments(DOCUMENTS, 5)) {
        for (const ports of [embedded, distributed]) await runStages(doc, news.between('index'), ports)
      }
    })
    afterAll(async () => {
      await Promise.all([embedded.close(), distributed.close()])
      await removeElastic(url, prefix)
    })

    for (const query of queries) {
      it(`for ${JSON.stringify(query)}`, async () => {
        const found = await look(distributed.search, query)
        expect(found).toEqual(await look(embedded.search, query))
      })
    }

    it('for contradictions of a story, of an entity, of a kind', async () => {
      const [first] = (await embedded.search.contradictions({})).items
      const story = first?.sides[0]?.hits[0]?.document.key ?? ''
      for (const query of [{}, { story }, { entity: 'Norvik' }, { entity: 'nobody' }, { type: 'denial' as const }]) {
        const found = await distributed.search.contradictions({ ...query, limit: 1_000 })
        expect(found).toEqual(await embedded.search.contradictions({ ...query, limit: 1_000 }))
      }
    })
  })
})

/**
 * What is found, and in which order. Words are ranked by bm25 in both, but SQLite counts lengths over all fields and
 * Elasticsearch by field: there only what is found must agree, not its order.
 */
async function look(search: Search, query: ClaimQuery): Promise<unknown> {
  const limit = 1_000
  const [claims, documents] = [await search.claims({ ...query, limit }), await search.documents({ ...query, limit })]
  const order = (ids: readonly string[]): readonly string[] =>
    query.text === undefined ? ids : [...ids].sort((a, b) => (a < b ? -1 : 1))
  return {
    claims: order(claims.items.map((hit) => hit.claim.id)),
    documents: order(documents.items.map((head) => head.id)),
    totals: [claims.total, documents.total],
    sources: claims.items.map((hit) => `${hit.claim.id} ${hit.independentSources} ${hit.document.copyOf}`).sort(),
  }
}
